import assert from "node:assert/strict";
import test from "node:test";
import {fitCamera, LEGIBLE, revealCamera, withinScales} from "../../../src/argumap/views/map/camera.js";

const HOLDER = {w: 1000, h: 700};
const ROOM = {holder: HOLDER, stage: {w: 960, h: 600}, legend: 40};
const STATE = {view: null, whole: false, people: false};

test("what fits is shown in the middle, and not larger than is pleasant", () => {
  const {scale, position} = fitCamera({x: 0, y: 0, w: 400, h: 200}, "down", STATE, ROOM);
  assert.equal(scale, 1.15);
  assert.equal(position.x, 200);
});

test("what does not fit stays legible and begins at its upper left", () => {
  const {scale, position} = fitCamera({x: 50, y: 70, w: 9000, h: 9000}, "down", STATE, ROOM);
  assert.ok(scale * 14 > LEGIBLE);
  assert.ok(Math.abs((50 - position.x) * scale + HOLDER.w / 2 - 20) < 1e-9);
  assert.ok(Math.abs((70 - position.y) * scale + HOLDER.h / 2 - 16) < 1e-9);
});

test("the whole map is shown as small as it must be", () => {
  const {scale} = fitCamera({x: 0, y: 0, w: 9000, h: 100}, "down", {...STATE, whole: true}, ROOM);
  assert.ok(Math.abs(scale - 960 / 9000) < 1e-9);
});

test("a card in view moves nothing; one beyond the edge comes just in", () => {
  const camera = {position: {x: 0, y: 0}, scale: 1};
  assert.equal(revealCamera({x: -50, y: -50, w: 100, h: 100}, camera, HOLDER, false), null);
  assert.deepEqual(revealCamera({x: 450, y: 0, w: 100, h: 20}, camera, HOLDER, false), {
    position: {x: 76, y: 0},
    scale: 1,
  });
});

test("a card too small to read is brought near, but for a reader who wants to see everything", () => {
  const camera = {position: {x: 0, y: 0}, scale: 0.2};
  const box = {x: 0, y: 0, w: 100, h: 20};
  assert.deepEqual(revealCamera(box, camera, HOLDER, false), {position: {x: 50, y: 10}, scale: LEGIBLE / 14});
  assert.equal(revealCamera(box, camera, HOLDER, true), null);
});

test("a scale stays within reason", () => {
  assert.deepEqual([0.001, 1, 100].map(withinScales), [0.03, 1, 4]);
});
