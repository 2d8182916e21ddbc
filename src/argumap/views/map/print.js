/* On paper the map is its whole outline: every claim, who says it and where. */
import {element, find} from "../../page/static/elements.js";
import {spelt} from "./claim-words.js";
import {toneOf} from "./looks.js";
import {roleWords, scoreWords, voiceWords} from "./wording.js";

/** @import {Card, Debate} from "./card-tree.js" */
/** @import {Legend} from "./payload.js" */

/**
 * Fills the page's printed part before it is printed, and empties it afterwards.
 * @param {Debate} debate
 * @param {Legend} legend
 */
export function listenToPrint(debate, legend) {
  const holder = find("print-all");
  addEventListener("beforeprint", () => holder.replaceChildren(printedTree(debate, legend)));
  addEventListener("afterprint", () => holder.replaceChildren());
}

/**
 * @param {Debate} debate
 * @param {Legend} legend
 */
function printedTree(debate, legend) {
  const top = element("ul");
  /** @type {Map<string, HTMLElement>} */
  const items = new Map();
  for (const node of debate.nodes.values()) {
    const item = printedItem(debate, legend, node);
    items.set(node.id, item);
    const parent = items.get(node.parentNode?.id || "");
    const list = parent ? parent.querySelector(":scope>ul") || parent.appendChild(element("ul")) : top;
    list.append(item);
  }
  return top;
}

/**
 * @param {Debate} debate
 * @param {Legend} legend
 * @param {Card} node
 */
function printedItem(debate, legend, node) {
  const places = node.where.map(place => place.at).filter(Boolean);
  const relation = `${legend.relations[node.relation]?.sign || ""} ${roleWords(legend, node)}: `;
  /** @param {string} words */
  const small = words => element("small", {}, words);
  return element(
    "li",
    {class: `is-${toneOf(node)}`},
    element(
      "p",
      {},
      node.kind === "claim" ? element("span", {class: "relation"}, relation) : null,
      element("bdi", {}, node.text || node.title),
      node.voices.length ? small(` — ${voiceWords(debate, node, {reporters: true})}`) : null,
      node.word
        ? small(` — ${legend.words[node.word].sign} ${spelt(node.word)}${scoreWords(node.pros, node.cons)}`)
        : null,
      node.where.length ? small(` [${places.join(", ")}]`) : null,
    ),
  );
}
