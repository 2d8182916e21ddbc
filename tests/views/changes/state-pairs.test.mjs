import assert from "node:assert/strict";
import {test} from "node:test";
import {findSteps, neighbour} from "../../../src/argumap/views/changes/state-pairs.js";

test("two states that are compared are shown at once, others step by step", () => {
  const written = new Set(["0-1", "1-2", "2-3", "0-3"]);
  const has = (old, now) => written.has(`${old}-${now}`);
  assert.deepEqual(findSteps(0, 3, has), [[0, 3]]);
  assert.deepEqual(findSteps(0, 2, has), [
    [0, 1],
    [1, 2],
  ]);
});

test("keys lead along the states and stop at their ends", () => {
  assert.equal(neighbour("ArrowRight", 0, 3, false), 1);
  assert.equal(neighbour("ArrowLeft", 0, 3, false), null);
  assert.equal(neighbour("ArrowLeft", 0, 3, true), 1);
  assert.equal(neighbour("End", 0, 3, false), 2);
  assert.equal(neighbour("x", 0, 3, false), null);
});
