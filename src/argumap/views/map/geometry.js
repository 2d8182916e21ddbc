/* Where lines start and end and badges sit: shapes that a canvas and a picture draw alike. */

/** @import {Box, Mode, Rect} from "./tidy.js" */

/** @typedef {{x: number, y: number}} Point */
/**
 * A step of a line, as SVG has it: M, L, C or Q with its numbers.
 * @typedef {[command: string, ...at: number[]]} Command
 */
/** @typedef {Command[]} Path */

/** The radius of the mark of a word. */
export const MARK = 4.5;
export const BARE_MARK = 2.7;
/** The ring of the sign of a step that the map added. */
export const ADDED_DASH = [3.5, 2.5];

/**
 * Where a card tells its word: its outer upper corner.
 * @param {Rect & {side: number}} box
 * @returns {Point}
 */
export const cornerOf = box => ({x: box.side < 0 ? box.x + 4 : box.x + box.w - 4, y: box.y + 4});

/**
 * Where a card is tied to what it bears on: its outer side, or its top where it stands in a row.
 * @param {Box} box
 * @param {Mode} mode
 * @returns {Point}
 */
export function jointOf(box, mode) {
  if (mode === "down" && !box.hang) return {x: box.x + box.w / 2, y: box.y};
  if (box.stacked) return {x: box.side < 0 ? box.x + box.w - 14 : box.x + 14, y: box.y};
  const y = box.y + Math.min(box.h / 2, 26);
  return box.side < 0 ? {x: box.x + box.w, y} : {x: box.x, y};
}

/**
 * The line from a parent to a child.
 * @param {Rect} parent
 * @param {Box} child
 * @param {Mode} mode
 * @returns {Path}
 */
export function tiePath(parent, child, mode) {
  const end = jointOf(child, mode);
  if (child.stacked) return trunkPath(parent, end, end.x);
  if (child.hang) return trunkPath(parent, end, child.side < 0 ? end.x + 11 : end.x - 11);
  if (mode === "down") return downPath(parent, end);
  const start = {x: child.side < 0 ? parent.x : parent.x + parent.w, y: parent.y + parent.h / 2};
  const bend = (end.x - start.x) / 2;
  return [
    ["M", start.x, start.y],
    ["C", start.x + bend, start.y, end.x - bend, end.y, end.x, end.y],
  ];
}

/**
 * The line of what denies a step: to the sign of the step, not to the card of its premise.
 * @param {Box} premise
 * @param {Box} child
 * @param {Mode} mode
 * @returns {Path}
 */
export function stepPath(premise, child, mode) {
  const sign = jointOf(premise, mode);
  const end = jointOf(child, mode);
  if (mode === "down" && !premise.hang && !child.hang) return tiePath(premise, child, mode);
  const turn = child.hang ? end.y : premise.y + premise.h + 5;
  /** @type {Path} */
  const path = [
    ["M", sign.x, sign.y],
    ["L", sign.x, turn],
    ["L", end.x, turn],
  ];
  return turn === end.y ? path : [...path, ["L", end.x, end.y]];
}

/**
 * Down a trunk under the parent, and over to the child.
 * @param {Rect} parent
 * @param {Point} end
 * @param {number} trunk
 * @returns {Path}
 */
const trunkPath = (parent, end, trunk) => [
  ["M", trunk, parent.y + parent.h],
  ["L", trunk, end.y],
  ["L", end.x, end.y],
];

/**
 * Down to a row of children and along it.
 * @param {Rect} parent
 * @param {Point} end
 * @returns {Path}
 */
function downPath(parent, end) {
  const start = {x: parent.x + parent.w / 2, y: parent.y + parent.h};
  const middle = start.y + Math.max(10, (end.y - start.y) / 2);
  if (Math.abs(start.x - end.x) < 1) {
    return [
      ["M", start.x, start.y],
      ["L", end.x, end.y],
    ];
  }
  return [
    ["M", start.x, start.y],
    ["L", start.x, middle],
    ["L", end.x, middle],
    ["L", end.x, end.y],
  ];
}

/**
 * A cross link: from edge to edge, bowed, so that it does not run along a tie.
 * @param {Rect} from
 * @param {Rect} to
 * @returns {{path: Path, start: Point}}
 */
export function bowPath(from, to) {
  const start = leave(from, centreOf(to));
  const end = leave(to, centreOf(from));
  const dx = end.x - start.x;
  const dy = end.y - start.y;
  const far = Math.hypot(dx, dy) || 1;
  const out = Math.min(70, far * 0.22);
  const middle = {x: (start.x + end.x) / 2 - (dy / far) * out, y: (start.y + end.y) / 2 + (dx / far) * out};
  return {
    path: [
      ["M", start.x, start.y],
      ["Q", middle.x, middle.y, end.x, end.y],
    ],
    start,
  };
}

/**
 * @param {Rect} box
 * @returns {Point}
 */
export const centreOf = box => ({x: box.x + box.w / 2, y: box.y + box.h / 2});

/**
 * Where a line from the middle of a box towards a point leaves the box.
 * @param {Rect} box
 * @param {Point} to
 * @returns {Point}
 */
function leave(box, to) {
  const from = centreOf(box);
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const t = Math.min(dx ? box.w / 2 / Math.abs(dx) : Infinity, dy ? box.h / 2 / Math.abs(dy) : Infinity);
  return Number.isFinite(t) ? {x: from.x + dx * t, y: from.y + dy * t} : from;
}

/**
 * From a stakeholder to what they speak on.
 * @param {Rect} person
 * @param {Rect} card
 * @returns {{path: Path, start: Point}}
 */
export function speechPath(person, card) {
  const start = {x: person.x, y: person.y + person.h / 2};
  const end = {x: card.x + card.w, y: card.y + card.h / 2};
  return {
    path: [
      ["M", start.x, start.y],
      ["C", start.x - 60, start.y, end.x + 60, end.y, end.x, end.y],
    ],
    start,
  };
}

/**
 * Through joints that stand in one column or row; others cannot be joined by a straight line.
 * @param {Point[]} joints
 * @returns {Path}
 */
export function bracketPath(joints) {
  return joints.map((at, i) => {
    const last = joints[i - 1];
    const straight = last && (Math.abs(last.x - at.x) < 1 || Math.abs(last.y - at.y) < 1);
    return [straight ? "L" : "M", at.x, at.y];
  });
}

/**
 * The pill with what is hidden below (or a minus where it can be folded), on the card's lower edge.
 * @param {Rect & {side: number}} box
 * @param {string} words
 * @returns {Rect}
 */
export function badgeBox(box, words) {
  const w = 13 + 8 * words.length;
  const x = box.side < 0 ? box.x + 14 : box.x + box.w - w - 14;
  return {x, y: box.y + box.h - 8, w, h: 19};
}

/**
 * The quiet pill beside it: how many steps from elsewhere in the map bear on this card.
 * @param {Rect & {side: number}} box
 * @param {string} words
 * @param {Rect | null} beside
 * @returns {Rect}
 */
export function elsewhereBox(box, words, beside) {
  const badge = badgeBox(box, words);
  if (!beside) return badge;
  return {...badge, x: box.side < 0 ? beside.x + beside.w + 4 : beside.x - badge.w - 4};
}

/**
 * Whether a point lies in a box, or so near that a finger means it.
 * @param {Point} at
 * @param {Rect} box
 * @param {{x: number, above: number, below: number}} [near]
 */
export function isInside(at, box, near = {x: 0, above: 0, below: 0}) {
  const across = at.x >= box.x - near.x && at.x <= box.x + box.w + near.x;
  return across && at.y >= box.y - near.above && at.y <= box.y + box.h + near.below;
}
