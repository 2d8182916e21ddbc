/* What part of the map is in view, as figures: nothing here meets the document. */
import {TEXT_SIZE} from "./card-text.js";
import {LARGEST, LARGEST_IN_FOCUS, LEGIBLE} from "./arrangement.js";
import {centreOf} from "./geometry.js";

/** @import {Point} from "./geometry.js" */
/** @import {Camera as Kept, State} from "./state.js" */
/** @import {Mode, Rect, Size} from "./tidy.js" */

/**
 * The middle of what is in view, on the map, and how many pixels a unit of the map has.
 * @typedef {{position: Point, scale: number}} Camera
 */
/**
 * The drawing's own size on the screen, and the part of it that cards should keep to.
 * @typedef {{holder: Size, stage: Size, legend: number}} Room
 */

export const READABLE = 9.8;
const LEGIBLE_WITH_PEOPLE = 10;
/** At the foot of the stage stand at least its buttons. */
const AT_FOOT = 34;
/** So much of a card is to be in sight, in pixels. */
const IN_SIGHT = 60;

/**
 * Shows all of it, or as much as can be read: what does not fit begins at its upper left, where reading begins.
 * @param {Rect} placed
 * @param {Mode} mode
 * @param {Pick<State, "view" | "whole" | "people">} state
 * @param {Room} room
 * @returns {Camera}
 */
export function fitCamera(placed, mode, state, {holder, stage, legend}) {
  const largest = state.view?.kind === "focus" ? LARGEST_IN_FOCUS : LARGEST;
  const fits = Math.min(largest, stage.w / Math.max(1, placed.w), stage.h / Math.max(1, placed.h));
  const text = state.people ? LEGIBLE_WITH_PEOPLE : LEGIBLE + 0.01;
  const scale = Math.max(fits, state.whole || state.view ? 0 : text / TEXT_SIZE);
  const isWide = placed.w * scale > stage.w + 1 && mode !== "both";
  const isTall = placed.h * scale > stage.h + 1;
  return {
    scale,
    position: {
      x: isWide ? placed.x + (holder.w / 2 - 20) / scale : placed.x + placed.w / 2,
      y: isTall ? placed.y + (holder.h / 2 - 16) / scale : placed.y + placed.h / 2 + Math.max(24, legend / 2) / scale,
    },
  };
}

/**
 * Moves just so far that a card is in view, and comes nearer only where its text could not be read; null where it is
 * in view already.
 * @param {Rect} box
 * @param {Camera} camera
 * @param {Size} holder
 * @param {boolean} whole whether the reader wants to see everything
 * @param {number} [foot] what lies over the holder at its foot
 * @returns {Camera | null}
 */
export function revealCamera(box, {position, scale}, holder, whole, foot = 0) {
  if (scale * TEXT_SIZE < READABLE && !whole) {
    return {position: {x: box.x + box.w / 2, y: box.y + box.h / 2}, scale: LEGIBLE / TEXT_SIZE};
  }
  const pad = 26;
  const left = (box.x - position.x) * scale + holder.w / 2;
  const top = (box.y - position.y) * scale + holder.h / 2;
  const dx = overshoot(left, left + box.w * scale, pad, holder.w - pad);
  const room = holder.h - Math.max(AT_FOOT, foot);
  const above = Math.max(4, Math.min(pad, (room - box.h * scale) / 2));
  const dy = overshoot(top, top + box.h * scale, above, room - above);
  if (!dx && !dy) return null;
  return {position: {x: position.x + dx / scale, y: position.y + dy / scale}, scale};
}

/**
 * How far a span lies before `low` (less than 0) or beyond `high`.
 * @param {number} start
 * @param {number} end
 * @param {number} low
 * @param {number} high
 */
function overshoot(start, end, low, high) {
  if (start < low) return start - low;
  return end > high ? end - high : 0;
}

/**
 * A camera as a state keeps it: by the card that is nearest to the middle of what is in view.
 * @param {Camera} camera
 * @param {ReadonlyMap<string, Rect>} boxes
 * @returns {Kept | null}
 */
export function keepCamera({position, scale}, boxes) {
  let near = null;
  let least = Infinity;
  for (const [id, box] of boxes) {
    const far = distance(box, position);
    if (far >= least) continue;
    near = id;
    least = far;
  }
  const box = boxes.get(near ?? "");
  if (near === null || !box) return null;
  const {x, y} = centreOf(box);
  const round = (/** @type {number} */ figure) => Math.round(figure * 1000) / 1000;
  return {near, x: Math.round(position.x - x), y: Math.round(position.y - y), scale: round(scale)};
}

/**
 * Where a kept camera stands among cards that may have moved since; null where its card is not shown.
 * @param {Kept} kept
 * @param {ReadonlyMap<string, Rect>} boxes
 * @returns {Camera | null}
 */
export function recallCamera({near, x, y, scale}, boxes) {
  const box = boxes.get(near);
  if (!box) return null;
  const middle = centreOf(box);
  return {position: {x: middle.x + x, y: middle.y + y}, scale};
}

/**
 * Whether two cameras show the same, but for what no eye sees.
 * @param {Camera} a
 * @param {Camera} b
 */
export function isSameCamera(a, b) {
  const far = Math.hypot(a.position.x - b.position.x, a.position.y - b.position.y);
  return far * a.scale < 1 && Math.abs(a.scale / b.scale - 1) < 0.001;
}

/**
 * The least move after which a card is in sight again, where none is: the map cannot be lost.
 * @param {Camera} camera
 * @param {Size} holder
 * @param {Iterable<Rect>} boxes
 * @returns {Camera}
 */
export function keepInSight({position, scale}, holder, boxes) {
  const reach = {x: (holder.w / 2 - IN_SIGHT) / scale, y: (holder.h / 2 - IN_SIGHT) / scale};
  let move = {x: 0, y: 0};
  let least = Infinity;
  for (const box of boxes) {
    const dx = gap(box.x, box.x + box.w, position.x - reach.x, position.x + reach.x);
    const dy = gap(box.y, box.y + box.h, position.y - reach.y, position.y + reach.y);
    const far = Math.hypot(dx, dy);
    if (far >= least) continue;
    least = far;
    move = {x: dx, y: dy};
  }
  return {position: {x: position.x + move.x, y: position.y + move.y}, scale};
}

/**
 * How far a span lies before `low` (less than 0) or beyond `high` as a whole; 0 where it reaches in between.
 * @param {number} start
 * @param {number} end
 * @param {number} low
 * @param {number} high
 */
function gap(start, end, low, high) {
  if (end < low) return end - low;
  return start > high ? start - high : 0;
}

/**
 * How far a point lies from a box; 0 within it.
 * @param {Rect} box
 * @param {Point} at
 */
function distance(box, {x, y}) {
  return Math.hypot(Math.max(box.x - x, 0, x - box.x - box.w), Math.max(box.y - y, 0, y - box.y - box.h));
}
