import assert from "node:assert/strict";
import test from "node:test";
import {shareColumns} from "../../../src/argumap/views/matrix/arranging.js";

test("few people are all named", () => assert.deepEqual(shareColumns([3, 1, 0, 2]), [3, 1, 0, 2]));

test("of many the sides share the columns by their size, and none is without a name", () => {
  const shared = shareColumns([27, 24, 1, 8]);
  assert.ok(shared.every(n => n >= 1));
  assert.ok(shared[0] >= shared[1]);
  assert.ok(shared.reduce((sum, n) => sum + n, 0) <= 16);
});
