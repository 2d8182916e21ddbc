/* The standards that a map writes, as Python weighs them: what is left for and against a claim, in whole weights. */

/** @import {Equations} from "./payload.js" */

/** What is live, and what with all that is undecided. @typedef {[low: bigint, high: bigint]} Sums */

/** @type {readonly never[]} */
const NONE = [];
const WEIGHED = new Set(["reason", "balance", "clear"]);
const COMPARED = new Set(["balance", "clear"]);

/**
 * The test of a standard. A tie does not pass balance; what needs support passes nothing without any.
 * @param {string} standard
 * @param {bigint} pro
 * @param {bigint} con
 * @param {boolean} needsSupport
 */
function passes(standard, pro, con, needsSupport) {
  if (needsSupport && !pro) return false;
  if (standard === "backed") return !con && pro > 0n;
  if (!con) return true;
  if (standard === "reason") return pro > 0n;
  if (standard === "balance") return pro > con;
  return standard === "clear" && pro >= 2n * con;
}

/** What speaks for and against claims by labels that may still change. */
export class Scale {
  /**
   * @param {Equations} equations
   * @param {readonly number[]} base base scores of claims and weights of steps
   * @param {readonly number[]} label 1, 0 or -1 of each place, read when it is asked for
   */
  constructor(equations, base, label) {
    this.equations = equations;
    this.label = label;
    this.standards = equations.standards || {};
    this.requires = new Set(equations.requires);
    this.weights = equations.standards ? makeWhole(base.slice(equations.claims)) : NONE;
  }

  /** @param {number} claim */
  isWeighed(claim) {
    return WEIGHED.has(this.standards[claim]);
  }

  /**
   * Whether a claim falls without any reason.
   * @param {number} claim
   */
  needsReason(claim) {
    return this.requires.has(claim) || this.standards[claim] === "backed";
  }

  /**
   * Whether the arguments pass the claim's standard: 1, they fail it: -1, or they may yet do either.
   * @param {number} claim
   */
  test(claim) {
    const standard = this.standards[claim] || "unanswered";
    const needs = this.requires.has(claim);
    const [proLow, proHigh] = this.sum(this.equations.supporters[claim]);
    const [conLow, conHigh] = this.sum(this.equations.attackers[claim]);
    if (passes(standard, proLow, conHigh, needs)) return 1;
    return passes(standard, proHigh, conLow, needs) ? 0 : -1;
  }

  /**
   * Whether another that contradicts a claim strikes it: 1, cannot: -1, or may yet do either.
   * @param {number} other
   * @param {number} claim
   */
  strikes(other, claim) {
    if (!COMPARED.has(this.standards[claim])) return this.label[other];
    const [low, high] = this.sum(this.equations.supporters[other]);
    const [ownLow, ownHigh] = this.sum(this.equations.supporters[claim]);
    return Math.min(this.label[other], low >= ownHigh ? 1 : high < ownLow ? -1 : 0);
  }

  /**
   * What the steps of a row weigh; claims in it have no part in that.
   * @param {readonly number[]} [row]
   * @returns {Sums}
   */
  sum(row = NONE) {
    const first = this.equations.claims;
    const left = row.filter(n => n >= first && this.label[n] !== -1);
    const add = (/** @type {readonly number[]} */ steps) => steps.reduce((all, n) => all + this.weights[n - first], 0n);
    return [add(left.filter(n => this.label[n] === 1)), add(left)];
  }
}

/**
 * Weights as whole numbers in the same proportions as they are written, so that sums of them are exact.
 * @param {readonly number[]} weights
 * @returns {bigint[]}
 */
function makeWhole(weights) {
  const written = weights.map(weight => {
    const [mantissa, exponent = "0"] = String(weight).split("e");
    const [whole, digits = ""] = mantissa.split(".");
    return {number: BigInt(whole + digits), places: digits.length - Number(exponent)};
  });
  const most = Math.max(0, ...new Set(written.map(({places}) => places)));
  return written.map(({number, places}) => number * 10n ** BigInt(most - places));
}
