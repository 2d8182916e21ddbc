/* What the claims can be filtered and coloured by. */
import {phrase, termOf} from "../../page/static/words.js";
import {spelt} from "./claim-words.js";

/** @import {Card, Debate} from "./card-tree.js" */
/** @import {Legend} from "./payload.js" */

/**
 * A heading, the values of a claim under it, a value's name, all values in order, and how many claims have each.
 * @typedef {{key: string, label: string, of: (node: Card) => string[], name: (value: string) => string,
 *   values: string[], known: Set<string>, counts: Map<string, number>}} Facet
 */
/** The values chosen by facet; or within a facet, and between facets. @typedef {Map<string, Set<string>>} Chosen */

/**
 * Whether the values of a facet are the map's own words, not the page's.
 * @param {Facet} facet
 */
export const isOfMap = facet => ["by", "section", "concept", "tag"].includes(facet.key);

/**
 * The facets that this map has values for.
 * @param {Debate} debate
 * @param {Legend} legend
 * @returns {Facet[]}
 */
export function buildFacets(debate, legend) {
  /** @param {string} value */
  const asIs = value => value;
  /** @param {string} group of phrases */
  const named = group => (/** @type {string} */ value) => termOf(group, value);
  /** @type {[string, (node: Card) => (string | undefined)[], (value: string) => string][]} */
  const described = [
    ["by", node => node.voices.map(voice => voice.by), id => debate.stakeholders.get(id)?.name || id],
    ["act", node => node.voices.map(voice => voice.act), named("act.")],
    ["voice", node => node.voices.map(voice => voice.voice), voice => legend.voices[voice] || voice],
    ["relation", node => [node.relation], id => legend.relations[id]?.word || phrase("map.facet.alone")],
    ["role", node => [node.role], role => termOf("role.", role.replace(" ", "-"))],
    ["type", node => [node.type], named("claim-type.")],
    ["section", node => node.where.map(place => place.section), id => sectionName(debate, id)],
    ["status", node => [node.word], spelt],
    ["concept", node => node.concepts, id => debate.concepts.get(id)?.label || id],
    ["tag", node => node.tags, asIs],
  ];
  const facets = described.map(([key, of, name]) => {
    const label = phrase(`map.facet.${key}`);
    const values = (/** @type {Card} */ node) => of(node).filter(value => value !== undefined && value !== "");
    return /** @type {Facet} */ ({key, label, of: values, name, values: [], known: new Set(), counts: new Map()});
  });
  countFacets(debate, facets);
  for (const facet of facets) {
    const order = {by: debate.stakeholders, section: debate.sections, concept: debate.concepts}[facet.key];
    facet.values = order ? [...order.keys()].filter(value => facet.counts.has(value)) : [...facet.counts.keys()];
    facet.known = new Set(facet.values);
  }
  return facets.filter(facet => facet.values.length);
}

/**
 * @param {Debate} debate
 * @param {string} id
 */
function sectionName(debate, id) {
  const section = debate.sections.get(id);
  if (!section) return id;
  return section.title ? `${section.at} ${section.title}` : phrase("map.facet.section-at", {at: section.at});
}

/**
 * Counts how many claims have each value; again after a what-if, which moves statuses.
 * @param {Debate} debate
 * @param {readonly Facet[]} facets
 */
export function countFacets(debate, facets) {
  for (const facet of facets) {
    facet.counts = new Map();
    for (const value of debate.claims.flatMap(claim => [...new Set(facet.of(claim))])) {
      facet.counts.set(value, (facet.counts.get(value) || 0) + 1);
    }
  }
}

/**
 * Whether a claim has a chosen value of every facet that something is chosen of.
 * @param {Card} node
 * @param {readonly Facet[]} facets
 * @param {Chosen} chosen
 */
export function matchesFacets(node, facets, chosen) {
  return facets.every(facet => {
    const wanted = chosen.get(facet.key);
    return !wanted?.size || facet.of(node).some(value => wanted.has(value));
  });
}

/** @param {Chosen} chosen */
export const isFiltering = chosen => [...chosen.values()].some(values => values.size);

/**
 * Whether the filters leave a card out; only claims are sifted.
 * @param {Card} node
 * @param {readonly Facet[]} facets
 * @param {Chosen} chosen
 */
export function isLeftOut(node, facets, chosen) {
  return node.kind === "claim" && isFiltering(chosen) && !matchesFacets(node, facets, chosen);
}
