import assert from "node:assert/strict";
import test from "node:test";
import {
  badgeBox,
  bowPath,
  bracketPath,
  elsewhereBox,
  isInside,
  jointOf,
  tiePath,
} from "../../../src/argumap/views/map/geometry.js";

const box = (x, y, more = {}) => ({x, y, w: 100, h: 40, side: 1, depth: 1, hang: false, ...more});

test("a card is tied at its outer side, or at its top in a row", () => {
  assert.deepEqual(jointOf(box(200, 0), "right"), {x: 200, y: 20});
  assert.deepEqual(jointOf(box(200, 0, {side: -1}), "both"), {x: 300, y: 20});
  assert.deepEqual(jointOf(box(200, 0), "down"), {x: 250, y: 0});
});

test("a tie starts at the parent and ends at the child's joint", () => {
  for (const [mode, child] of [
    ["right", box(200, 100)],
    ["down", box(200, 100)],
    ["down", box(20, 100, {hang: true})],
    ["right", box(20, 100, {hang: true, stacked: true})],
  ]) {
    const path = tiePath(box(0, 0), child, mode);
    const end = jointOf(child, mode);
    assert.equal(path[0][0], "M");
    assert.deepEqual(path.at(-1).slice(-2), [end.x, end.y]);
  }
});

test("a bracket joins what stands in one column and leaves gaps between columns", () => {
  const commands = joints =>
    bracketPath(joints)
      .map(([command]) => command)
      .join("");
  assert.equal(
    commands([
      {x: 0, y: 0},
      {x: 0, y: 50},
      {x: 90, y: 70},
    ]),
    "MLM",
  );
});

test("a cross link leaves both cards at their edges", () => {
  const {path, start} = bowPath(box(0, 0), box(300, 0));
  assert.deepEqual(start, {x: 100, y: 20});
  assert.deepEqual(path[1].slice(-2), [300, 20]);
});

test("a quiet pill stands beside the other, on the inner side", () => {
  const card = box(0, 0);
  const badge = badgeBox(card, "+3");
  assert.ok(elsewhereBox(card, "↗ 2", badge).x < badge.x);
  assert.deepEqual(elsewhereBox(card, "↗ 2", null), badgeBox(card, "↗ 2"));
});

test("a pointer is forgiven a few pixels where it is told so", () => {
  assert.ok(isInside({x: 100, y: 40}, box(0, 0)) && !isInside({x: 101, y: 40}, box(0, 0)));
  assert.ok(isInside({x: 103, y: 44}, box(0, 0), {x: 5, above: 4, below: 6}));
});
