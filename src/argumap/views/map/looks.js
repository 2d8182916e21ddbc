/* The colours of cards and lines, by what the reader colours by. */
import {phrase} from "../../page/static/words.js";
import {isTopIssue} from "./card-tree.js";
import {markOf} from "./claim-words.js";

/** @import {Card} from "./card-tree.js" */
/** @import {Facet} from "./facets.js" */
/** @import {State} from "./state.js" */

/** Colours by the name of their CSS variable. @typedef {Record<string, string>} Colours */
/** The values that have a colour of their own. @typedef {{facet: Facet, values: string[]}} Series */
/** @typedef {{fill: string, edge: string}} Look */

const SERIES_COLOURS = 8;
const RELATION_TONES = ["supports", "attacks", "rebuts", "undercuts", "contradicts", "rephrases"];
const SERIES_NAMES = Array.from({length: SERIES_COLOURS}, (_, i) => [`series-${i}`, `series-${i}-tint`]).flat();
const WORDS = ["unchallenged", "answered", "contested", "opposed", "unsupported", "unresolved", "set-aside"];
const TINTED = ["supports", "attacks", "rebuts", "undercuts", ...WORDS, "stakeholder"];
const PLAIN = [
  "paper",
  "surface",
  "wash",
  "ink",
  "ink-soft",
  "line",
  "edge",
  "accent",
  "hit",
  "issue-ground",
  "issue-ink",
];
const COLOUR_NAMES = [
  ...PLAIN,
  ...TINTED.flatMap(name => [name, `${name}-tint`]),
  "answers",
  "contradicts",
  "rephrases",
  ...SERIES_NAMES,
];
/** The facet that a choice of colour goes by. @type {Record<string, string>} */
const FACET_OF = {section: "section", tag: "tag", stakeholder: "by", concept: "concept"};

/**
 * What cards can be coloured by on this map: the value in an address, and its words.
 * @param {readonly Facet[]} facets
 * @param {boolean} isJudged
 */
export function colourChoices(facets, isJudged) {
  const series = ["section", "stakeholder", "tag", "concept"].filter(choice =>
    facets.some(facet => facet.key === FACET_OF[choice]),
  );
  const choices = isJudged ? ["relation", ...series, "status"] : ["relation", ...series];
  return choices.map(value => ({value, words: phrase(`map.colour-by.${value}`)}));
}

/**
 * The colours that the style has at the moment, light or dark.
 * @returns {Colours}
 */
export function readColours() {
  const css = getComputedStyle(document.documentElement);
  return Object.fromEntries(COLOUR_NAMES.map(name => [name, css.getPropertyValue(`--${name}`).trim()]));
}

/**
 * The name of a relation's colour.
 * @param {string} relation
 */
export const toneName = relation => (RELATION_TONES.includes(relation) ? relation : "answers");

/**
 * The name of the colour of a claim's mark.
 * @param {string} mark
 */
export const markTone = mark => (mark === "bare" ? "unresolved" : mark);

/**
 * The name of a card's tone, for the style.
 * @param {Card} node
 */
export const toneOf = node => (node.kind === "claim" ? toneName(node.relation) : "none");

/**
 * The commonest values of the facet that is coloured by, in their order; null where no facet is.
 * @param {string} colour
 * @param {readonly Facet[]} facets
 * @returns {Series | null}
 */
export function seriesOf(colour, facets) {
  const facet = facets.find(each => each.key === FACET_OF[colour]);
  if (!facet) return null;
  /** @param {string} value */
  const count = value => facet.counts.get(value) || 0;
  const most = new Set([...facet.values].sort((a, b) => count(b) - count(a)).slice(0, SERIES_COLOURS));
  return {facet, values: facet.values.filter(value => most.has(value))};
}

/**
 * A card's ground and edge. `relation` is that to what it is shown beside.
 * @param {Card} node
 * @param {{colour: State["colour"], series: Series | null, colours: Colours, relation: string}} by
 * @returns {Look}
 */
export function lookOf(node, {colour, series, colours, relation}) {
  const plain = {fill: colours.surface, edge: colours.edge};
  if (node.moved?.aside) return {fill: colours.paper, edge: colours["ink-soft"]};
  if (isTopIssue(node)) return {fill: colours["issue-ground"], edge: colours["issue-ground"]};
  if (node.kind !== "claim") return {fill: colours.wash, edge: colours.edge};
  if (colour === "status") return wordLook(markOf(node), plain, colours);
  if (series) {
    const n = series.values.findIndex(value => series.facet.of(node).includes(value));
    return n < 0 ? plain : tinted(`series-${n}`, colours);
  }
  if (node.role === "position") return {fill: colours.surface, edge: colours.ink};
  if (toneName(relation) === "answers") return plain;
  return {fill: colours[`${relation}-tint`] || colours.surface, edge: colours[relation]};
}

/**
 * @param {string} mark
 * @param {Look} plain
 * @param {Colours} colours
 */
const wordLook = (mark, plain, colours) => (mark && mark !== "bare" ? tinted(mark, colours) : plain);

/**
 * @param {string} name
 * @param {Colours} colours
 * @returns {Look}
 */
const tinted = (name, colours) => ({fill: colours[`${name}-tint`], edge: colours[name]});
