import assert from "node:assert/strict";
import test from "node:test";
import "./english.mjs";
import {readDebate} from "../../../src/argumap/views/map/card-tree.js";
import {
  countShown,
  MOST_CARDS,
  openAtStart,
  openTo,
  openWhole,
  START_CARDS,
} from "../../../src/argumap/views/map/unfolding.js";
import {claim, town} from "./debates.mjs";

/** Issues with so many positions each, and each of them so many reasons. */
const grown = (...sizes) =>
  readDebate({
    version: 1,
    nodes: sizes.flatMap(([positions, reasons], q) => [
      {id: `q${q}`, kind: "issue", title: "?"},
      ...Array.from({length: positions}, (_, p) => claim(`q${q}p${p}`, `q${q}`, "answers")),
      ...Array.from({length: positions * reasons}, (_, r) => claim(`q${q}r${r}`, `q${q}p${r % positions}`, "supports")),
    ]),
  }).roots;
const always = () => true;

test("a start opens as deep as its cards can be read", () => {
  const {roots} = town();
  assert.deepEqual(openAtStart(roots, always), new Set(["cars", "close", "trade"]));
  assert.deepEqual(
    openAtStart(roots, open => open.size < 2),
    new Set(["cars"]),
  );
});

test("where nothing answers the question, what is tied to none is open", () => {
  const {roots} = readDebate({
    version: 1,
    nodes: [
      {id: "q", kind: "issue", title: "?"},
      {id: "untied", kind: "group", title: "Not tied to a question"},
      ...Array.from({length: 9}, (_, n) => claim(`c${n}`, "untied")),
    ],
  });
  assert.deepEqual(
    openAtStart(roots, () => false),
    new Set(["untied"]),
  );
});

test("a start stays within its limit of cards", () => {
  const roots = grown([9, 9]);
  const open = openAtStart(roots, always);
  assert.ok(countShown(roots, open) <= START_CARDS);
});

test("the largest debate may go one level deeper than the others", () => {
  const roots = grown([2, 2], [9, 9], [5, 4]);
  const open = openAtStart(roots, always);
  assert.ok(open.has("q2p0") || open.has("q0"));
  assert.ok(countShown(roots, open) <= START_CARDS);
});

test("the largest debate goes on with its reasons where the others cannot begin", () => {
  const roots = grown([3, 2], [3, 0], [3, 0]);
  const fits = open => !open.has("q1") && !open.has("q2");
  assert.deepEqual(openAtStart(roots, fits), new Set(["q0", "q0p0", "q0p1", "q0p2"]));
  const small = open => fits(open) && open.size < 2;
  assert.deepEqual(openAtStart(roots, small), new Set(["q0"]));
});

test("a debate that cannot be read at once begins all the same", () => {
  assert.deepEqual(
    openAtStart(grown([80, 0]), () => false),
    new Set(["q0"]),
  );
});

test("the whole of a map opens all that can be drawn at once", () => {
  const {roots} = town();
  assert.deepEqual(openWhole(roots), {open: openTo(roots, Infinity), depth: Infinity});
  const many = grown([50, 60]);
  assert.equal(openWhole(many).depth, 1);
  assert.ok(countShown(many, openWhole(many).open) <= MOST_CARDS);
});
