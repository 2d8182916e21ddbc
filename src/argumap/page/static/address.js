/* What a page shows, kept behind the # of its address: #n=claim&branch=…; a bare #claim is read as #n=claim. */
import {notice} from "./notices.js";
import {phrase} from "./words.js";

/** @typedef {Record<string, string | number | boolean | null | undefined>} Changes */

/**
 * The keys and values of a hash.
 * @param {string} hash
 * @returns {URLSearchParams}
 */
export function parseAddress(hash) {
  const text = hash.replace(/^#/, "");
  if (!text) return new URLSearchParams();
  return new URLSearchParams(/^[\w-]+=/.test(text) ? text : {n: decodeSafely(text)});
}

/**
 * `text` without its percent signs, or as it is where they mean nothing.
 * @param {string} text
 */
export function decodeSafely(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * An id as a part of an address. Half a surrogate pair, which an id from outside may hold, has no encoding.
 * @param {string} text
 */
export function encodeId(text) {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
}

/**
 * The hash with `changes`, without its #; what is empty goes.
 * @param {string} hash
 * @param {Changes} changes
 */
export function changedAddress(hash, changes) {
  const now = parseAddress(hash);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === "" || value === false) now.delete(key);
    else now.set(key, String(value));
  }
  return now.toString().replaceAll("%2C", ",");
}

export const address = {
  /** @param {string} key */
  get: key => parseAddress(location.hash).get(key),
  all: () => parseAddress(location.hash),
  /**
   * @param {Changes} changes
   * @param {{push?: boolean}} [options] whether the browser's way back leads to what was
   */
  set(changes, {push = false} = {}) {
    const hash = `#${changedAddress(location.hash, changes)}`;
    if (hash === (location.hash || "#")) return;
    try {
      history[push ? "pushState" : "replaceState"](null, "", hash === "#" ? location.pathname : hash);
    } catch {
      /* a frame without an address of its own */
    }
    carryAddress();
  },
};

/** What other pages know a record as. @type {(id: string) => string} */
let elsewhere = id => id;

/**
 * Has the other pages asked for another record than this one, where they do not know it by its id.
 * @param {typeof elsewhere} find
 */
export function carryAs(find) {
  elsewhere = find;
}

/** Makes the links to the other pages keep what is looked at, and the theme where the browser cannot store it. */
export function carryAddress() {
  const now = parseAddress(location.hash);
  const kept = new URLSearchParams();
  for (const key of ["n", "who", "theme"]) {
    const value = now.get(key);
    if (value) kept.set(key, key === "n" ? elsewhere(value) : value);
  }
  for (const link of document.querySelectorAll("a[data-page]")) {
    const [file] = (link.getAttribute("href") || "").split("#");
    link.setAttribute("href", file + (kept.size ? `#${kept}` : ""));
  }
}

/**
 * Calls `show` for #n=id, now and whenever it changes; an id that the page does not know gets a notice.
 * @param {(id: string) => boolean} knows
 * @param {(id: string | null) => void} show
 */
export function followAddress(knows, show) {
  const look = () => {
    const id = address.get("n");
    carryAddress();
    if (id && !knows(id)) {
      notice(phrase("page.nothing-called", {id: id.slice(0, 60)}));
      return;
    }
    show(id || null);
  };
  addEventListener("hashchange", look);
  addEventListener("popstate", look);
  look();
}
