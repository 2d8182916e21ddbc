import assert from "node:assert/strict";
import test from "node:test";
import {writeCsv} from "../../../src/argumap/page/static/csv.js";

test("x6 no name becomes a formula, and the marks of the table stay as they are", () => {
  assert.equal(
    writeCsv([[" =1", "\u200b@x", "＝1", "=1+1", "+2 −1", "-x", "+cmd", "@a", "a,b"]]),
    "\ufeff' =1,'\u200b@x,'＝1,'=1+1,+2 −1,'-x,'+cmd,'@a,\"a,b\"\r\n",
  );
});

test("quotes and line breaks stay within their cell", () => {
  assert.equal(writeCsv([['a "b"', "c\nd"], ["e"]]), '\ufeff"a ""b""","c\nd"\r\ne\r\n');
});
