/* What became of a claim in one word, and how many of the reasons for it stand: found by the rules of Python's balance,
 * told in the words that come with the page.
 */
import {phrase, writeDecimal} from "../../page/static/words.js";
import {findAside} from "./places.js";
import {Scale} from "./standards.js";

/** @import {Equations, VerdictRules} from "./payload.js" */

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

/**
 * A function that gives the word of a claim and what there is on its two sides.
 * @param {Equations} equations
 * @param {readonly number[]} label the label of each place: 1, 0 or -1
 * @param {readonly string[]} [setAside]
 * @returns {(n: number) => Balance}
 */
export function weighBy(equations, label, setAside = NONE) {
  const aside = findAside(equations, setAside);
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
    const attackers = equations.attackers[n] || NONE;
    const cons = count(attackers.filter(a => a >= equations.claims));
    const against = count(attackers);
    const isBare = scale.needsReason(n) && supporters.every(s => label[s] === -1);
    return {word: aside.has(n) ? "set-aside" : wordOf(label[n], isBare, pros, against), pros, cons};
  };
}

/**
 * @param {number} label
 * @param {boolean} isBare whether it lacks the support it needs
 * @param {Counts} pros
 * @param {Counts} against what contradicts it among them
 */
function wordOf(label, isBare, pros, against) {
  if (label === 0) return "unresolved";
  if (label < 0 && isBare) return "unsupported";
  if (against[0] + against[1] === 0) return against[2] ? "answered" : "unchallenged";
  return pros[0] + pros[1] ? "contested" : "opposed";
}

/**
 * The word of a claim as it is read: `set aside` for `set-aside`.
 * @param {string} word
 */
export const spelt = word => (word ? phrase(`word.${word}`) : "");

/**
 * The name of a claim's mark: that of its word, or `bare` where nothing stands against it and nothing for it either.
 * @param {{word?: string, pros?: Counts}} claim
 */
export const markOf = ({word = "", pros}) => (word === "unchallenged" && !pros?.[0] ? "bare" : word);

/**
 * How many of the reasons for a claim stand; nothing where none is given and none is missed, or it is set aside.
 * @param {VerdictRules} rules
 * @param {{word?: string, pros?: Counts}} claim
 */
export function tellReasons(rules, {word = "", pros = [0, 0, 0]}) {
  const [live, unresolved, answered] = pros;
  const n = live + unresolved + answered;
  if (word === "set-aside") return "";
  if (!n) return rules.missingReasons.includes(word) ? phrase("reasons.not-given") : "";
  if (live) return phrase(live < n ? "reasons.some-stand" : "reasons.stand", {n: live, all: n});
  if (answered === n) return phrase("reasons.answered", {n});
  return phrase(unresolved === n ? "reasons.unresolved" : "reasons.none-stands", {n});
}

/**
 * What is live for and against a claim: `6 reasons stand, 1 objection is unanswered`; weights where they differ.
 * @param {{pros?: Counts, cons?: Counts}} claim
 * @param {readonly [pro: number, con: number]} [weights]
 */
export function tellLive({pros = [0, 0, 0], cons = [0, 0, 0]}, weights = [pros[0], cons[0]]) {
  const reasons = tellWeight(phrase("verdict.reasons-stand", {n: pros[0]}), pros[0], weights[0]);
  const objections = tellWeight(phrase("verdict.objections-open", {n: cons[0]}), cons[0], weights[1]);
  return reasons + phrase("grammar.comma") + objections;
}

/**
 * @param {string} told
 * @param {number} count
 * @param {number} weight
 */
const tellWeight = (told, count, weight) =>
  count && weight !== count
    ? phrase("verdict.weighing", {told, weight: writeDecimal(weight, decimalsOf(Number(weight.toPrecision(6))))})
    : told;

/**
 * How many decimals a number is written with.
 * @param {number} number
 */
const decimalsOf = number => (String(number).split(".")[1] || "").length;
