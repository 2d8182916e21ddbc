import assert from "node:assert/strict";
import test from "node:test";
import {buildFacets} from "../../../src/argumap/views/map/facets.js";
import {createState, FIELDS, isList, readState, writeState} from "../../../src/argumap/views/map/state.js";
import {LEGEND, town} from "./debates.mjs";

const debate = town();
debate.equations = {ids: ["close", "trade"], claims: 2};
const known = {debate, facets: buildFacets(debate, LEGEND), colours: ["relation", "tag"], start: new Set(["cars"])};
const names = FIELDS.map(field => field.name).filter(name => name !== "selected");
const asRead = state => {
  const written = writeState(state, known);
  return readState(names, key => written[key] ?? null, known);
};

test("what an address keeps comes back from it, field by field", () => {
  const changes = {
    sheet: "network",
    view: {kind: "branch", id: "trade"},
    open: new Set(["cars", "close"]),
    layout: "both",
    colour: "tag",
    full: true,
    people: true,
    links: true,
    whole: true,
    camera: [10, -20, 0.75],
    panel: "filters",
    chosen: new Map([["tag", new Set(["money"])]]),
    supposed: {aside: new Set(["close"]), doubt: new Map([["trade", 0.25]])},
  };
  assert.deepEqual(Object.keys(changes).sort(), [...names].sort());
  for (const [name, value] of Object.entries(changes)) {
    assert.deepEqual(asRead({...createState(), [name]: value})[name], value, name);
  }
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
    who: "yes",
    at: "1,2,900",
    tab: "secrets",
    tag: "unheard",
    aside: "nobody,keep",
    doubt: "2:trade,x:close,0.5:nobody",
    open: "close,nobody",
  };
  const read = readState(names, key => told[key] ?? null, known);
  assert.deepEqual(read, {...createStateWithout(), sheet: "network", open: new Set(["close"])});
});

function createStateWithout() {
  const state = createState();
  delete state.selected;
  return state;
}

test("an address that tells of a branch alone opens two levels of it", () => {
  const {open} = readState(["open"], key => ({branch: "close"})[key] ?? null, known);
  assert.deepEqual(open, new Set(["cars", "close", "trade"]));
});

test("a page is a list where the reader wants it, or where cards would not fit", () => {
  assert.deepEqual(
    ["list", "auto", "down"].map(layout => [isList({layout}, false), isList({layout}, true)]),
    [
      [true, true],
      [false, true],
      [false, false],
    ],
  );
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
