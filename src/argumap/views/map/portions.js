/* Of many reasons the best few are shown at first, and how many more there are. Nothing here meets the document. */

/** @import {Card} from "./card-tree.js" */
/** @import {State} from "./state.js" */

/** Which cards show all their children. @typedef {Pick<State, "whole" | "all">} Portioned */

const MOST = 10;
const FEW_OF_A_SIDE = 4;
const BEST_FIRST = ["unchallenged", "answered", "contested", "unresolved", "opposed", "unsupported"];

/** @type {Portioned} */
export const AS_AT_START = {all: new Set(), whole: false};

/** Found once: what a reader supposes moves no card out of sight. @type {WeakMap<Card, Card[]>} */
const few = new WeakMap();

/**
 * The children of an open card that are shown, in their order: the best of each side where there are many.
 * @param {Card} node
 * @param {Portioned} state
 */
export function shownChildren(node, {all, whole}) {
  const {children} = node;
  if (whole) return asRead(node);
  if (children.length <= MOST || all.has(node.id)) return children;
  const known = few.get(node) || findFew(node);
  few.set(node, known);
  return known;
}

/**
 * What stands in the order of a board as the source has it: where every card is to be seen, that takes the least room.
 * @param {Card} node
 */
const asRead = ({children, parentNode}) =>
  parentNode?.order ? [...children].sort((a, b) => a.index - b.index) : children;

/** @param {Card} node */
function findFew({kind, children, parentNode}) {
  if (kind !== "claim") return children.slice(0, 2 * FEW_OF_A_SIDE);
  const inBoard = Boolean(parentNode?.order);
  const isReason = (/** @type {Card} */ child) => child.relation === "supports";
  const best = inBoard
    ? children
    : [...children].sort((a, b) => worthOf(a) - worthOf(b) || (b.strength ?? 0) - (a.strength ?? 0));
  const kept = new Set([...firstSteps(best.filter(isReason)), ...firstSteps(best.filter(child => !isReason(child)))]);
  return children.filter(child => kept.has(child.step ?? child.id));
}

/**
 * The first few reasons: premises that count only together are one.
 * @param {Card[]} cards
 */
const firstSteps = cards => [...new Set(cards.map(({step, id}) => step ?? id))].slice(0, FEW_OF_A_SIDE);

/** @param {Card} child */
function worthOf({word = ""}) {
  const place = BEST_FIRST.indexOf(word);
  return place < 0 ? BEST_FIRST.length : place;
}

/**
 * How many cards are hidden beneath one: all where it is folded, those beyond the best few where it is open.
 * @param {Card} node
 * @param {Pick<State, "open" | "all" | "whole">} state
 */
export function hiddenBelow(node, state) {
  if (!state.open.has(node.id)) return node.below;
  const shown = shownChildren(node, state);
  return shown.reduce((left, child) => left - child.below - 1, node.below);
}
