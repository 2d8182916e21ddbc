import assert from "node:assert/strict";
import test from "node:test";
import {safeLink} from "../../../src/argumap/page/static/core.js";

test("only web and mail addresses become links", () => {
  assert.equal(safeLink("https://example.org"), "https://example.org");
  assert.equal(safeLink("javascript:alert(1)"), null);
  assert.equal(safeLink(undefined), null);
});
