import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import test from "node:test";
import "./english.mjs";
import {COMMANDS, commandOf, helpLines} from "../../../src/argumap/views/map/commands.js";

const PAGE = readFileSync(new URL("../../../src/argumap/views/map/map.html.j2", import.meta.url), "utf8");

test("no key means two things", () => {
  const keys = COMMANDS.flatMap(command => command.keys);
  assert.equal(new Set(keys).size, keys.length);
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
  assert.deepEqual(lines.get("command.history"), ["[", "]"]);
  assert.deepEqual(lines.get("command.zoom"), ["+", "−"]);
  assert.deepEqual(lines.get("command.next"), ["←", "→", "↑", "↓"]);
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
  const onMap = {onMap: true, letters: true};
  for (const key of ["=", "s", "ArrowUp"]) commandOf(key, onMap).run(hands, key);
  assert.deepEqual(called, [
    ["zoom", 1.25],
    ["toggle", "people", "command.people-shown"],
    ["move", "ArrowUp"],
  ]);
  assert.equal(commandOf("q", onMap), undefined);
});

test("only letting go is heard beside the map, and letters and signs can be turned off", () => {
  const keys = COMMANDS.flatMap(command => command.keys);
  const heard = where => keys.filter(key => commandOf(key, where));
  assert.deepEqual(heard({onMap: false, letters: true}), ["Escape"]);
  assert.deepEqual(
    heard({onMap: true, letters: false}).sort(),
    [" ", "ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp", "Enter", "Escape"].sort(),
  );
});
