/* Handing something to the reader: to the clipboard, as a file, or, where the browser allows neither, to be copied by
 * hand.
 */
import {element, textOf} from "./elements.js";
import {phrase} from "./words.js";

/** The map's title. */
export const titleOf = () => textOf(document.querySelector(".masthead h1") || document.body);
export const pageName = () => textOf(document.querySelector(".pages [aria-current]") || document.head);

/**
 * Hands the reader a file.
 * @param {Blob} blob
 * @param {string} name
 */
export function saveBlob(blob, name) {
  const link = element("a", {href: URL.createObjectURL(blob), download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 30000);
}

/**
 * Puts a text on the clipboard; whether that is done. Otherwise it stands selected in a window, to be copied by hand.
 * @param {string} text
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    /* a page from a file or in a frame may have no clipboard; the older way is then often still open */
  }
  return copySelected(text) || showSelected(text);
}

/** @param {string} text */
function copySelected(text) {
  const focused = document.activeElement;
  const field = element("textarea", {readonly: true, class: "unseen", "aria-hidden": "true", tabindex: -1});
  field.value = text;
  document.body.append(field);
  field.select();
  let done = false;
  try {
    done = document.execCommand("copy");
  } catch {
    /* then the window is left */
  }
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}

/** @param {string} text */
function showSelected(text) {
  const field = element("textarea", {readonly: true, rows: 6, class: "field", "aria-labelledby": "by-hand"});
  field.value = text;
  const dialog = element(
    "dialog",
    {class: "by-hand", "aria-labelledby": "by-hand", onclose: () => dialog.remove()},
    element("h2", {id: "by-hand"}, phrase("share.by-hand")),
    field,
    element("form", {method: "dialog"}, element("button", {class: "button"}, phrase("share.close"))),
  );
  document.body.append(dialog);
  dialog.showModal();
  field.focus();
  field.select();
  return false;
}

/**
 * Puts a picture on the clipboard; whether the browser allows it.
 * @param {Promise<Blob>} made which the browser has to be given at once, while the reader's click is fresh
 */
export async function copyPicture(made) {
  try {
    await navigator.clipboard.write([new ClipboardItem({"image/png": made})]);
    return true;
  } catch {
    return false;
  }
}
