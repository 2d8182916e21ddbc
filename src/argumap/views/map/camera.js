/* What part of the map is in view, as figures: nothing here meets the document. */
import {TEXT_SIZE} from "./card-text.js";
import {LARGEST, LARGEST_IN_FOCUS} from "./arrangement.js";

/** @import {Point} from "./geometry.js" */
/** @import {State} from "./state.js" */
/** @import {Mode, Rect, Size} from "./tidy.js" */

/**
 * The middle of what is in view, on the map, and how many pixels a unit of the map has.
 * @typedef {{position: Point, scale: number}} Camera
 */
/**
 * The drawing's own size on the screen, and the part of it that cards should keep to.
 * @typedef {{holder: Size, stage: Size, legend: number}} Room
 */

/** Text of so many pixels can be read. */
export const LEGIBLE = 13;
const READABLE = 9.8;
const LEGIBLE_WITH_PEOPLE = 10;
export const SCALES = {least: 0.03, most: 4};

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
 * @returns {Camera | null}
 */
export function revealCamera(box, {position, scale}, holder, whole) {
  if (scale * TEXT_SIZE < READABLE && !whole) {
    return {position: {x: box.x + box.w / 2, y: box.y + box.h / 2}, scale: LEGIBLE / TEXT_SIZE};
  }
  const pad = 26;
  const left = (box.x - position.x) * scale + holder.w / 2;
  const top = (box.y - position.y) * scale + holder.h / 2;
  const dx = overshoot(left, left + box.w * scale, pad, holder.w - pad);
  const dy = overshoot(top, top + box.h * scale, pad, holder.h - 60);
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
 * @param {number} scale
 */
export const withinScales = scale => Math.max(SCALES.least, Math.min(SCALES.most, scale));
