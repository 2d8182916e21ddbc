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
  tellWhether();
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
  tellWhether();
}

/** Where the window is narrow, as a phone's, the panel is a sheet at the foot of the page. */
export const narrow = matchMedia("(max-width: 760px)");
export function lowerSheet() {
  body().remove("sheet-up");
  tellWhether();
}
export const isSheetUp = () => body().contains("sheet-up");

/** The button tells whether the panel is in sight. */
function tellWhether() {
  const isOpen = narrow.matches ? isSheetUp() : !body().contains("panel-hidden");
  find("panel-toggle").setAttribute("aria-expanded", String(isOpen));
}

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
