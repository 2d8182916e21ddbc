import assert from "node:assert/strict";
import test from "node:test";
import "./english.mjs";
import {readDebate} from "../../../src/argumap/views/map/card-tree.js";
import {hangingOn, hasBeneath} from "../../../src/argumap/views/map/ghosts.js";
import {claim} from "./debates.mjs";

const step = (id, premises, relation, target) => ({id, premises, relation, target});
const debate = readDebate({
  version: 1,
  nodes: [
    {id: "q", kind: "issue", title: "?"},
    claim("one", "q", "answers", {role: "position"}),
    claim("a", "one", "supports", {step: "a/one"}),
    claim("b", "one", "attacks", {step: "b+c/one"}),
    claim("two", "q", "answers", {role: "position"}),
    claim("c", "a", "supports", {step: "c/a"}),
    claim("d", "c", "attacks", {step: "d/c"}),
  ],
  links: [
    {from: "a", relation: "attacks", to: "two", step: "a/two"},
    {from: "c", relation: "attacks", to: "one", step: "b+c/one"},
    {from: "d", relation: "attacks", to: "a", step: "d/a"},
    {from: "one", relation: "contradicts", to: "two"},
  ],
  arguments: [
    step("a/one", ["a"], "supports", "one"),
    step("a/two", ["a"], "attacks", "two"),
    step("b+c/one", ["b", "c"], "attacks", "one"),
    step("c/a", ["c"], "supports", "a"),
    step("d/c", ["d"], "attacks", "c"),
    step("d/a", ["d"], "attacks", "a"),
  ],
});
const drawn = (id, whole = false) =>
  hangingOn(debate.nodes.get(id), {whole, all: new Set()}).map(({id: own, ghostOf}) =>
    ghostOf ? `(${ghostOf.id})` : own,
  );

test("an answer whose reasons hang under another is not bare", () => {
  assert.deepEqual(drawn("two"), ["(a)"]);
  assert.deepEqual(drawn("two", true), []);
  assert.ok(hasBeneath(debate.nodes.get("two")));
});

test("a premise that stands elsewhere is drawn again beside those that it is linked with", () => {
  assert.deepEqual(drawn("one"), ["a", "b", "(c)"]);
});

test("elsewhere a claim is not drawn again, and ghosts are no part of the tree", () => {
  assert.deepEqual(drawn("a"), ["c"]);
  assert.equal(debate.nodes.size, 7);
  assert.deepEqual([debate.nodes.get("two").below, debate.ghosts.size], [0, 2]);
});
