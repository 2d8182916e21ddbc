/* How far a debate is unfolded: at the start, as a whole, and level by level. */
import {hasBeneath} from "./ghosts.js";
import {AS_AT_START, shownChildren} from "./portions.js";

/** @import {Card} from "./card-tree.js" */
/** @import {Portioned} from "./portions.js" */

/** Whether what is open can be read on the stage. @typedef {(open: Set<string>) => boolean} Fits */

export const START_CARDS = 60;
/** So many cards more are tried, one by one, once all levels that fit are open. */
const MOST_TRIED = 6;
export const MOST_CARDS = 2000;
const WHOLE = {all: new Set(), whole: true};
export const MANY_ROOTS = 6;

/**
 * What is open at the start; where nothing answers a question, the claims that are tied to none.
 * @param {readonly Card[]} roots
 * @param {Fits} fits
 */
export function openAtStart(roots, fits) {
  const issues = roots.filter(root => root.kind === "issue");
  const heads = issues.some(issue => issue.children.length) ? issues : roots;
  const depth = startDepth(heads, START_CARDS - (roots.length - heads.length), fits);
  const isDeep = depth || !heads.some(root => root.children.length);
  const open = isDeep ? deepen(roots, heads, depth, fits) : openFirstLevel(roots, heads, fits);
  return openNext(roots, open, fits);
}

/**
 * Opens the next cards as well, the first ones first, as long as all can be read: the answer that leads before others.
 * @param {readonly Card[]} roots
 * @param {Set<string>} open
 * @param {Fits} fits
 */
function openNext(roots, open, fits) {
  const folded = inReadingOrder(roots, open).filter(node => !open.has(node.id) && hasBeneath(node));
  let kept = open;
  for (const {id} of folded.filter(({depth}) => depth > 0).slice(0, MOST_TRIED)) {
    const tried = new Set([...kept, id]);
    if (countShown(roots, tried) <= START_CARDS && fits(tried)) kept = tried;
    else break;
  }
  return kept;
}

/**
 * The cards that are shown, level by level.
 * @param {readonly Card[]} roots
 * @param {Set<string>} open
 */
function inReadingOrder(roots, open) {
  const cards = [...roots];
  for (const node of cards) if (open.has(node.id)) cards.push(...shownChildren(node, AS_AT_START));
  return cards;
}

/**
 * Where not even one level of all debates can be read: the main one alone, two levels of it if they can be read, or one
 * level of all the same while it is small.
 * @param {readonly Card[]} roots
 * @param {readonly Card[]} heads
 * @param {Fits} fits
 */
function openFirstLevel(roots, heads, fits) {
  const [main] = mainFirst(heads);
  for (const depth of heads.length > 1 ? [2, 1] : []) {
    const open = openTo([main], depth);
    if (countShown(roots, open) <= START_CARDS && fits(open)) return open;
  }
  return openTo(heads.length > 1 ? [main] : heads, 1);
}

/**
 * Where all debates together cannot go deeper, the main one may: it opens one level more as a whole, and the others
 * make room if they must.
 * @param {readonly Card[]} roots
 * @param {readonly Card[]} heads
 * @param {number} depth
 * @param {Fits} fits
 */
function deepen(roots, heads, depth, fits) {
  const open = openTo(heads, depth);
  const [main, ...others] = mainFirst(heads);
  if (!others.length) return open;
  const more = openTo([main], depth + 1);
  for (const lesser of [open, openTo(others, depth - 1), new Set()]) {
    const tried = new Set([...more, ...[...lesser].filter(id => !more.has(id))]);
    if (tried.size > 1 && countShown(roots, tried) <= START_CARDS && fits(tried)) return tried;
  }
  return open;
}

/** @param {readonly Card[]} heads */
const mainFirst = heads =>
  [...heads].sort((a, b) => Number(b.isMain ?? 0) - Number(a.isMain ?? 0) || b.below - a.below || a.index - b.index);

/**
 * How many levels may be open at first: the deepest that fits, at most `limit` cards.
 * @param {readonly Card[]} roots
 * @param {number} limit
 * @param {Fits} fits
 */
export function startDepth(roots, limit, fits) {
  const deepest = deepestOf(roots);
  let depth = 0;
  while (depth < deepest) {
    const open = openTo(roots, depth + 1);
    if (countShown(roots, open) > limit || !fits(open)) break;
    depth++;
  }
  return depth;
}

/** @param {readonly Card[]} roots */
function deepestOf(roots) {
  let deepest = 0;
  const waiting = roots.map(root => ({node: root, level: 0}));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    deepest = Math.max(deepest, next.level);
    for (const child of next.node.children) waiting.push({node: child, level: next.level + 1});
  }
  return deepest;
}

/**
 * All levels, or as many as can be drawn at once; `depth` is Infinity where all can.
 * @param {readonly Card[]} heads
 */
export function openWhole(heads) {
  const all = openTo(heads, Infinity);
  if (countShown(heads, all, WHOLE) <= MOST_CARDS) return {open: all, depth: Infinity};
  let depth = 0;
  while (countShown(heads, openTo(heads, depth + 1), WHOLE) <= MOST_CARDS) depth++;
  return {open: openTo(heads, depth), depth};
}

/**
 * What is open when `depth` levels under the roots are shown.
 * @param {readonly Card[]} roots
 * @param {number} depth
 */
export function openTo(roots, depth) {
  /** @type {Set<string>} */
  const open = new Set();
  const waiting = roots.map(root => ({node: root, level: 0}));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const {node, level} = next;
    if (level >= depth || !hasBeneath(node)) continue;
    open.add(node.id);
    for (const child of node.children) waiting.push({node: child, level: level + 1});
  }
  return open;
}

/**
 * The cards that are then shown.
 * @param {readonly Card[]} roots
 * @param {Set<string>} open
 * @param {Portioned} state
 * @returns {Generator<Card>}
 */
export function* shownCards(roots, open, state) {
  const waiting = [...roots];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    if (open.has(node.id)) waiting.push(...shownChildren(node, state));
  }
}

/**
 * @param {readonly Card[]} roots
 * @param {Set<string>} open
 * @param {Portioned} [state]
 */
export function countShown(roots, open, state = AS_AT_START) {
  let count = 0;
  for (const node of shownCards(roots, open, state)) count += 1 + (open.has(node.id) ? node.ghosts.length : 0);
  return count;
}
