/* What a supposition does to a map: words, statuses and strengths worked out again. Nothing here meets the document. */
import {evaluateMap} from "./evaluate.js";
import {rankBy} from "./answer-ranking.js";
import {weighBy} from "./claim-words.js";
import {placeOf} from "./places.js";
import {isSupposing} from "./state.js";
import {judgeBy} from "./verdict-reasons.js";

/** @import {Card, Debate, Moved, Step} from "./card-tree.js" */
/** @import {Equations} from "./payload.js" */
/** @import {Supposed} from "./state.js" */

/** @import {Balance} from "./claim-words.js" */

/**
 * What an evaluation says of a claim, or of a step, which has a status.
 * @typedef {Partial<Balance> & {status?: string, strength?: number}} Figures
 */

/**
 * Word or status and strength of what was there before, what is to be said of what moved, and functions that give
 * the grounds of each and rank answers.
 * @param {Equations} equations
 * @param {ReadonlyMap<string, Figures>} before
 * @param {Supposed} supposed
 */
export function suppose(equations, before, supposed) {
  const {aside, doubt} = supposed;
  const found = evaluateMap(equations, {setAside: [...aside], doubt: Object.fromEntries(doubt)});
  /** @type {Map<string, Figures & {moved: Moved | null}>} */
  const after = new Map();
  const weigh = weighBy(equations, found.label, [...aside]);
  for (const [id, was] of before) {
    const n = placeOf(equations, id);
    const isClaim = n >= 0 && n < equations.claims;
    const is = {...was, ...(isClaim ? weigh(n) : {status: found.status[id] ?? was.status})};
    is.strength = found.strength[id] ?? was.strength;
    after.set(id, {...is, moved: movedBy(id, was, is, supposed)});
  }
  const label = found.label;
  return {after, judge: judgeBy(equations, label, [...aside]), rank: rankBy(equations, label, [...aside])};
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
  if (is.word !== was.word && !moved.aside) moved.word = was.word;
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
  const before = new Map(judged.map(each => [each.id, figuresOf(each)]));
  return (/** @type {Supposed} */ supposed) => {
    const made = debate.equations && isSupposing(supposed) ? suppose(debate.equations, before, supposed) : null;
    for (const each of judged) Object.assign(each, {moved: null}, (made?.after || before).get(each.id));
    debate.judge = made?.judge || null;
    for (const issue of debate.issues) {
      const {inMap = []} = issue;
      issue.ranking = made ? made.rank(inMap.map(([id]) => id)) : inMap;
    }
  };
}

/**
 * @param {Card | Step} judged
 * @returns {Figures}
 */
function figuresOf(judged) {
  const {strength} = judged;
  if (!("kind" in judged)) return {status: judged.status, strength};
  const {word, pros = [0, 0, 0], cons = [0, 0, 0]} = judged;
  return {word, pros, cons, strength};
}

/**
 * What moves apart from what the reader supposed; what changes its word first, then what moves farthest.
 * @param {Debate} debate
 * @param {Supposed} supposed
 */
export function findConsequences(debate, {aside, doubt}) {
  const moved = debate.claims.filter(claim => claim.moved && !aside.has(claim.id) && !doubt.has(claim.id));
  const told = moved.filter(claim => claim.moved?.word || claim.moved?.strength !== undefined);
  return told.sort((a, b) => Number(turned(b)) - Number(turned(a)) || way(b) - way(a) || a.index - b.index);
}

/** @param {Card} claim */
const turned = claim => Boolean(claim.moved?.word);

/**
 * How far a claim's strength moved.
 * @param {Card} claim
 */
function way({strength, moved}) {
  return moved?.strength === undefined || strength === undefined ? 0 : Math.abs(strength - moved.strength);
}
