import assert from "node:assert/strict";
import test from "node:test";
import "./english.mjs";
import {changedAddress, parseAddress} from "../../../src/argumap/page/static/address.js";
import {buildFacets} from "../../../src/argumap/views/map/facets.js";
import {createState, FIELDS, readState, withinScales, writeState} from "../../../src/argumap/views/map/state.js";
import {LEGEND, town} from "./debates.mjs";

const debate = town();
debate.equations = {ids: ["close", "trade"], claims: 2};
const known = {debate, facets: buildFacets(debate, LEGEND), colours: ["relation", "tag"], start: new Set(["cars"])};
const names = FIELDS.map(field => field.name);
const addressOf = state => changedAddress("", writeState(state, known));
const stateAt = address => {
  const read = parseAddress(address);
  return readState(names, key => read.get(key), known);
};
const asRead = state => stateAt(addressOf(state));

test("what an address keeps comes back from it, field by field", () => {
  const changes = {
    sheet: "network",
    issue: "cars",
    unfolded: new Set(["pro:close", "on:trade/close"]),
    view: {kind: "branch", id: "trade"},
    open: new Set(["cars", "close"]),
    all: new Set(["close", "trade"]),
    layout: "both",
    colour: "tag",
    full: true,
    people: true,
    links: true,
    whole: true,
    bare: true,
    camera: {near: "trade", x: 10, y: -20, scale: 0.75},
    selected: "trade/close",
    panel: "filters",
    chosen: new Map([["tag", new Set(["money"])]]),
    supposed: {aside: new Set(["close"]), doubt: new Map([["trade", 0.25]])},
  };
  assert.deepEqual(Object.keys(changes).sort(), [...names].sort());
  for (const [name, value] of Object.entries(changes)) {
    assert.deepEqual(asRead({...createState(), [name]: value})[name], value, name);
  }
});

test("a scale stays within reason", () => {
  assert.deepEqual([0.001, 1, 100].map(withinScales), [0.03, 1, 4]);
});

test("a map as it starts has nothing in its address", () => {
  const written = writeState({...createState(), open: new Set(["cars"])}, known);
  assert.deepEqual(Object.values(written).filter(Boolean), []);
});

test("what no map of ours would write is left aside", () => {
  const told = {
    branch: "nobody",
    focus: "nobody",
    layout: "sideways",
    colour: "status",
    cards: "1",
    people: "yes",
    at: "trade,1,2,900",
    n: "nobody",
    tab: "secrets",
    tag: "unheard",
    aside: "nobody,keep",
    doubt: "2:trade,x:close,0.5:nobody",
    open: "close,nobody",
  };
  const read = readState(names, key => told[key] ?? null, known);
  assert.deepEqual(read, {...createState(), sheet: "network", open: new Set(["close"])});
});

test("an address that tells of a branch alone opens two levels of it", () => {
  const {open} = readState(["open"], key => ({branch: "close"})[key] ?? null, known);
  assert.deepEqual(open, new Set(["cars", "close", "trade"]));
});

/* Every state that a reader can come to, drawn by a small generator of our own: the same ones each time. */
const draws = seed => () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const IDS = ["cars", "close", "air", "noise", "trade", "towns", "keep"];
const drawState = draw => {
  const some = values => values.filter(() => draw() < 0.4);
  const one = values => values[Math.floor(draw() * values.length)];
  const figure = most => Math.round((draw() - 0.5) * most) || 0;
  return {
    sheet: one(["debate", "network"]),
    issue: one([null, "cars"]),
    unfolded: new Set(some(["pro:close", "slim:close", "on:trade/close"])),
    selected: one([null, ...IDS, "guild", "odd", "air+noise/close"]),
    view: one([null, {kind: "branch", id: one(IDS)}, {kind: "focus", id: one(IDS)}]),
    open: new Set(some(["cars", "close", "trade"])),
    all: new Set(some(["cars", "close"])),
    layout: one(["auto", "down", "both", "right", "list"]),
    colour: one(["relation", "tag"]),
    full: draw() < 0.5,
    people: draw() < 0.5,
    links: draw() < 0.5,
    whole: draw() < 0.5,
    bare: draw() < 0.5,
    camera: one([null, {near: one(IDS), x: figure(9000), y: figure(9000), scale: one([0.03, 0.5, 1.234, 4])}]),
    panel: one(["detail", "outline", "filters"]),
    supposed: {
      aside: new Set(some(["close", "trade"])),
      doubt: new Map(some(["close", "trade"]).map(id => [id, one([0, 0.25, 0.75, 1])])),
    },
    chosen: new Map(one([[], [["tag", new Set(["money"])]], [["relation", new Set(["attacks", "rebuts"])]]])),
  };
};

test("every state comes back from its address, and its address from that", () => {
  const draw = draws(7);
  for (let n = 0; n < 3000; n++) {
    const state = drawState(draw);
    assert.deepEqual(Object.keys(state).sort(), [...names].sort());
    const address = addressOf(state);
    assert.deepEqual(stateAt(address), state, address);
    assert.equal(addressOf(stateAt(address)), address);
  }
});

test("ids that an address has signs of its own for come back", () => {
  for (const id of ["a,b", "*", "-", "a%2Cb", "50%", "a&b=c#d", "ü 🙂", "__proto__"]) {
    const odd = {...known, debate: {...debate, nodes: new Map([[id, {id, children: [{id}], ghosts: []}]])}};
    const state = {
      ...createState(),
      selected: id,
      view: {kind: "focus", id},
      camera: {near: id, x: 1, y: 2, scale: 1},
      open: new Set(),
    };
    const read = parseAddress(changedAddress("", writeState(state, odd)));
    assert.deepEqual(
      readState(names, key => read.get(key), odd),
      state,
      id,
    );
  }
});

test("what tells of the network alone leads to it, unless the address says otherwise", () => {
  const sheet = address => readState(["sheet"], key => address[key] ?? null, known).sheet;
  assert.equal(sheet({}), "debate");
  assert.equal(sheet({n: "trade", by: "shops"}), "debate");
  assert.equal(sheet({branch: "trade"}), "network");
  assert.equal(sheet({at: "1,2,1", view: "debate"}), "debate");
  const folded = writeState({...createState(), open: new Set(["close"])}, known);
  assert.equal(folded.view, "debate");
});
