"""Argdown's own parser, to hold what we read and write against; npm installs it where `do.py check` has run."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOOLS = Path(__file__).parents[1] / "tools"
_NODE = shutil.which("node")
needs_core = pytest.mark.skipif(
    _NODE is None or not (_TOOLS / "node_modules" / "@argdown" / "core").is_dir(),
    reason="Argdown's own parser is not installed; do.py check does that where there are node and npm",
)

_SCRIPT = """
import fs from "fs";
import { ArgdownApplication, DataPlugin, JSONExportPlugin, ModelPlugin, ParserPlugin } from "@argdown/core";
const core = new ArgdownApplication();
core.addPlugin(new ParserPlugin(), "parse-input");
core.addPlugin(new DataPlugin(), "build-model");
core.addPlugin(new ModelPlugin(), "build-model");
core.addPlugin(new JSONExportPlugin(), "export-json");
const read = input => {
  const found = core.run({ process: ["parse-input", "build-model", "export-json"], input, throwExceptions: true });
  const errors = [...found.lexerErrors, ...found.parserErrors].map(error => error.message);
  return { errors, json: errors.length ? "" : found.json };
};
const texts = JSON.parse(fs.readFileSync(0, "utf8"));
const dare = text => {
  try { return read(text); } catch (error) { return { errors: [`${error}`], json: "" }; }
};
console.log(JSON.stringify(texts.map(dare)));
"""


class CoreReading(TypedDict):
    """What Argdown makes of a text: its complaints, and its JSON where there are none."""

    errors: list[str]
    json: str


def read_by_core(texts: Sequence[str]) -> list[CoreReading]:
    assert _NODE is not None
    command = [_NODE, "--input-type=module", "--eval", _SCRIPT]
    done = subprocess.run(
        command, cwd=_TOOLS, input=json.dumps(texts), capture_output=True, text=True, encoding="utf-8", check=True
    )
    read: list[CoreReading] = json.loads(done.stdout)
    return read


def count(json_text: str) -> tuple[int, int, int]:
    """How many statements, arguments and relations there are in Argdown's JSON."""
    whole = json.loads(json_text)
    return len(whole["statements"]), len(whole["arguments"]), len(whole["relations"])
