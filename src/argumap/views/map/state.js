/* What the reader looks at, and how an address keeps it. Nothing here meets the document. */
import {knows} from "./card-tree.js";
import {readFolds, readList, writeFolds, writeList} from "./fold-address.js";
import {openTo} from "./unfolding.js";

/** @import {Changes} from "../../page/static/address.js" */
/** @import {Debate} from "./card-tree.js" */
/** @import {Chosen, Facet} from "./facets.js" */

/** The two drawings of a map: the answers with what speaks for and against them, and the network of all claims. */
/** @typedef {"debate" | "network"} Sheet */
/** @typedef {"auto" | "down" | "both" | "right" | "list"} Layout */
/** @typedef {"detail" | "outline" | "filters"} Tab */
/**
 * A part of the debate on its own: a branch, or a card with what it is tied to.
 * @typedef {{kind: "branch" | "focus", id: string}} View
 */
/**
 * What the reader supposes: claims set aside, and scores that claims are believed with.
 * @typedef {{aside: Set<string>, doubt: Map<string, number>}} Supposed
 */
/**
 * What is in view: how far its middle lies from the middle of the card next to it, so that it is found again where the
 * cards stand otherwise, and its scale.
 * @typedef {{near: string, x: number, y: number, scale: number}} Camera
 */

/**
 * @typedef {object} State
 * @property {Sheet} sheet
 * @property {string | null} issue the question whose board is shown, null for the first
 * @property {Set<string>} unfolded what is unfolded on the debate: "pro:" or "con:" and an answer for a side of it,
 *   "slim:" for an answer that is else a line, "on:" and a step for what bears on that
 * @property {string | null} selected the record in the panel
 * @property {View | null} view null for the whole debate
 * @property {Set<string>} open the cards whose children are shown
 * @property {Set<string>} all the open cards that show all their children, where others show the best few
 * @property {Layout} layout "auto" takes what fits best
 * @property {string} colour what cards are coloured by
 * @property {boolean} full whether cards tell all their small print
 * @property {boolean} people whether stakeholders are shown
 * @property {boolean} links whether all cross links are shown
 * @property {boolean} whole whether every card is to be seen at once
 * @property {boolean} bare whether the panel is put away
 * @property {Camera | null} camera null while the page chooses
 * @property {Tab} panel
 * @property {Supposed} supposed
 * @property {Chosen} chosen the values filtered by
 */

/**
 * What the fields are read and written with: the colours there are, and what is open at the start.
 * @typedef {{debate: Debate, facets: readonly Facet[], colours: readonly string[], start: ReadonlySet<string> | null}}
 *   Known
 */
/** @typedef {(key: string) => string | null} Get */
/**
 * A field of the state: what it is at first, and how it is written to an address and read from one.
 * @template {keyof State} N
 * @typedef {{name: N, start: () => State[N], write: (value: State[N], known: Known) => Changes,
 *   read: (get: Get, known: Known) => State[N]}} Field
 */

/** @type {readonly Layout[]} */
const LAYOUTS = ["auto", "down", "both", "right", "list"];
/** @type {readonly Tab[]} */
export const TABS = ["detail", "outline", "filters"];
const SCALES = {least: 0.03, most: 4};

/** @param {number} scale */
export const withinScales = scale => Math.max(SCALES.least, Math.min(SCALES.most, scale));

/**
 * A field that is on or off.
 * @template {"full" | "people" | "links" | "whole" | "bare"} N
 * @param {N} name
 * @param {string} key
 * @param {string} on how the address says that it is on
 * @returns {Field<N>}
 */
const flag = (name, key, on) => ({
  name,
  start: () => false,
  write: value => ({[key]: value ? on : null}),
  read: get => get(key) === on,
});

/**
 * A field that is one of a few; the first is not written.
 * @template {"layout" | "colour" | "panel"} N
 * @param {N} name
 * @param {string} key
 * @param {(known: Known) => readonly State[N][]} values
 * @param {State[N]} first
 * @returns {Field<N>}
 */
const choice = (name, key, values, first) => ({
  name,
  start: () => first,
  write: value => ({[key]: value === first ? null : value}),
  read: (get, known) => values(known).find(each => each === get(key)) ?? first,
});

/** @type {Field<"view">} */
const VIEW = {
  name: "view",
  start: () => null,
  write: view => ({branch: view?.kind === "branch" ? view.id : null, focus: view?.kind === "focus" ? view.id : null}),
  read: (get, {debate}) => {
    const focus = get("focus") || "";
    const branch = get("branch") || "";
    if (debate.nodes.has(focus)) return {kind: "focus", id: focus};
    return debate.nodes.has(branch) ? {kind: "branch", id: branch} : null;
  },
};

/** @type {Field<"open">} */
const OPEN = {
  name: "open",
  start: () => new Set(),
  write: (open, {debate, start}) => {
    const same = start && start.size === open.size && [...start].every(id => open.has(id));
    return same ? {open: null, folded: null, folds: null} : writeFolds(debate, open);
  },
  read: (get, known) => readFolds(known.debate, get) ?? new Set([...(known.start || []), ...openInBranch(get, known)]),
};

/**
 * A branch that an address tells nothing more of shows two levels of itself.
 * @param {Get} get
 * @param {Known} known
 */
function openInBranch(get, known) {
  const view = VIEW.read(get, known);
  const node = view?.kind === "branch" && known.debate.nodes.get(view.id);
  return node ? openTo([node], 2) : [];
}

/** @type {Field<"all">} */
const ALL = {
  name: "all",
  start: () => new Set(),
  write: all => ({all: writeList([...all])}),
  read: (get, {debate}) => new Set(readList(get("all")).filter(id => debate.nodes.has(id))),
};

/** @type {Field<"camera">} */
const CAMERA = {
  name: "camera",
  start: () => null,
  write: camera => ({at: camera && writeList([camera.near, ...[camera.x, camera.y, camera.scale].map(String)])}),
  read: (get, {debate}) => {
    const [near = "", ...figures] = readList(get("at"));
    const [x, y, scale] = figures.map(Number);
    const isKnown = debate.nodes.has(near) && figures.length === 3 && [x, y, scale].every(Number.isFinite);
    return isKnown && scale === withinScales(scale) ? {near, x, y, scale} : null;
  },
};

const SCORED = /^(0|1|0?\.\d+|1\.0+):(.*)$/s;

/** @type {Field<"supposed">} */
const SUPPOSED = {
  name: "supposed",
  start: () => ({aside: new Set(), doubt: new Map()}),
  write: ({aside, doubt}) => ({
    aside: writeList([...aside]),
    doubt: writeList([...doubt].map(([id, score]) => `${score}:${id}`)),
  }),
  read: (get, {debate}) => {
    const ids = new Set(debate.claims.map(claim => claim.id).filter(id => debate.equations?.ids.includes(id)));
    const scored = readList(get("doubt")).map(each => SCORED.exec(each) || ["", "", ""]);
    return {
      aside: new Set(readList(get("aside")).filter(id => ids.has(id))),
      doubt: new Map(scored.filter(([, , id]) => ids.has(id)).map(([, score, id]) => [id, Number(score)])),
    };
  },
};

/** @type {Field<"chosen">} */
const CHOSEN = {
  name: "chosen",
  start: () => new Map(),
  write: (chosen, {facets}) =>
    Object.fromEntries(facets.map(({key}) => [key, writeList([...(chosen.get(key) || [])])])),
  read: (get, {facets}) => {
    const read = facets.map(
      ({key, known}) => /** @type {const} */ ([key, new Set(readList(get(key)).filter(value => known.has(value)))]),
    );
    return new Map(read.filter(([, values]) => values.size));
  },
};

/** @type {Field<"selected">} */
const SELECTED = {
  name: "selected",
  start: () => null,
  write: id => ({n: id}),
  read: (get, {debate}) => {
    const id = get("n") || "";
    return knows(debate, id) ? id : null;
  },
};

/** What an address tells of the network alone. */
export const NETWORK_KEYS = [
  "branch",
  "focus",
  "open",
  "folded",
  "folds",
  "all",
  "layout",
  "colour",
  "cards",
  "people",
  "links",
  "whole",
  "at",
];

/** What tells of the network alone leads to it, unless the address says otherwise. @type {Field<"sheet">} */
const SHEET = {
  name: "sheet",
  start: () => "debate",
  write: sheet => ({view: sheet === "network" ? sheet : null}),
  read: get => {
    const named = get("view");
    if (named === "network" || named === "debate") return named;
    return NETWORK_KEYS.some(key => get(key)) ? "network" : "debate";
  },
};

const PANEL = choice("panel", "tab", () => TABS, "detail");

/** @type {Field<"issue">} */
const ISSUE = {
  name: "issue",
  start: () => null,
  write: issue => ({issue}),
  read: (get, {debate}) => (debate.nodes.get(get("issue") || "")?.kind === "issue" ? get("issue") : null),
};

/** @type {Field<"unfolded">} */
const UNFOLDED = {
  name: "unfolded",
  start: () => new Set(),
  write: unfolded => ({unfold: writeList([...unfolded])}),
  read: get => new Set(readList(get("unfold")).filter(key => /^(pro|con|slim|on):./.test(key))),
};

/** All fields, in the order that an address has them. */
export const FIELDS = [
  SHEET,
  ISSUE,
  UNFOLDED,
  SELECTED,
  VIEW,
  OPEN,
  ALL,
  choice("layout", "layout", () => LAYOUTS, "auto"),
  choice("colour", "colour", known => known.colours, "relation"),
  flag("full", "cards", "full"),
  flag("people", "people", "1"),
  flag("links", "links", "1"),
  flag("whole", "whole", "1"),
  flag("bare", "panel", "0"),
  CAMERA,
  PANEL,
  SUPPOSED,
  CHOSEN,
];

/** @returns {State} */
export function createState() {
  return /** @type {State} */ (Object.fromEntries(FIELDS.map(field => [field.name, field.start()])));
}

/**
 * What an address says of the state.
 * @param {State} state
 * @param {Known} known
 * @returns {Changes}
 */
export function writeState(state, known) {
  const fits = isAsAtStart(state, known) ? known : {...known, start: null};
  /** @type {Changes} */
  const changes = Object.assign(
    {},
    ...FIELDS.map(field =>
      /** @type {Field<any>} */ (field).write(state[/** @type {keyof State} */ (field.name)], fits),
    ),
  );
  const tellsOfNetwork = NETWORK_KEYS.some(key => changes[key]);
  return state.sheet === "debate" && tellsOfNetwork ? {...changes, view: "debate"} : changes;
}

/**
 * Whether nothing but what is open may differ from the start, which has other cards open on another width.
 * @param {State} state
 * @param {Known} known
 */
function isAsAtStart(state, known) {
  const others = FIELDS.filter(field => ![OPEN, SHEET, PANEL].some(each => each === field));
  return others.every(({name, write}) =>
    Object.values(/** @type {Field<any>["write"]} */ (write)(state[/** @type {keyof State} */ (name)], known)).every(
      value => !value,
    ),
  );
}

/**
 * Fields as an address gives them; only those that are named.
 * @template {keyof State} N
 * @param {readonly N[]} names
 * @param {Get} get
 * @param {Known} known
 * @returns {Pick<State, N>}
 */
export function readState(names, get, known) {
  const fields = FIELDS.filter(field => names.some(name => name === field.name));
  return /** @type {Pick<State, N>} */ (Object.fromEntries(fields.map(field => [field.name, field.read(get, known)])));
}

/** @param {Pick<State, "view">} state */
export const focusOf = ({view}) => (view?.kind === "focus" ? view.id : null);

/** @param {Supposed} supposed */
export const isSupposing = ({aside, doubt}) => aside.size + doubt.size > 0;
