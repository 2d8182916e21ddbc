import assert from "node:assert/strict";
import test from "node:test";
import {createHistory} from "../../../src/argumap/views/map/history.js";

const branch = id => ({kind: "branch", id});

test("the way back leads through what was left, and on again", () => {
  const history = createHistory();
  history.leave(null);
  history.leave(branch("a"));
  assert.deepEqual(history.back(branch("b")), branch("a"));
  assert.equal(history.back(branch("a")), null);
  assert.deepEqual(history.on(null), branch("a"));
  assert.deepEqual(history.on(branch("a")), branch("b"));
});

test("where nobody has been there is no way", () => {
  const history = createHistory();
  assert.deepEqual([history.canGoBack(), history.canGoOn()], [false, false]);
  assert.deepEqual([history.back(null), history.on(null)], [undefined, undefined]);
});

test("leaving anew forgets what was ahead", () => {
  const history = createHistory();
  history.leave(null);
  history.back(branch("a"));
  assert.ok(history.canGoOn());
  history.leave(null);
  assert.ok(!history.canGoOn());
});
