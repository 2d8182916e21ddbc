/* The debate as a tree of list items: the outline beside the map, and the map itself where cards fill the width.
 * Children are made when their parent is first opened; long lists come in portions.
 */
import {element, findTarget} from "../../page/static/elements.js";
import {phrase} from "../../page/static/words.js";
import {ancestorsOf, countBeneath, tellBeneath} from "./card-tree.js";
import {markOf} from "./claim-words.js";
import {signMark, verdictMark} from "./panel-pieces.js";
import {toneOf} from "./looks.js";
import {leadLines, roleWords, survivalLines, voiceWords} from "./wording.js";
import {isRightToLeft, plainText} from "./wrapping.js";

/** @import {Card, Debate} from "./card-tree.js" */
/** @import {Legend} from "./payload.js" */

/**
 * A list's name; whether its items can be reached by an address, and look like cards; and what happens when an item is
 * chosen or folded.
 * @typedef {{label: string, ids?: boolean, cardy?: boolean, pick: (node: Card) => void,
 *   opened?: (node: Card, open: boolean) => void}} Options
 */

const PORTION = 200;
/** An item of the list holds its row, which is the item of the tree, and the list of what is under it. */
const ITEM = ".item";

export class Listing {
  /** @type {Map<string, HTMLElement>} */
  items = new Map();
  /** @type {WeakMap<HTMLElement, Card>} */
  nodes = new WeakMap();
  /** @type {HTMLElement | null} */
  selected = null;
  /** @type {(node: Card) => boolean} */
  isOut = () => false;

  /**
   * @param {Debate} debate
   * @param {Legend} legend
   * @param {Options} options
   */
  constructor(debate, legend, options) {
    this.debate = debate;
    this.legend = legend;
    this.options = options;
    const look = options.cardy ? "listing cardy" : "listing";
    this.tree = element("ul", {role: "tree", "aria-label": options.label, class: look});
    this.tree.addEventListener("keydown", event => this.press(event));
    this.tree.addEventListener("click", event => this.click(event));
  }

  /**
   * Shows the roots, and what hangs under those that are open.
   * @param {readonly Card[]} roots
   * @param {(node: Card) => boolean} isOpen
   */
  show(roots, isOpen) {
    this.tree.replaceChildren();
    this.items.clear();
    this.fill(this.tree, roots, 1);
    const waiting = roots.map(root => root.id);
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const item = this.items.get(id);
      const node = item && this.nodes.get(item);
      if (!item || !node || !isOpen(node)) continue;
      this.expand(item);
      waiting.push(...node.children.map(child => child.id));
    }
    const first = this.tree.querySelector(ITEM);
    if (first instanceof HTMLElement) rowOf(first).tabIndex = 0;
  }

  /**
   * @param {HTMLElement} parent
   * @param {readonly Card[]} nodes
   * @param {number} level
   * @param {number} [from]
   */
  fill(parent, nodes, level, from = 0) {
    parent.querySelector(":scope>.more")?.remove();
    parent.append(...nodes.slice(from, from + PORTION).map(node => this.make(node, level)));
    const left = nodes.length - from - PORTION;
    if (left <= 0) return;
    const onclick = () => this.fill(parent, nodes, level, from + PORTION);
    const words = phrase("map.told.portion", {n: Math.min(left, PORTION), left});
    const button = element("button", {class: "button", type: "button", onclick}, words);
    parent.append(element("li", {role: "none", class: "more"}, button));
  }

  /**
   * @param {Card} node
   * @param {number} level
   */
  make(node, level) {
    const role = (node.role || "none").replace(/\s/g, "-");
    const item = element(
      "li",
      {
        role: "none",
        id: this.options.ids ? `n=${node.id}` : null,
        class: `item is-${toneOf(node)} kind-${node.kind} role-${role}`,
      },
      this.makeRow(node, level),
    );
    this.nodes.set(item, node);
    this.items.set(node.id, item);
    if (this.isOut(node)) item.classList.add("out");
    return item;
  }

  /**
   * @param {Card} node
   * @param {number} level
   */
  makeRow(node, level) {
    const beneath = countBeneath(this.debate, node);
    const twist = node.children.length ? "twist" : "twist leaf";
    return element(
      "div",
      {
        role: "treeitem",
        tabindex: "-1",
        "aria-level": level,
        "aria-expanded": node.children.length ? "false" : null,
        "aria-selected": "false",
        "aria-label": this.nameOf(node),
        class: "row",
      },
      element("span", {class: twist, "aria-hidden": "true"}),
      signMark(this.legend, node.relation, node.kind === "issue" ? "?" : "·"),
      this.words(node),
      !this.options.cardy && node.word ? verdictMark(markOf(node)) : null,
      node.children.length && beneath ? element("span", {class: "count", "data-count": `+${beneath}`}) : null,
    );
  }

  /** @param {Card} node */
  words(node) {
    return element(
      "span",
      {class: "what", dir: isRightToLeft(plainText(node.title)) ? "rtl" : "ltr"},
      element("bdi", {}, node.title),
      this.options.cardy ? this.smallPrint(node) : null,
    );
  }

  /** @param {Card} node */
  smallPrint(node) {
    if (node.kind === "issue") return this.lead(node);
    const voices = node.voices.length ? element("bdi", {}, voiceWords(this.debate, node)) : null;
    return element("small", {class: "by"}, this.standing(node), " ", voices);
  }

  /**
   * Who leads on an issue; nothing where there is no telling.
   * @param {Card} node
   */
  lead(node) {
    const told = leadLines(this.debate, node).map(line => line.words);
    return told.length ? element("small", {class: "by"}, told.join(", ")) : null;
  }

  /** @param {Card} node */
  standing(node) {
    if (node.kind !== "claim" || !(node.word || node.moved)) return null;
    return element(
      "span",
      {class: node.moved ? "standing moved" : "standing"},
      node.word && !node.moved?.aside ? verdictMark(markOf(node)) : null,
      this.survival(node),
    );
  }

  /** @param {Card} node */
  survival(node) {
    return survivalLines(this.debate, node, {full: true})
      .map(line => line.words)
      .join(", ");
  }

  /** @param {Card} node */
  nameOf(node) {
    const title = `${roleWords(this.legend, node)}: ${plainText(node.title)}`;
    return [title, node.kind === "claim" ? this.survival(node) : "", tellBeneath(this.debate, node)]
      .filter(Boolean)
      .join(", ");
  }

  /**
   * @param {HTMLElement} item
   * @param {boolean} [open]
   */
  expand(item, open = true) {
    const node = this.nodes.get(item);
    if (!node?.children.length || isExpanded(item) === open) return;
    let group = groupOf(item);
    if (open && !group) {
      group = element("ul", {role: "group"});
      item.append(group);
      this.fill(group, node.children, Number(rowOf(item).getAttribute("aria-level")) + 1);
    }
    rowOf(item).setAttribute("aria-expanded", String(open));
    if (group) group.hidden = !open;
  }

  /** @param {HTMLElement} item */
  toggle(item) {
    const open = !isExpanded(item);
    const node = this.nodes.get(item);
    this.expand(item, open);
    if (node) this.options.opened?.(node, open);
  }

  /**
   * Opens what is above a node so that its item exists.
   * @param {Card} node
   */
  reach(node) {
    const path = [...ancestorsOf(node), node];
    for (const [n, above] of path.slice(0, -1).entries()) {
      const item = this.items.get(above.id);
      if (!item) continue;
      this.expand(item);
      this.fillUntil(item, above, path[n + 1].id);
    }
    return this.items.get(node.id) || null;
  }

  /**
   * @param {HTMLElement} item
   * @param {Card} node
   * @param {string} id of the child that is sought
   */
  fillUntil(item, node, id) {
    const group = groupOf(item);
    while (group && !this.items.has(id) && group.querySelector(":scope>.more")) {
      this.fill(group, node.children, node.depth + 2, group.querySelectorAll(`:scope>${ITEM}`).length);
    }
  }

  /**
   * @param {Card | null} node
   * @param {{scroll?: boolean}} [options]
   */
  select(node, {scroll = true} = {}) {
    if (this.selected) rowOf(this.selected).setAttribute("aria-selected", "false");
    this.selected = node && this.reach(node);
    if (!this.selected) return;
    rowOf(this.selected).setAttribute("aria-selected", "true");
    this.rove(this.selected);
    if (!scroll || !this.tree.offsetParent) return;
    const atTop = this.options.cardy && matchMedia("(max-width: 760px)").matches;
    rowOf(this.selected).scrollIntoView({block: atTop ? "start" : "nearest"});
  }

  /** @param {HTMLElement} item */
  rove(item) {
    for (const other of this.tree.querySelectorAll("[tabindex='0']")) other.setAttribute("tabindex", "-1");
    rowOf(item).tabIndex = 0;
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const item = findTarget(event, ITEM);
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.actionOf(event.key, item);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    const to = act();
    if (!to) return;
    this.rove(to);
    rowOf(to).focus();
  }

  /**
   * What a key does on an item; it may give the item to go to.
   * @param {string} key
   * @param {HTMLElement} item
   * @returns {(() => HTMLElement | null | undefined | void) | undefined}
   */
  actionOf(key, item) {
    const isRtl = getComputedStyle(this.tree).direction === "rtl";
    const shown = () => /** @type {HTMLElement[]} */ ([...this.tree.querySelectorAll(ITEM)].filter(isShown));
    const expanded = rowOf(item).getAttribute("aria-expanded");
    const inward = () => (expanded === "false" ? this.toggle(item) : firstOf(groupOf(item)));
    const outward = () => (expanded === "true" ? this.toggle(item) : above(item));
    /** @type {Record<string, () => HTMLElement | null | undefined | void>} */
    const actions = {
      ArrowDown: () => shown()[shown().indexOf(item) + 1],
      ArrowUp: () => shown()[shown().indexOf(item) - 1],
      Home: () => shown()[0],
      End: () => shown().at(-1),
      ArrowRight: isRtl ? outward : inward,
      ArrowLeft: isRtl ? inward : outward,
      Enter: () => this.pick(item),
      " ": () => this.toggle(item),
    };
    return Object.hasOwn(actions, key) ? actions[key] : undefined;
  }

  /** @param {HTMLElement} item */
  pick(item) {
    const node = this.nodes.get(item);
    if (node) this.options.pick(node);
  }

  /** @param {Event} event */
  click(event) {
    const item = findTarget(event, ITEM);
    if (!item || findTarget(event, ".more")) return;
    if (findTarget(event, ".twist:not(.leaf), .count")) {
      this.toggle(item);
      return;
    }
    this.rove(item);
    this.pick(item);
  }

  /**
   * Marks the claims that the filters leave out.
   * @param {(node: Card) => boolean} isOut
   */
  dim(isOut) {
    this.isOut = isOut;
    for (const item of this.items.values()) {
      const node = this.nodes.get(item);
      item.classList.toggle("out", node !== undefined && isOut(node));
    }
  }

  /** After a what-if: what the items say of survival, told again. */
  restate() {
    for (const item of this.items.values()) {
      const node = this.nodes.get(item);
      const row = rowOf(item);
      if (node?.kind !== "claim") continue;
      row.querySelector(".what")?.replaceWith(this.words(node));
      if (!this.options.cardy && node.word) row.querySelector(".verdict")?.replaceWith(verdictMark(markOf(node)));
      row.setAttribute("aria-label", this.nameOf(node));
    }
  }
}

/** @param {HTMLElement} item */
const rowOf = item => /** @type {HTMLElement} */ (item.firstElementChild);

/** @param {HTMLElement} item */
const isExpanded = item => rowOf(item).getAttribute("aria-expanded") === "true";

/**
 * @param {HTMLElement} item
 * @returns {HTMLElement | null}
 */
const groupOf = item => item.querySelector(":scope>ul");

/**
 * @param {HTMLElement | null} group
 * @returns {HTMLElement | null | undefined}
 */
const firstOf = group => group?.querySelector(`:scope>${ITEM}`);

/**
 * @param {HTMLElement} item
 * @returns {HTMLElement | null | undefined}
 */
const above = item => item.parentElement?.closest(ITEM);

/** @param {Element} item */
const isShown = item => !item.parentElement?.closest("[hidden]");
