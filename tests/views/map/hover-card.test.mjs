import assert from "node:assert/strict";
import test from "node:test";
import "./english.mjs";
import {besideBox} from "../../../src/argumap/views/map/hover-card.js";

const ROOM = {w: 1000, h: 700};
const SIZE = {w: 300, h: 200};

test("it lies beside what it tells of, and within the drawing", () => {
  const beside = (x, y) => besideBox({x, y, w: 200, h: 60}, SIZE, ROOM);
  assert.deepEqual(beside(100, 100), {x: 310, y: 100});
  assert.deepEqual(beside(700, 100), {x: 390, y: 100});
  assert.deepEqual(beside(100, 650), {x: 310, y: 500});
});

test("where there is no room at its sides it lies below or above", () => {
  const narrow = {w: 350, h: 700};
  assert.deepEqual(besideBox({x: 20, y: 40, w: 300, h: 60}, SIZE, narrow), {x: 20, y: 110});
  assert.deepEqual(besideBox({x: 20, y: 600, w: 300, h: 60}, SIZE, narrow), {x: 20, y: 390});
});
