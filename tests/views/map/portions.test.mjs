import assert from "node:assert/strict";
import test from "node:test";
import "./english.mjs";
import {readDebate} from "../../../src/argumap/views/map/card-tree.js";
import {AS_AT_START, hiddenBelow, shownChildren} from "../../../src/argumap/views/map/portions.js";
import {claim} from "./debates.mjs";

const words = ["opposed", "unchallenged", "contested"];
const debate = readDebate({
  version: 1,
  nodes: [
    {id: "q", kind: "issue", title: "?"},
    claim("answer", "q", "answers", {role: "position"}),
    ...Array.from({length: 30}, (_, n) => claim(`for${n}`, "answer", "supports", {word: words[n % 3]})),
    ...Array.from({length: 10}, (_, n) => claim(`not${n}`, "answer", "attacks", {word: words[n % 3]})),
    claim("deep", "for0", "attacks"),
    ...Array.from({length: 59}, (_, n) => claim(`other${n}`, "q", "answers", {role: "position"})),
  ],
});
const answer = debate.nodes.get("answer");

test("of forty reasons the best few of each side are shown, in their order, and the rest is counted", () => {
  const shown = shownChildren(answer, AS_AT_START).map(({id}) => id);
  assert.deepEqual(shown, ["for1", "for4", "for7", "for10", "not1", "not2", "not4", "not7"]);
  assert.equal(hiddenBelow(answer, {...AS_AT_START, open: new Set(["answer"])}), 33);
  assert.equal(hiddenBelow(answer, {...AS_AT_START, open: new Set()}), 41);
});

test("premises that count only together are one reason, and none is shown without the others", () => {
  const linked = readDebate({
    version: 1,
    nodes: [
      claim("top"),
      ...Array.from({length: 12}, (_, n) =>
        claim(`c${n}`, "top", "supports", {step: `r${Math.trunc(n / 2)}`, word: words[(n + 1) % 2]}),
      ),
    ],
  });
  const shown = shownChildren(linked.nodes.get("top"), AS_AT_START).map(({id}) => id);
  assert.deepEqual(shown, ["c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7"]);
});

test("what stands under an answer stands in the order of its board, and the best few are the board's", () => {
  const {nodes} = readDebate({
    version: 1,
    nodes: [
      {id: "q", kind: "issue", title: "?", ranking: [["a", 12, 1]], order: ["s11", "s9", "no", "s0"]},
      claim("a", "q", "answers", {role: "position"}),
      ...Array.from({length: 12}, (_, n) => claim(`c${n}`, "a", "supports", {step: `s${n}`, word: words[n % 3]})),
      claim("d", "a", "attacks", {step: "no"}),
    ],
  });
  assert.deepEqual(
    shownChildren(nodes.get("a"), AS_AT_START).map(({id}) => id),
    ["c11", "c9", "c0", "c1", "d"],
  );
});

test("all are shown where the reader asks for them, or for the whole map", () => {
  assert.equal(shownChildren(answer, {all: new Set(["answer"]), whole: false}).length, 40);
  assert.equal(shownChildren(answer, {...AS_AT_START, whole: true}).length, 40);
});

test("of sixty answers the first eight are shown", () => {
  assert.equal(shownChildren(debate.nodes.get("q"), AS_AT_START).length, 8);
});
