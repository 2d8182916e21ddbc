/* What became of a claim in one word, and how many of the reasons for it stand: found by the rules of Python's balance,
 * told in the words that come with the page.
 */

import {Scale} from "./standards.js";

/** @import {Equations, VerdictWords} from "./payload.js" */

/**
 * How many are live, unresolved and answered.
 * @typedef {[live: number, unresolved: number, answered: number]} Counts
 */
/**
 * The word of a claim, and what there is for it and against it.
 * @typedef {{word: string, pros: Counts, cons: Counts}} Balance
 */

/** @type {readonly never[]} */
const NONE = [];
/** How none, one and several are told. @typedef {readonly [none: string, one: string, several: string]} Forms */
/** @type {Forms} */
const REASONS = ["no reason stands", "reason stands", "reasons stand"];
/** @type {Forms} */
const OBJECTIONS = ["no objection is open", "objection is open", "objections are open"];

/**
 * A function that gives the word of a claim and what there is on its two sides.
 * @param {Equations} equations
 * @param {readonly number[]} label the label of each place: 1, 0 or -1
 * @param {readonly string[]} [setAside]
 * @returns {(n: number) => Balance}
 */
export function weighBy(equations, label, setAside = NONE) {
  const place = new Map(equations.ids.map((id, n) => [id, n]));
  const aside = new Set(setAside.map(id => place.get(id) ?? -1));
  // A step of weight 0 counts as set aside.
  equations.base.forEach((score, n) => {
    if (n >= equations.claims && score === 0) aside.add(n);
  });
  const scale = new Scale(equations, equations.base, label);
  /** @param {number} n */
  const isKept = n => !aside.has(n) && !(equations.premises[n] || NONE).some(p => aside.has(p));
  /** @param {readonly number[]} nodes */
  const count = nodes => {
    const kept = nodes.filter(isKept);
    return /** @type {Counts} */ ([1, 0, -1].map(value => kept.filter(n => label[n] === value).length));
  };
  return n => {
    const supporters = equations.supporters[n] || NONE;
    const pros = count(supporters);
    const cons = count(equations.attackers[n] || NONE);
    const isBare = scale.needsReason(n) && supporters.every(s => label[s] === -1);
    return {word: aside.has(n) ? "set-aside" : wordOf(label[n], isBare, pros, cons), pros, cons};
  };
}

/**
 * @param {number} label
 * @param {boolean} isBare whether it lacks the support it needs
 * @param {Counts} pros
 * @param {Counts} cons
 */
function wordOf(label, isBare, pros, cons) {
  if (label === 0) return "unresolved";
  if (label < 0 && isBare) return "unsupported";
  if (cons[0] + cons[1] === 0) return cons[2] ? "answered" : "unchallenged";
  return pros[0] + pros[1] ? "contested" : "opposed";
}

/**
 * The word of a claim as it is read: `set aside`.
 * @param {string} word
 */
export const spelt = word => word.replace("-", " ");

/**
 * The name of a claim's mark: that of its word, or `bare` where nothing stands against it and nothing for it either.
 * @param {{word?: string, pros?: Counts}} claim
 */
export const markOf = ({word = "", pros}) => (word === "unchallenged" && !pros?.[0] ? "bare" : word);

/**
 * How many of the reasons for a claim stand; nothing where none is given and none is missed, or it is set aside.
 * @param {VerdictWords} table
 * @param {{word?: string, pros?: Counts}} claim
 */
export function tellReasons(table, {word = "", pros = [0, 0, 0]}) {
  const [live, unresolved, answered] = pros;
  const count = live + unresolved + answered;
  if (word === "set-aside") return "";
  if (!count) return table.missingReasons.includes(word) ? table.counts.nothing : "";
  return table.counts[formOf(live, unresolved, answered)]
    .replace("{live}", live.toLocaleString("en"))
    .replace("{count}", count.toLocaleString("en"));
}

/**
 * What is live for and against a claim: `6 reasons stand, 1 objection is open`; weights where they differ from that.
 * @param {{pros?: Counts, cons?: Counts}} claim
 * @param {readonly [pro: number, con: number]} [weights]
 */
export function tellLive({pros = [0, 0, 0], cons = [0, 0, 0]}, weights = [pros[0], cons[0]]) {
  const told = [tellSide(pros[0], weights[0], REASONS), tellSide(cons[0], weights[1], OBJECTIONS)];
  return told.join(", ");
}

/**
 * @param {number} count
 * @param {number} weight
 * @param {Forms} forms
 */
function tellSide(count, weight, [none, one, several]) {
  if (!count) return none;
  const told = `${count.toLocaleString("en")} ${count === 1 ? one : several}`;
  return weight === count ? told : `${told} (weighing ${Number(weight.toPrecision(6))})`;
}

/**
 * The name of the form that tells how many stand.
 * @param {number} live
 * @param {number} unresolved
 * @param {number} answered
 */
function formOf(live, unresolved, answered) {
  const count = live + unresolved + answered;
  if (live) return live < count ? "some" : count > 1 ? "all" : "one";
  if (answered === count) return count > 1 ? "answered_all" : "answered_one";
  if (unresolved === count) return count > 1 ? "unresolved_all" : "unresolved_one";
  return "none";
}
