/* One person's case, kept from page to page: the address has who=ID, the header a pill that names and removes it. */
import {address, changedAddress} from "./address.js";
import {readPayload} from "./core.js";
import {find, findTarget} from "./elements.js";
import {say} from "./notices.js";
import {phrase} from "./words.js";

/**
 * A person's case by ids, as `argumap.views.LensData` tells it: what they hold, reject and leave open; `path` are the
 * claims and questions that these lead to by `steps` of the source, `beyond` those that only a step of the map's own
 * (`added`) leads to; `sides` has by answer the side they take, and whether only such a step makes it one.
 * @typedef {object} Lens
 * @property {string} name
 * @property {string} role
 * @property {string} told
 * @property {string} report
 * @property {number} speakers more than one where the name is that of many
 * @property {string[]} holds
 * @property {string[]} rejects
 * @property {string[]} open
 * @property {string[]} path
 * @property {string[]} steps
 * @property {string[]} beyond
 * @property {string[]} added
 * @property {Record<string, [string, boolean]>} sides
 */

/** @type {((id: string | null) => void)[]} */
const listeners = [];

/** Whose case the address asks for; null where everybody's is shown. */
export const lensOf = () => address.get("who") || null;

/**
 * Chooses whose case is shown; null shows everybody's.
 * @param {string | null} id
 */
export function chooseLens(id) {
  address.set({who: id}, {push: true});
  tellAll();
}

/**
 * Calls `show` with the case that the address asks for, now and whenever another is asked for; null is everybody's,
 * and so is that of somebody who does not speak here.
 * @param {(lens: Lens | null, id: string | null) => void} show
 */
export async function followLens(show) {
  if (!document.getElementById("lens")) return;
  const lenses = new Map(/** @type {[string, Lens][]} */ (Object.entries((await readPayload("lenses")) || {})));
  /** @type {string | null | undefined} */
  let shown;
  listeners.push(asked => {
    const id = asked && lenses.has(asked) ? asked : null;
    if (id === shown) return;
    const first = shown === undefined;
    shown = id;
    const lens = (id && lenses.get(id)) || null;
    showPill(id);
    show(lens, id);
    if (!first) say(lens ? lens.told : phrase("lens.everybody"));
  });
  find("who").addEventListener("change", () => chooseLens(find("who", HTMLSelectElement).value || null));
  find("who-off").addEventListener("click", () => {
    chooseLens(null);
    find("who").focus();
  });
  for (const name of ["hashchange", "popstate"]) addEventListener(name, tellAll);
  for (const name of ["click", "auxclick"]) addEventListener(name, carryLens, {capture: true});
  tellAll();
}

function tellAll() {
  for (const listener of listeners) listener(lensOf());
}

/** @param {string | null} id */
function showPill(id) {
  find("who", HTMLSelectElement).value = id || "";
  find("lens").classList.toggle("on", id !== null);
  find("who-off").hidden = id === null;
}

/**
 * A link to a record, on this page or another, keeps the person.
 * @param {Event} event
 */
function carryLens(event) {
  const link = findTarget(event, "a[href*='#']");
  const who = lensOf();
  const [file, hash] = (link?.getAttribute("href") || "").split("#");
  if (!link || !who || !hash || link.matches(".skip") || /^[a-z]+:/i.test(file) || /(^|&)who=/.test(hash)) return;
  link.setAttribute("href", `${file}#${changedAddress(hash, {who})}`);
}
