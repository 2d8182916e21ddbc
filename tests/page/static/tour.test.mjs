/* Which step of a guided reading an address is at. */
import assert from "node:assert/strict";
import test from "node:test";
import {readStep} from "../../../src/argumap/page/static/tour.js";

test("a step is one of those there are", () => {
  for (const [text, step] of [
    ["1", 1],
    ["6", 6],
    ["7", 0],
    ["0", 0],
    ["-1", 0],
    ["1.5", 0],
    ["x", 0],
    [null, 0],
  ]) {
    assert.equal(readStep(/** @type {string | null} */ (text), 6), step);
  }
});
