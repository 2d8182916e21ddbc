import assert from "node:assert/strict";
import test from "node:test";
import {readDebate} from "../../../src/argumap/views/map/card-tree.js";
import {startTelling} from "../../../src/argumap/views/map/printed-tree.js";
import {claim} from "./debates.mjs";

const step = (id, premises, relation, target) => ({id, premises, relation, target});
const told = () => {
  const debate = readDebate({
    version: 1,
    nodes: [
      {id: "q", kind: "issue", title: "?"},
      claim("one", "q", "answers", {role: "position"}),
      claim("a", "one", "supports", {step: "a/one"}),
      claim("b", "one", "attacks", {step: "b+c/one"}),
      claim("two", "q", "answers", {role: "position"}),
      claim("c", "a", "supports", {step: "c/a"}),
      claim("u", "a", "undercuts", {step: "u"}),
    ],
    links: [
      {from: "a", relation: "attacks", to: "two", step: "a/two"},
      {from: "c", relation: "attacks", to: "one", step: "b+c/one"},
      {from: "one", relation: "contradicts", to: "two"},
    ],
    arguments: [
      step("a/one", ["a"], "supports", "one"),
      step("a/two", ["a"], "attacks", "two"),
      step("b+c/one", ["b", "c"], "attacks", "one"),
      step("c/a", ["c"], "supports", "a"),
      step("u", ["u"], "undercuts", "a/one"),
    ],
  });
  const beneath = startTelling(debate);
  const write = ({relation, mentions, denials}) => [
    relation,
    mentions.map(({card, full}) => (full ? card.id : `(${card.id})`)).join(" and "),
    ...denials.map(write),
  ];
  const tell = id => beneath(debate.nodes.get(id)).map(write);
  return ["q", "one", "a", "c", "b", "two"].map(tell);
};

test("linked premises stand together, the one that has its place elsewhere named among them", () => {
  assert.deepEqual(told()[1][1], ["attacks", "b and (c)"]);
});

test("what denies a step stands under it", () => {
  assert.deepEqual(told()[1][0], ["supports", "a", ["undercuts", "u"]]);
});

test("an objection stands under every answer that it bears on, and in full once", () => {
  assert.deepEqual(told()[5], [
    ["attacks", "(a)"],
    ["contradicts", "(one)"],
  ]);
  assert.deepEqual(told()[2], [["supports", "c"]]);
});

test("what takes no step stands under what it hangs on", () => {
  assert.deepEqual(told()[0], [
    ["answers", "one"],
    ["answers", "two"],
  ]);
});
