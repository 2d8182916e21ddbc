/* The legend under the map: what its colours and marks mean at the moment. */
import {element, find} from "../../page/static/elements.js";
import {phrase} from "../../page/static/words.js";
import {verdictMark} from "./panel-pieces.js";
import {isOfMap} from "./facets.js";
import {seriesOf} from "./looks.js";
import {SCORE, scoreMeaning, usedMarks, usedRelations} from "./empty-panel.js";

/** @import {App} from "./app.js" */
/** @import {Colours, Series} from "./looks.js" */

/**
 * @param {App} app
 * @param {Colours} colours
 */
export function showLegend(app, colours) {
  const {debate, state} = app;
  const words = usedMarks(debate).map((used, i) =>
    element("li", {class: i ? null : "apart"}, verdictMark(used.mark), used.words),
  );
  const score = words.length ? [element("li", {}, element("b", {}, SCORE), scoreMeaning())] : [];
  const added = [...debate.steps.values()].some(step => step.inferred) ? [addedEntry()] : [];
  const drafted = debate.claims.some(claim => claim.drafted) ? [draftedEntry()] : [];
  const people = state.people
    ? [
        element(
          "li",
          {class: "oval"},
          element("span", {class: "ellipse", "aria-hidden": "true"}),
          phrase("map.legend.somebody"),
        ),
      ]
    : [];
  find("legend").replaceChildren(...colourEntries(app, colours), ...added, ...drafted, ...words, ...score, ...people);
}

/** How the sign of a step looks that the source does not take. */
const addedEntry = () =>
  element("li", {}, element("span", {class: "sign added", "aria-hidden": "true"}, "+"), phrase("step.added"));

/** How a card looks that nobody has looked at since it was drafted. */
const draftedEntry = () =>
  element("li", {}, element("span", {class: "doubled", "aria-hidden": "true"}), phrase("map.legend.drafted"));

/**
 * @param {App} app
 * @param {Colours} colours
 */
function colourEntries({debate, legend, facets, state}, colours) {
  if (state.colour === "status") return [];
  const series = seriesOf(state.colour, facets);
  if (series) return seriesEntries(series, colours);
  return usedRelations(debate.claims).map(relation =>
    entry(colours[relation], legend.relations[relation].sign, legend.relations[relation].word),
  );
}

/**
 * @param {Series} series
 * @param {Colours} colours
 */
function seriesEntries({facet, values}, colours) {
  const rest = facet.values.length - values.length;
  return [
    ...values.map((value, n) =>
      entry(colours[`series-${n}`], "", element(isOfMap(facet) ? "bdi" : "span", {}, facet.name(value))),
    ),
    entry(colours.edge, "", phrase("map.legend.others", {n: Math.max(0, rest)})),
  ];
}

/**
 * @param {string} tone
 * @param {string} sign
 * @param {string | Node} words
 */
function entry(tone, sign, words) {
  const mark = element("span", {class: "sign", "aria-hidden": "true", style: `background:${tone}`}, sign);
  return element("li", {style: `--tone:${tone}`}, mark, words);
}
