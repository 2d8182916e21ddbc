import assert from "node:assert/strict";
import test from "node:test";
import {evaluateMap} from "../../../src/argumap/views/map/evaluate.js";

// p attacks t by step 3, q undercuts that step by step 4.
const town = {
  ids: ["t", "p", "q", "p/t", "q/p"],
  claims: 3,
  base: [0.5, 0.5, 0.5, 1, 1],
  attackers: {0: [3], 3: [4]},
  supporters: {},
  premises: {3: [1], 4: [2]},
  requires: [],
  void: [],
  order: [1, 2, 4, 3, 0],
};

test("an objection that is undercut leaves the claim standing", () => {
  const {status, strength, converged} = evaluateMap(town);
  assert.equal(status.t, "stands");
  assert.equal(status["p/t"], "blocked");
  assert.equal(strength["p/t"], 0);
  assert.equal(strength.t, 0.5);
  assert.ok(converged);
});

test("linked premises are as strong as the weakest", () => {
  const linked = {...town, base: [0.5, 0.6, 0.4, 0.5, 1], attackers: {0: [3]}, premises: {3: [1, 2], 4: []}, void: [4]};
  assert.ok(Math.abs(evaluateMap(linked).strength["p/t"] - 0.2) < 1e-12);
});

test("setting the doubt aside lets the objection apply, and says what goes with it", () => {
  const {status, removed} = evaluateMap(town, {setAside: ["q"]});
  assert.equal(status.t, "falls");
  assert.deepEqual(removed, ["q", "q/p"]);
});

test("doubting moves strength alone", () => {
  const before = evaluateMap(town, {setAside: ["q"]});
  const after = evaluateMap(town, {setAside: ["q"], doubt: {p: 0.1}});
  assert.deepEqual(after.status, before.status);
  assert.ok(after.strength.t > before.strength.t);
});

test("the equations are left as they were", () => {
  const before = JSON.stringify(town);
  evaluateMap(town, {setAside: ["q"], doubt: {p: 0.1}});
  assert.equal(JSON.stringify(town), before);
});

test("ids that objects have by birth are ids like any other", () => {
  const odd = {...town, ids: ["constructor", "tostring", "valueof", "hasownproperty", "__proto__"]};
  assert.equal(evaluateMap(odd).status.constructor, "stands");
  assert.equal(evaluateMap(odd).status["__proto__"], "applies");
});

test("an unknown id or a score out of range is refused", () => {
  assert.throws(() => evaluateMap(town, {setAside: ["nobody"]}), RangeError);
  assert.throws(() => evaluateMap(town, {doubt: {p: 2}}), RangeError);
  assert.throws(() => evaluateMap(town, {doubt: {p: NaN}}), RangeError);
});
