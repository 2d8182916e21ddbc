/* Building and finding elements. */

/** @import {Attribute, Child, Single} from "./child.js" */

/** The language of what the map says, where it is another than the page's; the page's heading has it. */
let foreign = /** @type {string | null | undefined} */ (undefined);

/** @returns {string | null} */
function findForeign() {
  foreign ??= document.querySelector?.(".masthead h1[lang]")?.getAttribute("lang") ?? null;
  return foreign;
}

/**
 * An element; a text among the children is never HTML. `on…` listens, and what is false or missing is left out.
 * What says `dir: "auto"`, and what is isolated, is the map's own words, and gets their language.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, Attribute>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  const language = (tag === "bdi" || attributes.dir === "auto") && findForeign();
  if (language) made.setAttribute("lang", language);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...flatten(children));
  return made;
}

/**
 * Nested children as nodes and texts, without what is missing.
 * @param {readonly Child[]} children
 */
export function flatten(children) {
  const all = /** @type {Single[]} */ (children.flat(/** @type {1} */ (Infinity)));
  return all
    .filter(child => child !== null && child !== undefined && child !== false)
    .map(child => (typeof child === "number" ? String(child) : child));
}

/**
 * The element called `id`; raises where the page has none of that kind.
 * @template {HTMLElement} E
 * @param {string} id
 * @param {{new (): E, readonly prototype: E}} [kind]
 * @returns {E}
 */
export function find(id, kind = /** @type {any} */ (HTMLElement)) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(`the page has no ${kind.name} called ${id}`);
  return found;
}

/**
 * All elements below `parent` that the selector names, in the order of the page.
 * @param {ParentNode} parent
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export function findAll(parent, selector) {
  return [...parent.querySelectorAll(selector)].filter(each => each instanceof HTMLElement);
}

/**
 * The element that an event happened in, or the nearest around it, that the selector names.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function findTarget(event, selector) {
  return event.target instanceof Element ? event.target.closest(selector) : null;
}

/** @param {Node} node */
export function textOf(node) {
  return (node.textContent || "").trim();
}
