import assert from "node:assert/strict";
import test from "node:test";
import {findFree} from "../../../src/argumap/views/map/minimap.js";

const SIZE = {w: 200, h: 130};
const ROOM = {w: 1000, h: 700};

test("the small map lies in a corner where it covers no card", () => {
  const corner = boxes => findFree(boxes, SIZE, ROOM);
  assert.deepEqual(corner([]), {x: 788, y: 458});
  assert.deepEqual(corner([{x: 900, y: 560, w: 90, h: 40}]), {x: 788, y: 12});
  assert.equal(corner([{x: 0, y: 0, w: 1000, h: 700}]), null);
});

test("a small drawing has no room for it", () => {
  assert.equal(findFree([], SIZE, {w: 210, h: 700}), null);
  assert.equal(findFree([], SIZE, {w: 700, h: 180}), null);
});
