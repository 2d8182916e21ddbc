import assert from "node:assert/strict";
import test from "node:test";
import "./english.mjs";
import {readDebate} from "../../../src/argumap/views/map/card-tree.js";
import {tellReasons} from "../../../src/argumap/views/map/claim-words.js";
import {buildFacets, countFacets} from "../../../src/argumap/views/map/facets.js";
import {readFolds, readList, writeFolds, writeList} from "../../../src/argumap/views/map/fold-address.js";
import {startDepth} from "../../../src/argumap/views/map/unfolding.js";
import {survivalLines, voiceWords} from "../../../src/argumap/views/map/wording.js";

const claim = (id, parent, relation, more = {}) => ({id, kind: "claim", title: id, parent, relation, ...more});
const TOWN = readDebate({
  nodes: [
    {id: "cars", kind: "issue", title: "Cars?"},
    claim("close", "cars", "answers", {role: "position"}),
    claim("trade", "close", "attacks"),
    claim("towns", "trade", "rebuts"),
  ],
  stakeholders: [
    {id: "editor", name: "The editor"},
    {id: "guild", name: "The guild"},
    {id: "mayor", name: "The mayor"},
  ],
});
const wide = readDebate({
  nodes: [
    {id: "q", kind: "issue", title: "?"},
    ...Array.from({length: 1200}, (_, n) => claim(`c${n}`, n % 2 ? `c${n - 1}` : "q", "supports")),
  ],
});
const asGiven = (map, open) => readFolds(map, key => writeFolds(map, open)[key]);

test("what is unfolded comes back from the address, however much it is", () => {
  const parents = [...wide.nodes.values()].filter(node => node.children.length).map(node => node.id);
  for (const keep of [
    () => false,
    () => true,
    n => n < 5,
    n => n > 5,
    n => n % 2 === 0,
    n => n % 7 < 3,
    n => n === parents.length - 1,
  ]) {
    const open = new Set(parents.filter((_, n) => keep(n)));
    assert.deepEqual(asGiven(wide, open), open);
  }
});

test("the address of a fold state stays short", () => {
  const half = new Set([...wide.nodes.keys()].filter((_, n) => n % 4 === 1));
  const [said] = Object.values(writeFolds(wide, half)).filter(Boolean);
  assert.ok(said.length < 120, said);
});

test("a fold state of another map, or a mangled one, is no fold state", () => {
  for (const folds_ of ["7.AAAA", "601.", "601.!!", "x", "601." + "A".repeat(500), ""]) {
    assert.equal(
      readFolds(wide, key => (key === "folds" ? folds_ : null)),
      null,
    );
  }
  assert.deepEqual(
    readFolds(TOWN, key => (key === "open" ? "close,__proto__,%E0%A4%A" : null)),
    new Set(["close"]),
  );
});

test("ids with commas and hashes survive", () => {
  assert.deepEqual(readList(writeList(["a,b", "#c", "d&e=%"])), ["a,b", "#c", "d&e=%"]);
});

test("a voice is told as held, reported or merely presented", () => {
  const told = (voices, more) => voiceWords(TOWN, {voices}, more);
  assert.equal(told([{by: "editor", act: "presents", voice: "presented"}]), "The editor sets it out");
  assert.equal(told([{by: "editor", act: "asserts", voice: "own"}]), "The editor says so");
  assert.equal(told([{by: "guild", act: "argues", voice: "reported", via: ["editor"]}]), "The guild argues (reported)");
  assert.equal(
    told([{by: "guild", act: "argues", voice: "reported", via: ["editor"]}], {reporters: true}),
    "The guild argues, reported by The editor",
  );
  assert.equal(
    told([
      {by: "guild", act: "argues", voice: "own"},
      {by: "mayor", act: "argues", voice: "own"},
      {by: "editor", act: "endorses", voice: "own"},
    ]),
    "The guild and The mayor argue; The editor agrees",
  );
  assert.equal(
    told(["a", "b", "c", "d"].map(by => ({by, act: "disputes", voice: "own"}))),
    "a, b and 2 more dispute it",
  );
  assert.equal(
    told([
      {by: "editor", act: "asserts", voice: "own"},
      {by: "editor", act: "endorses", voice: "own"},
    ]),
    "The editor says so and agrees",
  );
  assert.equal(told([]), "");
});

test("survival is said on positions and full cards, strength only where the map's author weighed", () => {
  const words = (node, options, map = TOWN) => survivalLines(map, node, options).map(line => line.words);
  const position = {role: "position", word: "contested", pros: [6, 0, 1], cons: [1, 0, 0], strength: 0.25};
  const reason = {role: "supporting point", word: "unchallenged", strength: 0.5};
  assert.deepEqual(words(position), ["contested 6\u00A0:\u00A01"]);
  assert.deepEqual(words(reason), []);
  assert.deepEqual(words(reason, {full: true}), ["unchallenged"]);
  assert.deepEqual(words(reason, {full: true}, {weighed: true}), ["unchallenged", "strength 0.50"]);
  assert.deepEqual(words({}), []);
});

test("what a what-if moved is said on any card", () => {
  const words = node => survivalLines(TOWN, node).map(line => line.words);
  assert.deepEqual(words({word: "answered", strength: 0.87, moved: {word: "contested", strength: 0.75}}), [
    "contested → answered",
    "strength 0.75 → 0.87",
  ]);
  assert.deepEqual(words({word: "set-aside", strength: 0, moved: {aside: true}}), ["set aside"]);
  assert.deepEqual(words({word: "opposed", moved: {word: "set-aside"}}), ["set aside → opposed"]);
  assert.deepEqual(words({word: "unchallenged", strength: 0.2, moved: {doubt: 0.2}}), ["doubted: believed 0.20"]);
});

test("a start stays within its limit of cards", () => {
  const ten = readDebate({
    nodes: [
      {id: "q", kind: "issue", title: "?"},
      ...Array.from({length: 9}, (_, n) => claim(`p${n}`, "q", "answers")),
      ...Array.from({length: 81}, (_, n) => claim(`r${n}`, `p${n % 9}`, "supports")),
    ],
  });
  assert.equal(
    startDepth(ten.roots, 60, () => true),
    1,
  );
  assert.equal(
    startDepth(ten.roots, 91, () => true),
    2,
  );
  assert.equal(
    startDepth(ten.roots, 60, () => false),
    0,
  );
});

test("words are counted again when they move", () => {
  const map = readDebate({
    nodes: [
      {id: "q", kind: "issue", title: "?"},
      claim("a", "q", "answers", {word: "opposed"}),
      claim("b", "q", "answers", {word: "answered"}),
    ],
  });
  const facets = buildFacets(map, {relations: {}, voices: {}});
  const became = facets.find(facet => facet.key === "status");
  assert.deepEqual(
    [...became.counts],
    [
      ["opposed", 1],
      ["answered", 1],
    ],
  );
  map.nodes.get("a").word = "answered";
  countFacets(map, facets);
  assert.deepEqual([...became.counts], [["answered", 2]]);
});

test("what stands unchallenged for want of anything said has a mark and a tone of its own", () => {
  const marked = node => survivalLines(TOWN, {role: "position", word: "unchallenged", ...node})[0];
  assert.deepEqual(marked({pros: [0, 0, 2]}), {mark: "bare", tone: "ink-soft", words: "unchallenged 0\u00A0:\u00A00"});
  assert.deepEqual(marked({pros: [1, 0, 0]}), {
    mark: "unchallenged",
    tone: "unchallenged",
    words: "unchallenged 1\u00A0:\u00A00",
  });
});

test("behind what is set aside stands nothing of its reasons", () => {
  const table = {counts: {one: "1 reason stands"}, missingReasons: []};
  assert.equal(tellReasons(table, {word: "answered", pros: [1, 0, 0]}), "1 reason stands");
  assert.equal(tellReasons(table, {word: "set-aside", pros: [1, 0, 0]}), "");
});
