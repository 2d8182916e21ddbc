import assert from "node:assert/strict";
import test from "node:test";
import {join, phrase, phraseAround, speak} from "../../../src/argumap/page/static/words.js";

const GERMAN = {
  "grammar.and": "{first} und {last}",
  "grammar.comma": ", ",
  "counts.claims": {none: "keine Aussage", one: "{n} Aussage", many: "{n} Aussagen"},
  "outline.see": "siehe {where}, weiter unten",
};

test("a phrase has its form for none, one and many, and numbers as the language writes them", () => {
  speak(GERMAN, "de");
  assert.deepEqual(
    [0, 1, 2000].map(n => phrase("counts.claims", {n})),
    ["keine Aussage", "1 Aussage", "2.000 Aussagen"],
  );
});

test("what is put into a phrase is put where its language has the place", () => {
  speak(GERMAN, "de");
  assert.equal(phrase("outline.see", {where: "„A“"}), "siehe „A“, weiter unten");
  assert.deepEqual(phraseAround("outline.see", {where: "A"}), ["siehe ", "A", ", weiter unten"]);
});

test("words are joined as the language does it", () => {
  speak(GERMAN, "de");
  assert.deepEqual([[], ["a"], ["a", "b", "c"]].map(join), ["", "a", "a, b und c"]);
});

test("a phrase that is not there is told", () => {
  speak(GERMAN, "de");
  assert.throws(() => phrase("outline.gone"), /outline\.gone/);
});
