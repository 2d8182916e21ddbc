import assert from "node:assert/strict";
import test from "node:test";
import {isRightToLeft, plainText, wrapText} from "../../../src/argumap/views/map/wrapping.js";

const wrap = (text, width) => wrapText(text, width, words => [...words].length);

test("lines break between words and are no wider than they may be", () => {
  assert.deepEqual(wrap("shops lose custom", 10), ["shops lose", "custom"]);
  assert.deepEqual(wrap("  ", 10), [""]);
});

test("a word that is too long alone breaks between letters, never within one", () => {
  assert.deepEqual(wrap("a Wörterbuch", 5), ["a", "Wörte", "rbuch"]);
  assert.deepEqual(
    wrapText("👨‍👩‍👧👨‍👩‍👧", 1, text => [...new Intl.Segmenter().segment(text)].length),
    ["👨‍👩‍👧", "👨‍👩‍👧"],
  );
});

test("scripts without spaces break too", () => {
  const lines = wrap("人工智能模型应该开放", 4);
  assert.ok(lines.length > 2 && lines.every(line => [...line].length <= 4));
  assert.equal(lines.join(""), "人工智能模型应该开放");
});

test("signs that would turn the text around are left out", () => {
  assert.equal(plainText("a\u202eb\n c"), "a b c");
  assert.deepEqual(["שלום", "“مرحبا”", "town"].map(isRightToLeft), [true, true, false]);
});
