/* Above the map: where one is in the debate, how much of it is shown, and what the controls are set to. */
import {element, find} from "../../page/static/elements.js";
import {phrase} from "../../page/static/words.js";
import {ancestorsOf} from "./card-tree.js";
import {GROUP} from "./question-bundle.js";
import {plainButton} from "./panel-pieces.js";
import {rootsOf} from "./arrangement.js";
import {shownCards} from "./unfolding.js";

/** @import {App} from "./app.js" */
/** @import {Arrangement} from "./arrangement.js" */
/** @import {View} from "./state.js" */

/**
 * The way from the root to the branch or focus.
 * @param {App} app
 * @param {(view: View | null) => void} go
 */
export function showTrail({debate, state}, go) {
  const trail = find("trail");
  const {view} = state;
  const node = view && debate.nodes.get(view.id);
  trail.hidden = !view;
  if (!node || !view) return;
  const steps = ancestorsOf(node).filter(each => each.kind !== GROUP);
  trail.replaceChildren(
    element("button", {type: "button", class: "button", onclick: () => go(null)}, phrase("map.record.whole-debate")),
    ...steps.flatMap(each => [
      arrow(),
      plainButton(() => go({kind: view.kind, id: each.id}), element("bdi", {}, each.title)),
    ]),
    arrow(),
    element("b", {dir: "auto"}, node.title),
    element(
      "span",
      {class: "quiet"},
      phrase(view.kind === "focus" ? "map.told.with-neighbours" : "map.told.only-branch"),
    ),
  );
}

const arrow = () => element("span", {class: "quiet", "aria-hidden": "true"}, "›");

/**
 * How many claims are shown, of how many.
 * @param {App} app
 * @param {Arrangement | null} placed
 */
export function showCounts(app, placed) {
  const drawn = countClaims(app, placed);
  const total = app.debate.claims.length;
  find("shown").textContent = countWords(drawn, total);
}

/**
 * @param {App} app
 * @param {Arrangement | null} placed
 */
function countClaims({debate, state, isList}, placed) {
  const nodes = isList()
    ? [...shownCards(rootsOf(debate, state), state.open, {all: new Set(), whole: true})]
    : (placed?.shown || []).map(id => debate.nodes.get(id));
  return nodes.filter(node => node?.kind === "claim").length;
}

/**
 * @param {number} drawn
 * @param {number} total
 */
function countWords(drawn, total) {
  if (!drawn && total) return phrase("map.told.all-folded", {n: total});
  return drawn < total
    ? phrase("map.told.some-shown", {shown: drawn, n: total})
    : phrase("map.told.all-shown", {n: total});
}

/** @param {App} app */
export function showControls({state, isList}) {
  find("full", HTMLInputElement).checked = state.full;
  find("links", HTMLInputElement).checked = state.links;
  find("layout", HTMLSelectElement).value = state.layout;
  find("colour", HTMLSelectElement).value = state.colour;
  find("people").setAttribute("aria-pressed", String(state.people));
  find("whole").setAttribute("aria-pressed", String(state.whole));
  for (const id of ["people", "whole"]) find(id, HTMLButtonElement).disabled = isList();
}
