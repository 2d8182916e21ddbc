/* The filters: every facet with its values, and how many claims match. */
import {element, find, findAll} from "../../page/static/elements.js";
import {phrase} from "../../page/static/words.js";
import {isFiltering, isOfMap, matchesFacets} from "./facets.js";

/** @import {App} from "./app.js" */
/** @import {Facet} from "./facets.js" */

const OPEN_AT_FIRST = 4;
const MOST_VALUES = 400;

/** @param {App} app */
export function showFilters(app) {
  const holder = find("filters");
  const open = new Set(findAll(holder, "details[open]").map(each => each.dataset.facet));
  const groups = app.facets.map((facet, i) =>
    facetGroup(app, facet, open.has(facet.key) || (!open.size && i < OPEN_AT_FIRST)),
  );
  holder.replaceChildren(summary(app), ...groups);
}

/** @param {App} app */
export const countMatching = ({debate, facets, state}) =>
  debate.claims.filter(claim => matchesFacets(claim, facets, state.chosen)).length;

/** @param {App} app */
function summary(app) {
  const {debate, state, act} = app;
  const filtering = isFiltering(state.chosen);
  const n = debate.claims.length;
  const told = filtering
    ? phrase("map.filter.matching", {matching: countMatching(app), n})
    : phrase("counts.claims", {n});
  const folded = app.foldedMatches();
  const unfold = {type: "button", class: "button", id: "unfold-matches", onclick: () => act.unfold(folded)};
  return element(
    "div",
    {class: "filter-top"},
    element("p", {"aria-live": "polite"}, told),
    filtering
      ? element("button", {type: "button", class: "button", onclick: act.clearFilters}, phrase("map.filter.clear"))
      : null,
    folded.length ? element("button", unfold, phrase("map.filter.unfold", {n: folded.length})) : null,
  );
}

/**
 * @param {App} app
 * @param {Facet} facet
 * @param {boolean} open
 */
function facetGroup({state, act}, facet, open) {
  const chosen = state.chosen.get(facet.key) || new Set();
  const chips = facet.values
    .slice(0, MOST_VALUES)
    .map(value =>
      element(
        "button",
        {
          type: "button",
          class: "chip",
          "aria-pressed": String(chosen.has(value)),
          "data-value": value,
          onclick: () => act.filter(facet.key, value),
        },
        element(isOfMap(facet) ? "bdi" : "span", {}, facet.name(value)),
        element("span", {class: "tally"}, ` ${facet.counts.get(value) || 0}`),
      ),
    );
  const tally = chosen.size
    ? element("span", {class: "tally"}, ` ${phrase("map.filter.chosen", {n: chosen.size})}`)
    : null;
  return element(
    "details",
    {"data-facet": facet.key, open: open || chosen.size > 0},
    element("summary", {}, facet.label, tally),
    element("div", {class: "chips"}, chips),
  );
}
