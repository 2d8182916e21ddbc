import assert from "node:assert/strict";
import {createRequire} from "node:module";
import test from "node:test";

const core = createRequire(import.meta.url)("../../src/argumap/page/static/core.js");

test("accents, case and ligatures fold away", () => {
  assert.equal(core.fold("Crème BRÛLÉE Straße Øre Łódź ﬁn"), "creme brulee strasse ore lodz fin");
});

test("a search wants all words, in any order, and puts titles first", () => {
  const find = core.buildSearch([
    {id: "a", title: "Rents", text: "Shop rents rose in the café quarter"},
    {id: "b", title: "Café rents", text: "Nothing"},
    {id: "c", title: "Walkers", text: "More walkers"},
  ]);
  assert.deepEqual(find("rents cafe"), ["b", "a"]);
  assert.deepEqual(find("CAFÉ"), ["b", "a"]);
  assert.deepEqual(find("  "), []);
  assert.deepEqual(find("zebra"), []);
  assert.deepEqual(find("e", 1), ["a"]);
});

test("a line break in a text does not shift the entries after it", () => {
  const find = core.buildSearch([{id: "a", title: "x\ny", text: "one\u0001two"}, {id: "b", title: "z", text: "last"}]);
  assert.deepEqual(find("last"), ["b"]);
  assert.deepEqual(find("two"), ["a"]);
});

test("found words are marked where they stand in the text as written", () => {
  assert.deepEqual(core.findSpans("Straße im Café", "cafe strasse"), [[0, 6], [10, 14]]);
  assert.deepEqual(core.findSpans("aaa", "a aa"), [[0, 3]]);
  assert.deepEqual(core.findSpans("🙂 ok", "ok"), [[3, 5]]);
});

test("an address is read in both forms and never throws", () => {
  assert.equal(core.parseAddress("#close-it").get("n"), "close-it");
  assert.equal(core.parseAddress("#n=a&branch=b").get("branch"), "b");
  assert.equal(core.parseAddress("#%E0%A4%A").get("n"), "%E0%A4%A");
  assert.equal(core.parseAddress("#<img src=x>").get("n"), "<img src=x>");
  assert.equal(core.parseAddress("").get("n"), null);
});

test("an address changes only where asked", () => {
  assert.equal(core.changedAddress("#n=a&colour=tag", {n: "b"}), "n=b&colour=tag");
  assert.equal(core.changedAddress("#n=a&colour=tag", {colour: null}), "n=a");
  assert.equal(core.changedAddress("", {fold: "a,b"}), "fold=a,b");
});

test("only web and mail addresses become links", () => {
  assert.equal(core.safeLink("https://example.org"), "https://example.org");
  assert.equal(core.safeLink("javascript:alert(1)"), null);
  assert.equal(core.safeLink(undefined), null);
});

test("any id has an address", () => {
  assert.equal(core.encode("a b/ü"), "a%20b%2F%C3%BC");
  assert.equal(core.encode("half \ud800"), "half%20%EF%BF%BD");
  assert.equal(core.encode("🙂"), "%F0%9F%99%82");
});
