/* What a page says beside what it shows. */
import {find} from "./elements.js";

/**
 * A line for the eye, until the reader dismisses it.
 * @param {string} text
 */
export function notice(text) {
  const box = find("notice");
  const line = box.querySelector("p");
  if (line) line.textContent = text;
  box.hidden = false;
}

/**
 * A line for screen readers.
 * @param {string} text
 */
export function say(text) {
  find("live").textContent = text;
}
