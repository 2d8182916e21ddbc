/* What every page starts with: its payload, the reader's light or dark, and the parts that all pages have. */
import {address, carryAddress} from "./address.js";
import {find} from "./elements.js";
import {listenToMenus} from "./menus.js";
import {startShare} from "./share.js";
import {startTour} from "./tour.js";

/**
 * The data in the element `id`, or null where the page carries none.
 * @param {string} [id]
 * @returns {Promise<any>}
 */
export async function readPayload(id = "payload") {
  const holder = document.getElementById(id);
  if (!(holder instanceof HTMLScriptElement)) return null;
  const text = holder.textContent || "";
  if (holder.type === "application/json") return JSON.parse(text);
  const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

/** Runs the scripts from elsewhere that the page holds; to read them takes a quarter of the time to its first use. */
export function runLibraries() {
  for (const held of document.querySelectorAll("script.library")) {
    const script = document.createElement("script");
    script.textContent = held.textContent;
    held.replaceWith(script);
  }
}

/* ---- theme ---- */
/** @type {(() => void)[]} */
const themeListeners = [];

/**
 * Calls `listener` after light and dark changed.
 * @param {() => void} listener
 */
export function onTheme(listener) {
  themeListeners.push(listener);
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function showTheme() {
  document.getElementById("theme")?.setAttribute("aria-pressed", String(isDark()));
  for (const listener of themeListeners) listener();
}

function toggleTheme() {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  address.set({theme: keep("argumap-theme", theme) ? null : theme});
  showTheme();
}

/**
 * Keeps what the reader chose for all pages, or with null forgets it; whether the browser does keep it.
 * @param {string} name
 * @param {string | null} value
 */
export function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
    return localStorage.getItem(name) === value;
  } catch {
    return false;
  }
}

/** @param {string} name */
export function recall(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/**
 * Only addresses of the web and of mail become links.
 * @param {string | null | undefined} url
 */
export function safeLink(url) {
  return url && /^(https?:|mailto:)/i.test(url) ? url : null;
}

/** Brings the parts to life that every page has; the first thing that a page's script does. */
export function startPage() {
  document.getElementById("theme")?.addEventListener("click", toggleTheme);
  document.querySelector("#notice button")?.addEventListener("click", () => {
    find("notice").hidden = true;
  });
  const skip = document.querySelector(".skip");
  skip?.addEventListener("click", event => {
    event.preventDefault();
    const target = document.querySelector(skip.getAttribute("href") || "");
    if (target instanceof HTMLElement) target.focus();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showTheme);
  showTheme();
  carryAddress();
  listenToMenus();
  startShare();
  startTour();
}
