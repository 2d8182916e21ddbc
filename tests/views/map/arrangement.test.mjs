import assert from "node:assert/strict";
import test from "node:test";
import "./english.mjs";
import {
  arrange,
  chooseOptions,
  heldPlaces,
  isInView,
  stillHolds,
  treeOf,
} from "../../../src/argumap/views/map/arrangement.js";
import {findNeighbour} from "../../../src/argumap/views/map/arrow-keys.js";
import {createState} from "../../../src/argumap/views/map/state.js";
import {SIZES, town} from "./debates.mjs";

const STAGE = {w: 1000, h: 700};
const ALL = new Set(["cars", "close", "trade"]);
const placed = (changes, debate = town()) => {
  const state = {...createState(), open: ALL, ...changes};
  const tree = treeOf(debate, state, SIZES);
  return arrange(tree, debate, state, chooseOptions(tree, debate, state, STAGE).options, SIZES);
};

test("what is folded has no place", () => {
  assert.deepEqual(placed({open: new Set(["cars"])}).shown, ["cars", "close", "keep"]);
  assert.equal(placed({}).shown.length, 7);
});

test("a branch shows what hangs under its card", () => {
  assert.deepEqual(placed({view: {kind: "branch", id: "trade"}}).shown, ["trade", "towns"]);
});

test("a focus has on its left what the card bears on, on its right what bears on it", () => {
  const {shown, left, boxes} = placed({view: {kind: "focus", id: "trade"}});
  assert.deepEqual([...shown].sort(), ["close", "keep", "towns", "trade"]);
  assert.deepEqual([...left], ["close"]);
  assert.ok(boxes.get("close").x < boxes.get("trade").x && boxes.get("towns").x > boxes.get("trade").x);
});

test("the first reason and the first objection under a position are headed", () => {
  assert.deepEqual(
    [...placed({}).heads],
    [
      ["air", "for"],
      ["trade", "against"],
    ],
  );
});

test("stakeholders stand to the right of all cards, and the map is as wide as both", () => {
  const {people, boxes, x, w} = placed({people: true});
  const guild = people.get("guild");
  assert.ok(guild.x > Math.max(...[...boxes.values()].map(box => box.x + box.w)));
  assert.equal(x + w, guild.x + guild.w);
  assert.equal(placed({}).people.size, 0);
});

test("a choice holds until the reader wants another", () => {
  const options = {mode: "down", width: 200, columns: 2};
  assert.deepEqual(
    ["auto", "list", "down", "both"].map(layout => stillHolds(options, {layout})),
    [true, true, true, false],
  );
});

test("vis-network is told the middle of each card", () => {
  const arrangement = placed({});
  const {x, y, w, h} = arrangement.boxes.get("air");
  assert.deepEqual(heldPlaces(arrangement).get("n:air"), {x: x + w / 2, y: y + h / 2});
});

test("a card is in view where its branch or focus holds it", () => {
  const debate = town();
  const node = id => debate.nodes.get(id);
  assert.ok(isInView(node("towns"), {view: null}, null));
  assert.ok(isInView(node("towns"), {view: {kind: "branch", id: "close"}}, null));
  assert.ok(!isInView(node("keep"), {view: {kind: "branch", id: "close"}}, null));
  assert.ok(!isInView(node("air"), {view: {kind: "focus", id: "trade"}}, placed({view: {kind: "focus", id: "trade"}})));
});

test("an arrow key leads to the nearest card that way, and from nowhere to the first", () => {
  const debate = town();
  const arrangement = placed({layout: "right"}, debate);
  assert.equal(findNeighbour(debate, arrangement, null, {x: 1, y: 0}), "cars");
  assert.equal(findNeighbour(debate, arrangement, "towns", {x: 1, y: 0}), null);
  assert.equal(findNeighbour(debate, arrangement, "close", {x: -1, y: 0}), "cars");
});
