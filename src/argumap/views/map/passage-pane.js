/* The passage of a record in its article: lit, with what stands before and after it, where the text is at hand. */
import {encodeId} from "../../page/static/address.js";
import {safeLink} from "../../page/static/core.js";
import {element, findAll} from "../../page/static/elements.js";
import {phrase} from "../../page/static/words.js";
import {heading, nodeButton, passageEntry, sectionList} from "./panel-pieces.js";

/** @import {Child} from "../../page/static/child.js" */
/** @import {App} from "./app.js" */
/** @import {Card, Debate} from "./card-tree.js" */
/** @import {Where} from "./payload.js" */

/** So many of the others that a passage is cited for are named. */
const MOST_OTHERS = 12;

/**
 * Where a record stands. With the text of its article there is a window on it that goes from passage to passage.
 * @param {App} app
 * @param {string} id
 * @param {readonly Where[]} where
 * @returns {Child}
 */
export function passagePane(app, id, where) {
  if (!where.length) return null;
  const read = where.filter(place => place.units && app.debate.texts[place.source || ""]);
  const rest = where.filter(place => !read.includes(place));
  return element(
    "section",
    {class: "passages"},
    heading(phrase(where.some(place => place.text) ? "map.record.in-source" : "map.record.where")),
    read.length ? textWindow(app, id, read) : null,
    rest.map(place => passageEntry(app, place)),
    rest.length ? element("p", {class: "note"}, phrase("passage.no-text"), ...sourceLinks(app.debate, rest)) : null,
    read.length ? null : element("p", {class: "small"}, wayToSection(id)),
  );
}

/** @param {string} id */
const wayToSection = id => element("a", {href: `sections.html#n=${encodeId(id)}`}, phrase("map.record.in-section"));

/**
 * @param {Debate} debate
 * @param {readonly Where[]} places
 * @returns {Child[]}
 */
function sourceLinks({sources}, places) {
  const named = new Set(places.map(place => place.source || ""));
  return [...named].flatMap(id => {
    const source = sources.get(id);
    const url = safeLink(source?.url);
    return url ? [" ", element("a", {href: url, rel: "noopener noreferrer"}, source?.title || url)] : [];
  });
}

/**
 * The text of an article with one of the passages lit; the others are a click away.
 * @param {App} app
 * @param {string} id
 * @param {readonly Where[]} places
 */
function textWindow(app, id, places) {
  const frame = element("div", {class: "reading", tabindex: 0, role: "region", dir: "auto"});
  const where = element("p", {class: "small quiet where"});
  const others = element("div");
  const buttons = places.map((_, n) =>
    element(
      "button",
      {type: "button", class: "button", "aria-label": phrase("passage.number", {n: n + 1, all: places.length})},
      String(n + 1),
    ),
  );
  /** @param {number} n */
  const show = n => {
    const place = places[n];
    if (!place) return;
    for (const [other, button] of buttons.entries()) button.setAttribute("aria-pressed", String(other === n));
    frame.setAttribute("aria-label", phrase("passage.text-of", {source: titleOf(app, place)}));
    if (frame.dataset.source !== place.source) frame.replaceChildren(...blocksOf(app, place.source || ""));
    frame.dataset.source = place.source;
    lightUnits(frame, places, place);
    where.textContent = [titleOf(app, place), sectionOf(app, place), place.at].filter(Boolean).join(" · ");
    others.replaceChildren(...[othersAt(app, id, place)].filter(each => each !== null));
  };
  for (const [n, button] of buttons.entries()) button.addEventListener("click", () => show(n));
  const taller = element("button", {type: "button", class: "plain", "aria-expanded": "false"}, phrase("passage.more"));
  taller.addEventListener("click", () => {
    const tall = frame.classList.toggle("tall");
    taller.setAttribute("aria-expanded", String(tall));
    taller.textContent = phrase(tall ? "passage.less" : "passage.more");
    centre(frame);
  });
  show(0);
  requestAnimationFrame(() => centre(frame));
  return [
    places.length > 1
      ? element("p", {class: "turns", role: "group", "aria-label": phrase("passage.all")}, buttons)
      : null,
    frame,
    where,
    element("p", {class: "small ways"}, taller, wayToSection(id)),
    others,
  ];
}

/**
 * @param {App} app
 * @param {Where} place
 */
const titleOf = ({debate}, {source = ""}) => debate.sources.get(source)?.title || source;

/**
 * @param {App} app
 * @param {Where} place
 */
const sectionOf = ({debate}, {section = ""}) => debate.sections.get(section)?.title || "";

/**
 * The article, sentence by sentence; each knows its number.
 * @param {App} app
 * @param {string} source
 */
function blocksOf({debate}, source) {
  let n = 0;
  return (debate.texts[source] || []).map(([kind, ...units]) => {
    const tag = kind === "heading" ? "h4" : "p";
    const block = element(tag, {class: kind});
    for (const unit of units) block.append(element("span", {"data-unit": n++}, unit), kind === "table" ? " · " : " ");
    return block;
  });
}

/**
 * @param {HTMLElement} frame
 * @param {readonly Where[]} places
 * @param {Where} chosen
 */
function lightUnits(frame, places, chosen) {
  /**
   * @param {Where} place
   * @param {number} n
   */
  const holds = ({source, units: [first, last] = [0, -1]}, n) => source === chosen.source && n >= first && n <= last;
  for (const unit of findAll(frame, "[data-unit]")) {
    const n = Number(unit.dataset.unit);
    unit.classList.toggle("lit", holds(chosen, n));
    unit.classList.toggle(
      "cited",
      places.some(place => holds(place, n)),
    );
  }
  centre(frame);
}

/**
 * Scrolls the window, and nothing around it, to what is lit.
 * @param {HTMLElement} frame
 */
function centre(frame) {
  const lit = findAll(frame, ".lit");
  const [first] = lit;
  const last = lit.at(-1);
  if (!first || !last) return;
  const top = first.offsetTop;
  const height = last.offsetTop + last.offsetHeight - top;
  frame.scrollTop = Math.max(0, top - Math.max(24, (frame.clientHeight - height) / 2));
}

/**
 * The other claims that the same sentences are cited for, with who says them.
 * @param {App} app
 * @param {string} id
 * @param {Where} place
 */
function othersAt(app, id, place) {
  const others = app.debate.claims.filter(
    claim => claim.id !== id && claim.where.some(other => other.source === place.source && meet(other, place)),
  );
  return sectionList(
    phrase("passage.others"),
    others.slice(0, MOST_OTHERS).map(claim => nodeButton(app, claim, claim.relation, namesOf(app.debate, claim))),
  );
}

/**
 * @param {Where} one
 * @param {Where} other
 */
function meet({units: one}, {units: other}) {
  return Boolean(one && other && one[0] <= other[1] && other[0] <= one[1]);
}

/**
 * @param {Debate} debate
 * @param {Card} claim
 */
function namesOf({stakeholders}, {voices}) {
  return [...new Set(voices.map(voice => stakeholders.get(voice.by)?.name || voice.by))].slice(0, 3).join(", ");
}
