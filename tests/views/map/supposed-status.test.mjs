import assert from "node:assert/strict";
import test from "node:test";
import "./english.mjs";
import {createSupposer, findConsequences} from "../../../src/argumap/views/map/supposed-status.js";
import {readDebate} from "../../../src/argumap/views/map/card-tree.js";
import {claim} from "./debates.mjs";

/* p attacks t by a step. */
const debate = () =>
  readDebate({
    version: 1,
    nodes: [
      claim("t", "", "none", {word: "opposed", cons: [1, 0, 0], strength: 0.3}),
      claim("p", "", "none", {word: "unchallenged", strength: 0.5}),
    ],
    arguments: [{id: "p/t", premises: ["p"], relation: "attacks", target: "t", status: "applies"}],
    equations: {
      ids: ["t", "p", "p/t"],
      claims: 2,
      base: [0.5, 0.5, 1],
      attackers: {0: [2]},
      supporters: {},
      premises: {2: [1]},
      requires: [],
      void: [],
      order: [1, 2, 0],
    },
  });
const nothing = () => ({aside: new Set(), doubt: new Map()});

test("setting an objection aside lets the claim stand, and says why", () => {
  const map = debate();
  const supposed = {...nothing(), aside: new Set(["p"])};
  createSupposer(map)(supposed);
  const {word, cons, moved} = map.nodes.get("t");
  assert.deepEqual([word, cons, moved.word], ["unchallenged", [0, 0, 0], "opposed"]);
  assert.equal(map.nodes.get("p").word, "set-aside");
  assert.deepEqual(
    findConsequences(map, supposed).map(each => each.id),
    ["t"],
  );
  assert.deepEqual(map.judge("t"), [["unchallenged", []]]);
});

test("a doubt moves strength alone", () => {
  const map = debate();
  createSupposer(map)({...nothing(), doubt: new Map([["p", 0.1]])});
  const {word, moved} = map.nodes.get("t");
  assert.deepEqual([word, moved.word, moved.strength], ["opposed", undefined, 0.3]);
  assert.deepEqual(map.nodes.get("p").moved.doubt, 0.1);
});

test("what is no longer supposed is as it was", () => {
  const map = debate();
  const suppose = createSupposer(map);
  suppose({...nothing(), aside: new Set(["p"])});
  suppose(nothing());
  assert.deepEqual(
    [...map.nodes.values()].map(({word, strength, moved}) => [word, strength, moved]),
    [
      ["opposed", 0.3, null],
      ["unchallenged", 0.5, null],
    ],
  );
  assert.equal(map.judge, null);
});
