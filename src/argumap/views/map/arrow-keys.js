/* Which card an arrow key leads to. */

/** @import {Arrangement} from "./arrangement.js" */
/** @import {Card, Debate} from "./card-tree.js" */
/** @import {Point} from "./geometry.js" */
/** @import {Rect} from "./tidy.js" */

/** @type {Record<string, Point>} */
export const ARROWS = {
  ArrowLeft: {x: -1, y: 0},
  ArrowRight: {x: 1, y: 0},
  ArrowUp: {x: 0, y: -1},
  ArrowDown: {x: 0, y: 1},
};
/** Kin are preferred to what stands as near. */
const KIN = 0.55;

/**
 * The nearest card or stakeholder in a direction: kin first, then what stands straight ahead; null where there is none.
 * @param {Debate} debate
 * @param {Arrangement} placed
 * @param {string | null} id where one is; nowhere leads to the first card
 * @param {Point} towards
 */
export function findNeighbour(debate, placed, id, towards) {
  const from = id === null ? undefined : placed.boxes.get(id) || placed.people.get(id);
  if (!from) return placed.shown[0] ?? null;
  const node = debate.nodes.get(id || "");
  /** @type {string | null} */
  let best = null;
  let least = Infinity;
  for (const [other, box] of [...placed.boxes, ...placed.people]) {
    const cost =
      other === id || debate.ghosts.has(other)
        ? Infinity
        : costOf(from, box, towards, areKin(node, debate.nodes.get(other)));
    if (cost < least) {
      least = cost;
      best = other;
    }
  }
  return best;
}

/**
 * @param {Rect} from
 * @param {Rect} to
 * @param {Point} towards
 * @param {boolean} kin
 */
function costOf(from, to, towards, kin) {
  const a = aim(from);
  const b = aim(to);
  const along = (b.x - a.x) * towards.x + (b.y - a.y) * towards.y;
  const across = Math.abs((b.x - a.x) * towards.y) + Math.abs((b.y - a.y) * towards.x);
  if (along <= 4 || across > along * 3 + 60) return Infinity;
  return (along + across * 2) * (kin ? KIN : 1);
}

/**
 * @param {Rect} box
 * @returns {Point}
 */
const aim = box => ({x: box.x + box.w / 2, y: box.y + Math.min(box.h / 2, 30)});

/**
 * Whether one hangs under the other, or both under the same.
 * @param {Card | undefined} a
 * @param {Card | undefined} b
 */
function areKin(a, b) {
  if (!a || !b) return false;
  return b.parentNode === a || a.parentNode === b || a.parentNode === b.parentNode;
}
