/* The search box: hits as you type, walked with the arrow keys, lit on the map. */
import {element, find} from "../../page/static/elements.js";
import {phrase} from "../../page/static/words.js";
import {buildSearch, marked} from "../../page/static/text-search.js";
import {titleOf} from "./card-tree.js";
import {GROUP} from "./question-bundle.js";
import {kindWords, searchEntry, voiceWords} from "./wording.js";

/** @import {Search} from "../../page/static/text-search.js" */
/** @import {Debate} from "./card-tree.js" */
/** @import {Legend} from "./payload.js" */

/**
 * What becomes of hits: lit while the words stand there, shown when one is picked.
 * @typedef {{light: (ids: Set<string> | null) => void, pick: (id: string) => void, leave: () => void,
 *   folded: (ids: readonly string[]) => string[], unfold: (ids: readonly string[]) => void}} Listener
 */

const MOST_HITS = 12;
const SLOW_FROM = 3000;
const SLOW_WAIT = 90;

/**
 * A search over all cards and stakeholders.
 * @param {Debate} debate
 * @returns {Search}
 */
export function buildDebateSearch(debate) {
  const cards = [...debate.nodes.values()].filter(node => node.kind !== GROUP).map(node => searchEntry(debate, node));
  const people = [...debate.stakeholders.values()].map(({id, name, role, aliases = []}) => ({
    id,
    title: name,
    text: [role, id, ...aliases].join(" "),
  }));
  return buildSearch([...cards, ...people]);
}

export class SearchBox {
  query = find("query", HTMLInputElement);
  results = find("hits");
  /** @type {string[]} */
  hits = [];
  /** Those of the hits that are folded away. @type {string[]} */
  folded = [];
  at = -1;
  waiting = 0;

  /**
   * @param {Debate} debate
   * @param {Legend} legend
   * @param {Search} search
   * @param {Listener} listener
   */
  constructor(debate, legend, search, listener) {
    this.debate = debate;
    this.legend = legend;
    this.search = search;
    this.listener = listener;
    const wait = debate.claims.length > SLOW_FROM ? SLOW_WAIT : 0;
    this.query.addEventListener("input", () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.look(), wait);
    });
    this.query.addEventListener("blur", () => this.close());
    this.query.addEventListener("focus", () => {
      if (this.query.value.trim()) this.look();
    });
    this.query.addEventListener("keydown", event => this.press(event));
  }

  focus() {
    this.query.focus();
    this.query.select();
  }

  look() {
    const words = this.query.value;
    const asked = words.trim() !== "";
    this.hits = this.search(words, MOST_HITS);
    this.at = -1;
    this.results.replaceChildren(...this.hits.map((id, i) => this.hitEntry(id, i, words)));
    this.folded = asked ? this.listener.folded(this.hits) : [];
    if (this.folded.length) this.results.append(this.unfoldEntry());
    if (asked && !this.hits.length) {
      const nothing = {class: "none", role: "option", "aria-disabled": "true"};
      this.results.append(element("li", nothing, phrase("map.told.nothing-found")));
    }
    this.results.hidden = !asked;
    this.query.setAttribute("aria-expanded", String(asked));
    this.query.removeAttribute("aria-activedescendant");
    this.listener.light(asked ? new Set(this.hits) : null);
  }

  /**
   * @param {string} id
   * @param {number} i
   * @param {string} words
   */
  hitEntry(id, i, words) {
    const {debate, legend} = this;
    const node = debate.nodes.get(id);
    const relation = node ? node.relation : "none";
    const by = node ? voiceWords(debate, node) : "";
    return element(
      "li",
      {
        role: "option",
        id: `hit-${i}`,
        "aria-selected": "false",
        class: `is-${relation}`,
        onmousedown: (/** @type {Event} */ event) => {
          event.preventDefault();
          this.pick(i);
        },
      },
      element("span", {class: "sign", "aria-hidden": "true"}, legend.relations[relation]?.sign || (node ? "?" : "☺")),
      element(
        "span",
        {dir: "auto"},
        marked(titleOf(debate, id), words),
        element("small", {}, kindWords(debate, legend, id) + (by ? ` · ${by}` : "")),
      ),
    );
  }

  /** The last entry, which unfolds what the others are folded under. */
  unfoldEntry() {
    const i = this.hits.length;
    return element(
      "li",
      {
        role: "option",
        id: `hit-${i}`,
        "aria-selected": "false",
        class: "unfold",
        onmousedown: (/** @type {Event} */ event) => {
          event.preventDefault();
          this.pick(i);
        },
      },
      phrase("map.filter.unfold", {n: this.folded.length}),
    );
  }

  /** @param {number} i */
  mark(i) {
    const count = this.hits.length + Math.min(1, this.folded.length);
    this.results.children[this.at]?.setAttribute("aria-selected", "false");
    this.at = (i + count) % count;
    const hit = this.results.children[this.at];
    hit.setAttribute("aria-selected", "true");
    hit.scrollIntoView({block: "nearest"});
    this.query.setAttribute("aria-activedescendant", `hit-${this.at}`);
  }

  close() {
    this.results.hidden = true;
    this.query.setAttribute("aria-expanded", "false");
    this.listener.light(null);
  }

  /** @param {number} i */
  pick(i) {
    const id = this.hits[i];
    const {folded} = this;
    if (!id && !(i === this.hits.length && folded.length)) return;
    this.close();
    this.query.blur();
    if (id) this.listener.pick(id);
    else this.listener.unfold(folded);
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.key === "Escape") {
      this.query.value = "";
      this.close();
      this.query.blur();
      this.listener.leave();
      return;
    }
    const steps = this.hits.length ? {ArrowDown: 1, ArrowUp: -1}[event.key] : undefined;
    if (!steps && event.key !== "Enter") return;
    event.preventDefault();
    if (steps) this.mark(this.at < 0 && steps < 0 ? -1 : this.at + steps);
    else this.enter();
  }

  enter() {
    clearTimeout(this.waiting);
    if (this.results.hidden) this.look();
    this.pick(Math.max(0, this.at));
  }
}
