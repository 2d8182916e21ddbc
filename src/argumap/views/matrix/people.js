/* What the page carries of people and of what they say. */

/** @import {Lens} from "../../page/static/lens.js" */

/**
 * A claim: its label, its text, its places; a question its words alone; a step its target, its premises,
 * its bearing, and whether it is added by the map or answered.
 * @typedef {Record<string, [string, ...any[]]>} Records
 */

/**
 * A claim that both speak to, with the side that each takes on it.
 * @typedef {[string, string, string]} Shared
 */

/**
 * Two side by side, as `argumap.views.matrix.pairs.PairData` tells them.
 * @typedef {object} Pair
 * @property {string[]} opposed
 * @property {Shared[]} agreed
 * @property {Shared[]} disputed
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
