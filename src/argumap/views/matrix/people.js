/* What the page carries of people and of what they say. */

/** @import {Lens} from "../../page/static/lens.js" */

/**
 * A claim: its label, its text, its places; a question its words alone; a step its target, its premises, its bearing.
 * @typedef {Record<string, [string, ...any[]]>} Records
 */

/**
 * Two side by side, as `argumap.views.matrix.pairs.PairData` tells them.
 * @typedef {object} Pair
 * @property {string[]} opposed
 * @property {string[]} agreed
 * @property {[string, string, string][]} disputed
 * @property {[string, string][]} contradictions
 * @property {[string, string, boolean][]} against
 * @property {[string[], string[]]} only
 * @property {string[]} cruxes
 */

/** @typedef {Record<string, Pair>} Pairs */
/**
 * `answers` are those of each question.
 * @typedef {{lenses: Map<string, Lens>, records: Records, pairs: Pairs, answers: Record<string, string[]>}} People
 */

export {};
