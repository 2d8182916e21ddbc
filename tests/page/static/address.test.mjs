import assert from "node:assert/strict";
import test from "node:test";
import {changedAddress, encodeId, parseAddress} from "../../../src/argumap/page/static/address.js";

test("an address is read in both forms and never throws", () => {
  assert.equal(parseAddress("#close-it").get("n"), "close-it");
  assert.equal(parseAddress("#n=a&branch=b").get("branch"), "b");
  assert.equal(parseAddress("#%E0%A4%A").get("n"), "%E0%A4%A");
  assert.equal(parseAddress("#<img src=x>").get("n"), "<img src=x>");
  assert.equal(parseAddress("").get("n"), null);
});

test("an address changes only where asked", () => {
  assert.equal(changedAddress("#n=a&colour=tag", {n: "b"}), "n=b&colour=tag");
  assert.equal(changedAddress("#n=a&colour=tag", {colour: null}), "n=a");
  assert.equal(changedAddress("", {fold: "a,b"}), "fold=a,b");
});

test("any id has an address", () => {
  assert.equal(encodeId("a b/ü"), "a%20b%2F%C3%BC");
  assert.equal(encodeId("half \ud800"), "half%20%EF%BF%BD");
  assert.equal(encodeId("🙂"), "%F0%9F%99%82");
});
