import assert from "node:assert/strict";
import test from "node:test";
import {buildSearch, findSpans, foldText} from "../../../src/argumap/page/static/text-search.js";

test("accents, case and ligatures fold away", () => {
  assert.equal(foldText("Crème BRÛLÉE Straße Øre Łódź ﬁn"), "creme brulee strasse ore lodz fin");
});

test("a search wants all words, in any order, and puts titles first", () => {
  const find = buildSearch([
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
  const find = buildSearch([
    {id: "a", title: "x\ny", text: "one\u0001two"},
    {id: "b", title: "z", text: "last"},
  ]);
  assert.deepEqual(find("last"), ["b"]);
  assert.deepEqual(find("two"), ["a"]);
});

test("found words are marked where they stand in the text as written", () => {
  assert.deepEqual(findSpans("Straße im Café", "cafe strasse"), [
    [0, 6],
    [10, 14],
  ]);
  assert.deepEqual(findSpans("aaa", "a aa"), [[0, 3]]);
  assert.deepEqual(findSpans("🙂 ok", "ok"), [[3, 5]]);
});
