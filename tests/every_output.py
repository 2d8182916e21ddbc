"""Makes everything that argumap writes or answers of a map, and prints a digest of each as JSON.

    python tests/every_output.py FOLDER

``FOLDER`` holds two versions of a map, ``graph/old-town-before`` and ``graph/old-town-cars``; outputs go beside.
Formats, reports and pages are those of the registries.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import sys
from pathlib import Path

from argumap.cli import run
from argumap.formats import FORMATS
from argumap.reports import REPORTS
from argumap.views import VIEWS

MAP, BEFORE = "graph/old-town-cars", "graph/old-town-before"
ANSWERS = (
    "who trade-falls",
    "says guild",
    "why close-it",
    "for close-it",
    "against close-it",
    "compare council guild",
    "path trade-falls close-it",
    "find town",
    "about closure",
    "gaps",
    "stats",
    "cruxes close-it",
    "verdict cars --lights all",
    "verdict",
    "extensions",
    "what-if --set-aside trade-falls",
    "coverage",
    "check",
)


def name_outputs() -> list[str]:
    """Everything that is digested, by what makes it."""
    written = [f"format {name}" for name, plugin in FORMATS.items() if plugin.write]
    pages = [f"page {name}" for name in VIEWS]
    return [*written, *(f"report {name}" for name in REPORTS), *pages, "build", "changes told", *ANSWERS]


def command(output: str) -> list[str]:
    kind, _, name = output.partition(" ")
    if output == "build":
        return ["build", MAP, "--to", "built"]
    if output == "changes told":
        return ["diff", BEFORE, MAP, "--json"]
    if kind == "format":
        return ["export", MAP, "--to", name]
    if kind == "report":
        return ["report", name, MAP, "--to", "reports"]
    if output == "page changes":
        return ["diff", BEFORE, MAP, "--page", f"pages/{name}.html"]
    if kind == "page":
        return ["view", name, MAP, "--to", "pages"]
    if kind in {"coverage", "check"}:
        return [kind, MAP, "--format=json" if kind == "check" else "--json"]
    return [*output.split(), "-m", MAP, "--json"]


def digest(output: str) -> str:
    """What ``output`` prints and what it newly writes, as one digest."""
    known = set(Path.cwd().rglob("*"))
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        code = run(command(output))
    found = hashlib.sha256(f"{code}\n{printed.getvalue()}".encode())
    for path in sorted(set(Path.cwd().rglob("*")) - known):
        if path.is_file():
            found.update(path.relative_to(Path.cwd()).as_posix().encode() + b"\0" + path.read_bytes())
    return f"exit code {code}, {found.hexdigest()}"


if __name__ == "__main__":
    os.chdir(sys.argv[1])
    sys.stdout.write(json.dumps({output: digest(output) for output in name_outputs()}))
