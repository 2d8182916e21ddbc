/* On paper the map is its drawing, and its whole outline: every claim, who says it and where. */
import {element, find} from "../../page/static/elements.js";
import {phrase} from "../../page/static/words.js";
import {spelt} from "./claim-words.js";
import {startTelling} from "./printed-tree.js";
import {FURTHER} from "./question-bundle.js";
import {roleWords, voiceWords} from "./wording.js";

/** @import {Card, Debate} from "./card-tree.js" */
/** @import {Legend} from "./payload.js" */
/** @import {Bearing, Mention} from "./printed-tree.js" */

/**
 * Fills the page's printed part before it is printed, and empties it afterwards. `drawNetwork` gives the network as
 * SVG where it is what the reader looks at, else nothing.
 * @param {Debate} debate
 * @param {Legend} legend
 * @param {() => string} drawNetwork
 */
export function listenToPrint(debate, legend, drawNetwork) {
  const holder = find("print-all");
  addEventListener("beforeprint", () => {
    const svg = drawNetwork();
    const drawing = svg ? [new DOMParser().parseFromString(svg, "image/svg+xml").documentElement] : [];
    holder.replaceChildren(...drawing, new PrintedTree(debate, legend).draw());
  });
  addEventListener("afterprint", () => holder.replaceChildren());
}

class PrintedTree {
  /**
   * @param {Debate} debate
   * @param {Legend} legend
   */
  constructor(debate, legend) {
    this.debate = debate;
    this.legend = legend;
    this.beneath = startTelling(debate);
  }

  draw() {
    return element(
      "ul",
      {},
      ...this.debate.roots
        .flatMap(root => (root.id === FURTHER ? root.children : root))
        .map(root => element("li", {}, ...this.full(root))),
    );
  }

  /**
   * A card in full, with all that bears on it.
   * @param {Card} card
   * @param {HTMLElement | null} [sign]
   * @returns {HTMLElement[]}
   */
  full(card, sign = null) {
    const bearings = this.beneath(card);
    const heading = card.kind === "claim" ? null : "heading";
    return [
      element(
        "p",
        heading ? {role: heading, "aria-level": "2"} : {},
        sign,
        element("b", {}, element("bdi", {}, card.title || card.text || "")),
        card.text && card.text !== card.title ? element("bdi", {class: "text"}, card.text) : null,
        ...this.about(card),
      ),
      ...this.list(bearings),
    ];
  }

  /**
   * @param {readonly Bearing[]} bearings
   * @returns {HTMLElement[]}
   */
  list(bearings) {
    return bearings.length ? [element("ul", {}, ...bearings.map(bearing => this.bearing(bearing)))] : [];
  }

  /**
   * @param {Bearing} bearing
   * @returns {HTMLElement}
   */
  bearing({relation, mentions, denials}) {
    const linked = mentions.length > 1;
    return element(
      "li",
      {class: `is-${relation}${linked ? " linked" : ""}`},
      ...mentions.flatMap((mention, n) => this.mention(mention, n ? this.and() : this.sign(relation, mention.card))),
      ...this.list(denials),
    );
  }

  /**
   * @param {Mention} mention
   * @param {HTMLElement} sign
   * @returns {HTMLElement[]}
   */
  mention({card, full}, sign) {
    if (full) return this.full(card, sign);
    const elsewhere = element("small", {class: "elsewhere"}, phrase("debate.elsewhere"));
    return [element("p", {}, sign, element("bdi", {}, card.title || card.text || ""), elsewhere)];
  }

  and() {
    return element("span", {class: "and"}, phrase("debate.and"));
  }

  /**
   * @param {string} relation
   * @param {Card} card
   */
  sign(relation, card) {
    const sign = this.legend.relations[relation]?.sign || "";
    const own = card.kind === "issue" ? phrase("part.criterion") : roleWords(this.legend, card);
    const part = relation === "none" ? own : phrase(`part.${relation}`);
    return element("span", {class: "relation"}, `${sign} ${part}: `.trimStart());
  }

  /**
   * Who says it, what became of it, and where it stands.
   * @param {Card} card
   */
  about(card) {
    const places = card.where.map(place => place.at).filter(Boolean);
    const challenged = card.word && (card.word !== "unchallenged" || card.role === "position");
    const words = [
      card.voices.length ? voiceWords(this.debate, card, {reporters: true}) : "",
      challenged && card.word ? `${this.legend.words[card.word].sign} ${spelt(card.word)}` : "",
      places.length ? `[${places.join(", ")}]` : "",
    ].filter(Boolean);
    return words.length ? [element("small", {}, words.join(" · "))] : [];
  }
}
