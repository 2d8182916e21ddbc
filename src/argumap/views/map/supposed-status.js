/* What a supposition does to a map: statuses and strengths worked out again. Nothing here meets the document. */
import {evaluateMap} from "./evaluate.js";
import {isSupposing} from "./state.js";
import {judgeBy} from "./verdict-reasons.js";

/** @import {Card, Debate, Moved, Step} from "./card-tree.js" */
/** @import {Equations} from "./payload.js" */
/** @import {Supposed} from "./state.js" */

/** @typedef {{status?: string, strength?: number}} Figures */

/**
 * Status and strength of what was there before, what is to be said of what moved, and a function that gives the
 * grounds of each status.
 * @param {Equations} equations
 * @param {ReadonlyMap<string, Figures>} before
 * @param {Supposed} supposed
 */
export function suppose(equations, before, supposed) {
  const {aside, doubt} = supposed;
  const found = evaluateMap(equations, {setAside: [...aside], doubt: Object.fromEntries(doubt)});
  /** @type {Map<string, Figures & {moved: Moved | null}>} */
  const after = new Map();
  for (const [id, was] of before) {
    const status = found.status[id] ?? was.status;
    const strength = found.strength[id] ?? was.strength;
    after.set(id, {status, strength, moved: movedBy(id, was, {status, strength}, supposed)});
  }
  return {after, judge: judgeBy(equations, found.label, [...aside])};
}

/**
 * @param {string} id
 * @param {Figures} was
 * @param {Figures} is
 * @param {Supposed} supposed
 * @returns {Moved | null}
 */
function movedBy(id, was, is, {aside, doubt}) {
  /** @type {Moved} */
  const moved = {};
  if (aside.has(id)) moved.aside = true;
  if (doubt.has(id)) moved.doubt = doubt.get(id);
  if (is.status !== was.status) moved.status = was.status;
  if (was.strength !== undefined && is.strength?.toFixed(2) !== was.strength.toFixed(2)) moved.strength = was.strength;
  return Object.keys(moved).length ? moved : null;
}

/**
 * A function that makes the debate be as the reader supposes it, or as it was.
 * @param {Debate} debate
 */
export function createSupposer(debate) {
  /** @type {(Card | Step)[]} */
  const judged = [...debate.claims, ...debate.steps.values()];
  /** @type {Map<string, Figures>} */
  const before = new Map(judged.map(({id, status, strength}) => [id, {status, strength}]));
  return (/** @type {Supposed} */ supposed) => {
    const made = debate.equations && isSupposing(supposed) ? suppose(debate.equations, before, supposed) : null;
    for (const each of judged) Object.assign(each, {moved: null}, (made?.after || before).get(each.id));
    debate.judge = made?.judge || null;
  };
}

/**
 * What moves apart from what the reader supposed; what changes its status first, then what moves farthest.
 * @param {Debate} debate
 * @param {Supposed} supposed
 */
export function findConsequences(debate, {aside, doubt}) {
  const moved = debate.claims.filter(claim => claim.moved && !aside.has(claim.id) && !doubt.has(claim.id));
  const told = moved.filter(claim => claim.moved?.status || claim.moved?.strength !== undefined);
  return told.sort((a, b) => Number(turned(b)) - Number(turned(a)) || way(b) - way(a) || a.index - b.index);
}

/** @param {Card} claim */
const turned = claim => Boolean(claim.moved?.status);

/**
 * How far a claim's strength moved.
 * @param {Card} claim
 */
function way({strength, moved}) {
  return moved?.strength === undefined || strength === undefined ? 0 : Math.abs(strength - moved.strength);
}
