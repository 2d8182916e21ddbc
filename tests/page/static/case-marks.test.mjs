import assert from "node:assert/strict";
import {test} from "node:test";
import {rankIn} from "../../../src/argumap/page/static/case-marks.js";

const lens = {name: "", role: "", told: "", report: "", steps: ["a/b"], added: [], sides: {}};

test("what they hold comes before the way it leads, and what is neither has no rank", () => {
  const rank = rankIn({...lens, holds: ["a"], rejects: ["r"], open: ["o"], path: ["a", "b"], beyond: ["c"]});
  assert.deepEqual(["a", "r", "o", "b", "a/b", "c", "d"].map(rank), [
    "held",
    "rejected",
    "open",
    "onway",
    "onway",
    "beyond",
    null,
  ]);
});
