/* The page of changes: shows what changed between the two states that the reader chooses, and plays them all. */
import {address} from "../../page/static/address.js";
import {startReading} from "../../page/static/reveal.js";
import {offer} from "../../page/static/share.js";
import {drawPart} from "../../page/static/element-picture.js";
import {element, find, findAll, textOf} from "../../page/static/elements.js";
import {say} from "../../page/static/notices.js";
import {phrase} from "../../page/static/words.js";
import {findSteps, neighbour} from "./state-pairs.js";

const PAUSE = 4000;

const from = find("from", HTMLSelectElement);
const to = find("to", HTMLSelectElement);
const play = find("play", HTMLButtonElement);
const place = find("comparison");
const upshot = find("upshot");
const states = findAll(find("time"), "[data-state]");
const ids = states.map(state => state.dataset.state || "");
const playing = play.textContent;
const still = matchMedia("(prefers-reduced-motion: reduce)");

/** What was written into the page, by the pair of states that it compares. @type {Map<string, DocumentFragment>} */
const written = new Map();
for (const holder of document.querySelectorAll("#comparison, template[data-old]")) {
  if (!(holder instanceof HTMLElement)) continue;
  const content = document.createDocumentFragment();
  const sources = holder instanceof HTMLTemplateElement ? [holder.content] : [upshot, holder];
  content.append(...sources.flatMap(source => [...source.childNodes].map(node => node.cloneNode(true))));
  written.set(`${holder.dataset.old}-${holder.dataset.new}`, content);
}

let old = Number(place.dataset.old);
let now = Number(place.dataset.new);
/** @type {number | undefined} */
let timer;

/**
 * @param {number} a
 * @param {number} b
 */
function show(a, b) {
  [old, now] = a < b ? [a, b] : [b, a];
  const steps = findSteps(old, now, (x, y) => written.has(`${x}-${y}`));
  place.replaceChildren(...steps.flatMap(([x, y]) => [steps.length > 1 && nameStep(x, y), copy(x, y)]).filter(isNode));
  // What it came to stands above the course; of several steps each says its own.
  upshot.replaceChildren(...(steps.length > 1 ? [] : findAll(place, ".lead")));
  mark();
}

/**
 * @param {unknown} node
 * @returns {node is Node}
 */
const isNode = node => node instanceof Node;

/**
 * @param {number} x
 * @param {number} y
 */
const copy = (x, y) => written.get(`${x}-${y}`)?.cloneNode(true);

/**
 * @param {number} x
 * @param {number} y
 */
const nameStep = (x, y) => element("h3", {class: "step"}, `${nameOf(x)} → ${nameOf(y)}`);

/** @param {number} n */
const nameOf = n => from.options[n]?.text || "";

/** Tells the controls, the lines and the addresses of records which states are shown. */
function mark() {
  from.value = String(old);
  to.value = String(now);
  states.forEach((state, n) => {
    state.setAttribute("aria-pressed", String(n === old || n === now));
  });
  find("time").style.setProperty("--old", String(old));
  find("time").style.setProperty("--now", String(now));
  for (const named of findAll(document, "main [data-n]")) {
    const id = `n=${named.dataset.n}`;
    if (!document.getElementById(id)) named.id = id;
  }
}

/**
 * Shows two states that the reader asked for.
 * @param {number} a
 * @param {number} b
 */
function choose(a, b) {
  if (a === b) {
    [a, b] = a ? [a - 1, b] : [a, b + 1];
  }
  show(a, b);
  address.set({from: ids[old], to: ids[now]}, {push: true});
  const headline = document.querySelector("main h3.headline")?.textContent || "";
  say(phrase("changes.shown", {old: nameOf(old), new: nameOf(now), headline}));
}

function stop() {
  clearInterval(timer);
  timer = undefined;
  play.setAttribute("aria-pressed", "false");
  play.textContent = still.matches ? phrase("changes.next") : playing;
}

function next() {
  const at = now < ids.length - 1 ? now : 0;
  choose(at, at + 1);
  if (now === ids.length - 1) stop();
}

function toggle() {
  if (still.matches) return next();
  if (timer) return stop();
  timer = setInterval(next, PAUSE);
  play.setAttribute("aria-pressed", "true");
  play.textContent = phrase("changes.pause");
  choose(0, 1);
  if (ids.length === 2) stop();
  return undefined;
}

/** Shows what the address asks for; what it does not know is left as it is. */
function follow() {
  const [a, b] = [ids.indexOf(address.get("from") || ""), ids.indexOf(address.get("to") || "")];
  if (a >= 0 && b >= 0 && a !== b) show(a, b);
  else show(0, ids.length - 1);
}

/** @param {KeyboardEvent} event */
function move(event) {
  const at = states.indexOf(/** @type {HTMLElement} */ (event.target));
  const there = neighbour(event.key, at, states.length, document.documentElement.dir === "rtl");
  if (there === null) return;
  event.preventDefault();
  states[there]?.focus();
}

/** @param {Element | null | undefined} part */
const wordsOf = part => (part ? textOf(part).replace(/\s+/g, " ") : "");

/**
 * What a cell holds, one after the other.
 * @param {HTMLElement} cell
 */
function readCell(cell) {
  const parts = findAll(cell, ":scope > ul > li, :scope > b, :scope > span");
  return (parts.length ? parts : [cell]).map(wordsOf).join("; ");
}

/** What is shown as rows: each answer before and now, who is new, and what else changed; each says what it is of. */
function listRows() {
  const head = findAll(place, "thead")[0];
  const answers = findAll(place, "tbody tr").map(row => [
    wordsOf((row.closest("details.issue") || document).querySelector(".kicker")),
    ...findAll(row, ":scope > th, :scope > td").map(readCell),
  ]);
  const people = findAll(place, ".person li").map(stance => [
    wordsOf(place.querySelector(".people > h3")),
    wordsOf(stance.closest(".person")?.querySelector("b")),
    ...(stance.querySelector("del") ? [wordsOf(stance.lastElementChild), ""] : ["", wordsOf(stance.lastElementChild)]),
    "",
  ]);
  const others = findAll(place, ".rest li").map(other => [
    wordsOf(other.closest("details")?.querySelector("summary b")),
    "",
    ...["", wordsOf(other), ""],
  ]);
  return [["", ...(head ? findAll(head, "th").map(wordsOf) : [])], ...answers, ...people, ...others];
}

for (const box of [from, to]) {
  box.addEventListener("change", () => {
    stop();
    choose(Number(from.value), Number(to.value));
  });
}
states.forEach((state, n) => {
  state.addEventListener("click", () => {
    stop();
    choose(n ? n - 1 : 0, n || 1);
  });
  state.addEventListener("keydown", move);
});
play.addEventListener("click", toggle);
still.addEventListener("change", stop);
addEventListener("popstate", follow);
follow();
stop();
void startReading();
offer({canvas: () => drawPart(".sheet.changes"), rows: listRows});
