/* The panel's frame: its tabs, and whether it is in sight. */
import {find} from "../../page/static/elements.js";
import {TABS} from "./state.js";

/** @import {Tab} from "./state.js" */

const body = () => document.body.classList;

/**
 * Brings the panel up with one of its tabs.
 * @param {Tab} name
 */
export function raiseTab(name) {
  body().remove("panel-hidden");
  body().add("sheet-up");
  find("panel").dataset.tab = name;
  find("panel-toggle").setAttribute("aria-expanded", "true");
  for (const each of TABS) {
    const tab = find(`tab-${each}`);
    tab.setAttribute("aria-selected", String(each === name));
    tab.tabIndex = each === name ? 0 : -1;
    find(each).hidden = each !== name;
  }
}

/** @param {boolean} open */
export function togglePanel(open) {
  body().toggle("panel-hidden", !open);
  find("panel-toggle").setAttribute("aria-expanded", String(open));
}

/** On a phone the panel is a sheet at the foot of the page. */
export const lowerSheet = () => body().remove("sheet-up");
export const isSheetUp = () => body().contains("sheet-up");

/**
 * @param {(name: Tab) => void} choose
 * @param {(name: Tab) => void} move by an arrow key, with the focus
 */
export function listenToTabs(choose, move) {
  for (const [at, name] of TABS.entries()) {
    find(`tab-${name}`).addEventListener("click", () => choose(name));
    find(`tab-${name}`).addEventListener("keydown", event => {
      const step = {ArrowRight: 1, ArrowLeft: 2}[event.key];
      if (!step) return;
      event.preventDefault();
      move(TABS[(at + step) % TABS.length]);
    });
  }
}
