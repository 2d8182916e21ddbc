import assert from "node:assert/strict";
import test from "node:test";
import "./english.mjs";
import {LEGIBLE} from "../../../src/argumap/views/map/arrangement.js";
import {
  fitCamera,
  isSameCamera,
  keepCamera,
  keepInSight,
  recallCamera,
  revealCamera,
} from "../../../src/argumap/views/map/camera.js";

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

test("a card is brought above what lies over the foot of the stage, close to it where there is little room", () => {
  const camera = {position: {x: 0, y: 0}, scale: 1};
  const below = {x: -50, y: 200, w: 100, h: 50};
  const bottom = foot => 250 - revealCamera(below, camera, HOLDER, false, foot).position.y + 350;
  assert.equal(bottom(400), 700 - 400 - 26);
  assert.equal(bottom(640), 700 - 640 - 5);
});

test("a card too small to read is brought near, but for a reader who wants to see everything", () => {
  const camera = {position: {x: 0, y: 0}, scale: 0.2};
  const box = {x: 0, y: 0, w: 100, h: 20};
  assert.deepEqual(revealCamera(box, camera, HOLDER, false), {position: {x: 50, y: 10}, scale: LEGIBLE / 14});
  assert.equal(revealCamera(box, camera, HOLDER, true), null);
});

test("what was in the middle is found again where the cards stand otherwise", () => {
  const was = new Map([
    ["a", {x: 0, y: 0, w: 100, h: 40}],
    ["b", {x: 500, y: 0, w: 100, h: 40}],
  ]);
  const kept = keepCamera({position: {x: 520.4, y: 60}, scale: 0.71234}, was);
  assert.deepEqual(kept, {near: "b", x: -30, y: 40, scale: 0.712});
  const now = new Map([["b", {x: 0, y: 900, w: 200, h: 60}]]);
  assert.deepEqual(recallCamera(kept, now), {position: {x: 70, y: 970}, scale: 0.712});
  assert.equal(recallCamera({...kept, near: "a"}, now), null);
  assert.equal(keepCamera({position: {x: 0, y: 0}, scale: 1}, new Map()), null);
});

test("the map cannot be lost: wherever one pans, a card stays in sight", () => {
  const boxes = [
    {x: 0, y: 0, w: 200, h: 60},
    {x: 4000, y: 2000, w: 200, h: 60},
  ];
  const seen = ({position, scale}) =>
    boxes.some(box => {
      const [dx, dy] = [HOLDER.w / 2 / scale, HOLDER.h / 2 / scale];
      const across = box.x < position.x + dx && box.x + box.w > position.x - dx;
      return across && box.y < position.y + dy && box.y + box.h > position.y - dy;
    });
  for (const scale of [0.03, 0.5, 1, 4]) {
    for (const x of [-99999, -500, 0, 2000, 5000, 99999]) {
      for (const y of [-99999, 0, 900, 99999]) {
        const kept = keepInSight({position: {x, y}, scale}, HOLDER, boxes);
        assert.ok(seen(kept), `${scale} ${x} ${y}`);
        assert.ok(isSameCamera(keepInSight(kept, HOLDER, boxes), kept));
      }
    }
  }
});

test("a map in sight is left where it is", () => {
  const camera = {position: {x: 300, y: 0}, scale: 1};
  assert.deepEqual(keepInSight(camera, HOLDER, [{x: 0, y: 0, w: 200, h: 60}]), camera);
});
