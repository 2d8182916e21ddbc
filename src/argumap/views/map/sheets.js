/* The two sheets of the map's page, and the switch between them. */
import {find, findAll} from "../../page/static/elements.js";

/** @import {Sheet} from "./state.js" */

/** @param {Sheet} sheet */
export function showSheet(sheet) {
  find("work").dataset.sheet = sheet;
  for (const button of findAll(document, ".sheets button")) {
    button.setAttribute("aria-pressed", String(button.dataset.sheet === sheet));
  }
}
