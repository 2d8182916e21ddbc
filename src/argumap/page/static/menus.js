/* Menus that open in place: one at a time, closed by Escape, by a link in them and by a click beside them. */
import {findAll, findTarget} from "./elements.js";

const menus = () => findAll(document, "details.menu").filter(each => each instanceof HTMLDetailsElement);

/** @param {Element | null} [kept] */
function closeMenus(kept = null) {
  for (const menu of menus()) if (menu !== kept) menu.open = false;
}

/**
 * Escape closes the menu that it is pressed in, and nothing else.
 * @param {KeyboardEvent} event
 */
function closeByKey(event) {
  const menu = findTarget(event, "details.menu[open]");
  if (event.key !== "Escape" || !menu) return;
  event.stopPropagation();
  closeMenus();
  menu.querySelector("summary")?.focus();
}

export function listenToMenus() {
  document.addEventListener("click", event => {
    closeMenus(findTarget(event, ".menu a") ? null : findTarget(event, "details.menu"));
  });
  document.addEventListener("keydown", closeByKey, {capture: true});
}
