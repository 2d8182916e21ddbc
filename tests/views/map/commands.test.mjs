import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import test from "node:test";
import {COMMANDS, commandOf, helpLines} from "../../../src/argumap/views/map/commands.js";

const PAGE = readFileSync(new URL("../../../src/argumap/views/map/map.html.j2", import.meta.url), "utf8");

test("no key means two things in one place", () => {
  for (const onMap of [false, true]) {
    const keys = COMMANDS.filter(command => Boolean(command.onMap) === onMap).flatMap(command => command.keys);
    assert.equal(new Set(keys).size, keys.length);
  }
});

test("every button of a command stands on the page, once", () => {
  for (const {button} of COMMANDS.filter(command => command.button)) {
    assert.equal(PAGE.split(`id="${button}"`).length, 2, button);
  }
  for (const [, id] of PAGE.matchAll(/data-of="([\w-]+)"/g))
    assert.ok(
      COMMANDS.some(({button}) => button === id),
      id,
    );
});

test("the help tells every key once; commands that say the same share a line", () => {
  const lines = helpLines();
  assert.deepEqual(lines.get("back and forward"), ["[", "]"]);
  assert.deepEqual(lines.get("zoom"), ["+", "−"]);
  assert.deepEqual(lines.get("to the next card that way"), ["←", "→", "↑", "↓"]);
  const keys = [...lines.values()].flat();
  assert.equal(new Set(keys).size, keys.length);
});

test("a key calls its command, and only where it means it", () => {
  const called = [];
  const hands = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...given) =>
          called.push([name, ...given]),
    },
  );
  commandOf("=", false).run(hands, "=");
  commandOf("s", false).run(hands, "s");
  commandOf("ArrowUp", true).run(hands, "ArrowUp");
  assert.deepEqual(called, [
    ["zoom", 1.25],
    ["toggle", "people", "Stakeholders"],
    ["move", "ArrowUp"],
  ]);
  assert.equal(commandOf("ArrowUp", false), undefined);
  assert.equal(commandOf("q", false), undefined);
});
