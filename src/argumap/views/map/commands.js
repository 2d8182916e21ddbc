/* What a reader can ask of the map: its keys, buttons, help and spoken lines are made of one table. */
import {keep, recall} from "../../page/static/core.js";
import {element, find, findAll, findTarget} from "../../page/static/elements.js";
import {phrase} from "../../page/static/words.js";

/**
 * What the commands are carried out by.
 * @typedef {object} Hands
 * @property {(key: string) => void} move
 * @property {() => void} open
 * @property {() => void} fold
 * @property {() => void} search
 * @property {() => void} whole
 * @property {() => void} toggleWhole
 * @property {() => void} overview
 * @property {() => void} branch
 * @property {() => void} focus
 * @property {() => void} back
 * @property {() => void} on
 * @property {() => void} fit
 * @property {(factor: number) => void} zoom
 * @property {(name: Shown, spoken: string) => void} toggle
 * @property {() => void} panel
 * @property {() => void} help
 * @property {() => void} letGo
 */
/** What can be shown beside the cards, or on them. @typedef {"people" | "full" | "links"} Shown */
/**
 * @typedef {object} Command
 * @property {readonly string[]} keys as events name them
 * @property {string} [shown] the keys as the help names them; the first as it is where nothing is said
 * @property {string} words the phrase for what it does, for the help; commands that say the same share a line
 * @property {boolean} [anywhere] whether the keys mean it also while the map has not the focus
 * @property {string} [button] the id of its button
 * @property {string} [hint] the phrase for what its button says in full
 * @property {(hands: Hands, key: string) => void} run
 * @property {(hands: Hands) => void} [press] what its button does, where that is more
 */

const LETTERS = "argumap-letters";
const NEARER = 1.25;
const FARTHER = 0.8;

/**
 * @param {Shown} name
 * @param {string} key
 * @param {string} words
 * @param {string} spoken
 * @param {string} [hint]
 * @returns {Command}
 */
const toggle = (name, key, words, spoken, hint) => ({
  keys: [key],
  words,
  button: name,
  hint,
  run: hands => hands.toggle(name, spoken),
});

/** @type {readonly Command[]} */
export const COMMANDS = [
  {
    keys: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"],
    shown: "← → ↑ ↓",
    words: "command.next",
    run: (hands, key) => hands.move(key),
  },
  {keys: ["Enter"], words: "command.open", run: hands => hands.open()},
  {keys: [" "], shown: "Space", words: "command.fold", run: hands => hands.fold()},
  {keys: ["/"], words: "command.search", run: hands => hands.search()},
  {
    keys: ["w"],
    words: "command.whole",
    button: "whole",
    hint: "command.whole-hint",
    run: hands => hands.whole(),
    press: hands => hands.toggleWhole(),
  },
  {
    keys: ["e"],
    words: "command.main-points",
    button: "overview",
    hint: "command.main-points-hint",
    run: hands => hands.overview(),
  },
  {keys: ["o"], words: "command.branch", run: hands => hands.branch()},
  {keys: ["x"], words: "command.focus", run: hands => hands.focus()},
  {keys: ["["], words: "command.history", run: hands => hands.back()},
  {keys: ["]"], words: "command.history", run: hands => hands.on()},
  {keys: ["f"], words: "command.fit", button: "fit", hint: "command.fit-hint", run: hands => hands.fit()},
  {keys: ["+", "="], words: "command.zoom", button: "zoom-in", run: hands => hands.zoom(NEARER)},
  {keys: ["−", "-"], words: "command.zoom", button: "zoom-out", run: hands => hands.zoom(FARTHER)},
  toggle("people", "s", "command.people", "command.people-shown", "command.people-hint"),
  toggle("full", "c", "command.cards", "command.full-shown"),
  toggle("links", "l", "command.cards", "command.links-shown"),
  {
    keys: ["p"],
    words: "command.panel",
    button: "panel-toggle",
    hint: "command.panel-hint",
    run: hands => hands.panel(),
  },
  {keys: ["?"], words: "", button: "help-open", run: hands => hands.help()},
  {keys: ["Escape"], shown: "Esc", words: "command.let-go", anywhere: true, run: hands => hands.letGo()},
];

/**
 * The command of a key.
 * @param {string} key
 * @param {{onMap: boolean, letters: boolean}} where whether the map has the focus, and whether single letters and signs
 *   mean something, which speech input may speak by accident
 */
export const commandOf = (key, {onMap, letters}) =>
  COMMANDS.find(each => each.keys.includes(key) && (each.anywhere || (onMap && (letters || !isLetter(key)))));

/** @param {string} key */
const isLetter = key => key.length === 1 && key !== " ";

/** The lines of the help: keys as they are shown, and what they do. */
export function helpLines() {
  /** @type {Map<string, string[]>} */
  const lines = new Map();
  for (const {keys, shown, words} of COMMANDS.filter(each => each.words)) {
    lines.set(words, [...(lines.get(words) || []), ...(shown ?? keys[0]).split(" ")]);
  }
  return lines;
}

/** Writes the keys into the help, and where buttons tell theirs. */
export function showKeys() {
  const lines = [...helpLines()].map(([words, keys]) => {
    const shown = keys.map((key, i) => [
      i ? " " : "",
      element("kbd", {}, key === "Space" ? phrase("command.space") : key),
    ]);
    return element("div", {}, element("dt", {}, shown), element("dd", {}, phrase(words)));
  });
  find("help")
    .querySelector("dl")
    ?.replaceChildren(...lines);
  for (const place of findAll(document, "kbd[data-of]")) {
    place.textContent = COMMANDS.find(each => each.button === place.dataset.of)?.keys[0] ?? "";
  }
  for (const {button, hint, keys} of COMMANDS) {
    if (button && hint) find(button).title = `${phrase(hint)} (${keys[0]})`;
  }
}

/**
 * Lets every command be called by its keys and its button.
 * @param {Hands} hands
 */
export function listenToCommands(hands) {
  for (const {button, keys, run, press} of COMMANDS) {
    if (!button) continue;
    const found = find(button);
    const act = () => (press ? press(hands) : run(hands, keys[0]));
    found.addEventListener(found instanceof HTMLInputElement ? "change" : "click", act);
  }
  const letters = find("letters", HTMLInputElement);
  letters.checked = recall(LETTERS) !== "off";
  letters.addEventListener("change", () => keep(LETTERS, letters.checked ? null : "off"));
  document.addEventListener("keydown", event => {
    if (find("help", HTMLDialogElement).open || findTarget(event, "input,select,textarea")) return;
    const command = commandOf(event.key, {onMap: Boolean(findTarget(event, "#net")), letters: letters.checked});
    if (!command || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== "Escape") event.preventDefault();
    command.run(hands, event.key);
  });
}
