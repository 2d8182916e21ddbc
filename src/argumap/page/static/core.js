/* What every page shares: building elements, the payload, the address, search, the theme and notices.
 *
 *   argumap.element("p", {class: "x", onclick: f}, "text", node)   an element; text is never HTML
 *   await argumap.payload()                  the data of the page (element #payload)
 *   argumap.address.get("n") / .set({n: id}) the view's state, kept behind the # of the address
 *   argumap.follow(knows, show)              calls show(id, fromAddress) for #n=id, now and whenever it changes
 *   argumap.buildSearch(entries)             entries {id, title, text} → find(query, limit) → ids
 *   argumap.marked(text, query)              text as nodes with the found words in <mark>
 *   argumap.notice(text), argumap.say(text)  a line for the eye; a line for screen readers
 *   argumap.encode(id)                       an id as a part of an address
 *   argumap.onTheme(f)                       f() after light and dark changed
 */
"use strict";
const argumap = (() => {
  const LETTERS = {ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i"};
  const fold = text => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/[ßæœøłđðþı]/g, letter => LETTERS[letter]);

  function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === false || value === null || value === undefined) continue;
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (name === "class") made.className = value;
      else made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
    return made;
  }

  async function payload(id = "payload") {
    const holder = document.getElementById(id);
    if (!holder) return null;
    const text = holder.textContent;
    if (holder.type === "application/json") return JSON.parse(text);
    const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).json();
  }

  /* ---- the address: #n=claim&branch=… ; a bare #claim is read as #n=claim ---- */
  function parseAddress(hash) {
    const text = hash.replace(/^#/, "");
    if (!text) return new URLSearchParams();
    return new URLSearchParams(/^[\w-]+=/.test(text) ? text : {n: safeDecode(text)});
  }
  function safeDecode(text) { try { return decodeURIComponent(text); } catch { return text; } }
  function changedAddress(hash, changes) {
    const now = parseAddress(hash);
    for (const [key, value] of Object.entries(changes)) {
      if (value === null || value === undefined || value === "" || value === false) now.delete(key);
      else now.set(key, value);
    }
    return now.toString().replaceAll("%2C", ",");
  }
  const address = {
    get: key => parseAddress(location.hash).get(key),
    all: () => parseAddress(location.hash),
    set(changes, {push = false} = {}) {
      const hash = "#" + changedAddress(location.hash, changes);
      if (hash === (location.hash || "#")) return;
      try { history[push ? "pushState" : "replaceState"](null, "", hash === "#" ? location.pathname : hash); }
      catch { /* a frame without an address of its own */ }
      carry();
    },
  };
  /* Links to the other pages keep what is looked at, and the theme where the browser cannot store it. */
  function carry() {
    const now = parseAddress(location.hash), kept = new URLSearchParams();
    for (const key of ["n", "theme"]) if (now.get(key)) kept.set(key, now.get(key));
    for (const link of document.querySelectorAll("a[data-page]")) {
      link.href = link.getAttribute("href").split("#")[0] + (kept.size ? "#" + kept : "");
    }
  }
  function follow(knows, show) {
    const look = () => {
      const id = address.get("n");
      carry();
      if (id && !knows(id)) return notice(`Nothing in this map is called “${id.slice(0, 60)}”. The link may be old or mistyped.`);
      show(id || null, true);
    };
    addEventListener("hashchange", look);
    addEventListener("popstate", look);
    look();
  }

  /* ---- search: all words, in any order, accents and case folded ---- */
  function buildSearch(entries) {
    let folded = null;
    const prepare = () => {
      const fields = entries.map(entry => clean(entry.title) + "\u0001" + clean(entry.text));
      folded = fold(fields.join("\n")).split("\n");
    };
    return (query, limit = 12) => {
      const words = wordsOf(query);
      if (!words.length) return [];
      if (!folded) prepare();
      const titled = [], other = [];
      for (let i = 0; i < folded.length; i++) {
        const hay = folded[i];
        if (!words.every(word => hay.includes(word))) continue;
        const end = hay.indexOf("\u0001");
        (words.every(word => { const at = hay.indexOf(word); return at >= 0 && at < end; }) ? titled : other).push(entries[i].id);
      }
      return titled.concat(other).slice(0, limit);
    };
  }
  const clean = text => (text || "").replace(/[\n\u0001]/g, " ");
  const wordsOf = query => fold(query).split(/\s+/).filter(Boolean);

  /* Where the words of the query stand in the text as written: [start, end) in UTF-16 units, merged. */
  function findSpans(text, query) {
    let folded = "";
    const from = [];
    let at = 0;
    for (const letter of text) {
      const piece = fold(letter);
      for (let i = 0; i < piece.length; i++) from.push([at, at + letter.length]);
      folded += piece;
      at += letter.length;
    }
    const spans = [];
    for (const word of wordsOf(query)) {
      for (let i = folded.indexOf(word); i >= 0; i = folded.indexOf(word, i + word.length)) {
        spans.push([from[i][0], from[i + word.length - 1][1]]);
      }
    }
    spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return spans.reduce((merged, span) => {
      const last = merged.at(-1);
      if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
      else merged.push([...span]);
      return merged;
    }, []);
  }
  function marked(text, query) {
    const nodes = document.createDocumentFragment();
    let done = 0;
    for (const [start, end] of findSpans(text, query)) {
      nodes.append(text.slice(done, start), element("mark", {}, text.slice(start, end)));
      done = end;
    }
    nodes.append(text.slice(done));
    return nodes;
  }

  /* ---- notices ---- */
  function notice(text) {
    const box = document.getElementById("notice");
    box.querySelector("p").textContent = text;
    box.hidden = false;
  }
  function say(text) { document.getElementById("live").textContent = text; }

  /* ---- theme ---- */
  const listeners = [];
  const isDark = () => {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  };
  function showTheme() {
    document.getElementById("theme")?.setAttribute("aria-pressed", String(isDark()));
    for (const listener of listeners) listener();
  }
  function toggleTheme() {
    const theme = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    let stored = false;
    try { localStorage.setItem("argumap-theme", theme); stored = localStorage.getItem("argumap-theme") === theme; }
    catch { /* carried in the address instead */ }
    address.set({theme: stored ? null : theme});
    showTheme();
  }
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

  /* For an address: half a surrogate pair, which an id from outside may hold, has no encoding. */
  const encode = text => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
  const safeLink = url => /^(https?:|mailto:)/i.test(url || "") ? url : null;

  function start() {
    document.getElementById("theme")?.addEventListener("click", toggleTheme);
    document.querySelector("#notice button")?.addEventListener("click", () => { document.getElementById("notice").hidden = true; });
    document.querySelector(".skip")?.addEventListener("click", event => {
      event.preventDefault();
      document.querySelector(event.currentTarget.getAttribute("href"))?.focus();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showTheme);
    showTheme();
    carry();
  }
  if (typeof document !== "undefined") start();

  return {element, payload, address, parseAddress, changedAddress, follow, fold, buildSearch, findSpans, marked,
    notice, say, onTheme: listener => listeners.push(listener), isDark, colour, safeLink, encode};
})();
if (typeof module !== "undefined") module.exports = argumap;
