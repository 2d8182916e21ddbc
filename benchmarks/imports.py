"""Whole commands on a debate as large as a corpus: import, import again of a newer file, export.

    python benchmarks/imports.py [CLAIMS [SPEAKERS]]
    python benchmarks/imports.py --write FILE [CLAIMS [SPEAKERS]]

The file is made, and made alike each time: AIF with as many nodes of each kind a claim as a union of thirty
evenings of debates has, annotators' copies, transitions and reports included. Each command runs in a process of
its own; told are its CPU seconds and the most memory that it held.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from random import Random

CLAIMS, SPEAKERS = 20_435, 800
_THINGS = [
    "bridge",
    "water",
    "council",
    "budget",
    "school",
    "winter",
    "market",
    "garden",
    "traffic",
    "noise",
    "shop",
]
_THINGS += ["owner", "night", "bus", "train", "price", "rent", "tax", "river", "park", "tree", "child", "doctor"]
_THINGS += [
    "nurse",
    "wage",
    "farm",
    "harvest",
    "port",
    "ferry",
    "road",
    "light",
    "power",
    "line",
    "field",
    "house",
]
_VERBS = [
    "raises",
    "lowers",
    "helps",
    "harms",
    "needs",
    "replaces",
    "crowds",
    "spares",
    "costs",
    "frees",
    "delays",
]


def build_union(claims: int = CLAIMS, speakers: int = SPEAKERS, *, newer: bool = False) -> dict[str, object]:
    """A file of AIF; a ``newer`` one has one claim in fifty said otherwise, and some more."""
    return _Union(claims, speakers, newer=newer).build()


class _Union:
    def __init__(self, claims: int, speakers: int, *, newer: bool) -> None:
        self.draw = Random(20_435)
        self.newer = newer
        self.size = claims
        self.names = [f"{self._word().title()} {self._word().title()}{n}" for n in range(speakers)]
        self.earlier = "1"
        self.nodes: list[dict[str, object]] = []
        self.edges: list[dict[str, object]] = []
        self.locutions: list[dict[str, object]] = []

    def _word(self) -> str:
        return self.draw.choice(_THINGS)

    def _sentence(self, n: int) -> str:
        parts = [f"The {self._word()} {self.draw.choice(_VERBS)} the {self._word()}" for _ in range(3)]
        more = " by far" if self.newer and n % 50 == 0 else ""
        return f"{', and '.join(parts)}{more} in case {n}."

    def _add(self, kind: str, text: str) -> str:
        name = str(len(self.nodes) + 1)
        node = {"nodeID": name, "text": text, "type": kind, "timestamp": "2024-03-02 20:00:00"}
        self.nodes.append(node | ({} if kind in "IL" else {"scheme": text, "schemeID": "0"}))
        return name

    def _join(self, *path: str) -> None:
        for start, end in pairwise(path):
            edge = {"edgeID": str(len(self.edges) + 1), "fromID": start, "toID": end, "formEdgeID": None}
            self.edges.append(edge)

    def build(self) -> dict[str, object]:
        spoken = [self._speak(n) for n in range(self.size)]
        for (claim, said), (answer, reply) in pairwise(spoken):
            self._reply(claim, said, answer, reply)
            self.earlier = claim
        if self.newer:
            for n in range(self.size, self.size + self.size // 50):
                self._speak(n)
        return {"nodes": self.nodes, "edges": self.edges, "locutions": self.locutions}

    def _speak(self, n: int) -> tuple[str, str]:
        """A claim with whoever asserts it, half of them as the annotator copied it as well."""
        text, name = self._sentence(n), self.names[n % len(self.names)]
        claim, said = self._add("I", text), self._add("L", f"{name} : {text}")
        self.locutions.append({"nodeID": said, "personID": str(n % 95), "start": "2024-03-02 20:00:00"})
        if n % 45 == 7:
            inner = self._add("L", f"{self._word().title()} : {text}")
            self._join(said, self._add("YA", "Asserting"), inner, self._add("YA", "Asserting"), claim)
        else:
            self._join(said, self._add("YA", "Asserting"), claim)
        for _ in range(1 + (n % 3 == 0)):
            self._add("L", f"Nora: {name} : {text}")
        return claim, said

    def _reply(self, claim: str, said: str, answer: str, reply: str) -> None:
        turn = self._add("TA", "Default Transition")
        self._join(said, turn, reply)
        drawn = self.draw.random()
        if drawn < 0.28:
            step = self._add("RA", "Default Inference")
            self._join(answer, step, claim)
            if drawn < 0.03:
                self._join(self.earlier, step)
            self._join(turn, self._add("YA", "Arguing"), step)
        elif drawn < 0.34:
            step = self._add("CA", "Default Conflict")
            self._join(answer, step, claim)
            self._join(turn, self._add("YA", "Disagreeing"), step)
        elif drawn < 0.63:
            step = self._add("MA", "Default Rephrase")
            self._join(answer, step, claim)
            self._join(turn, self._add("YA", "Restating"), step)


def run(label: str, *arguments: str) -> None:
    """Run argumap and tell what it took."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(write_end, 1)
        os.dup2(write_end, 2)
        os.execv(sys.executable, [sys.executable, "-m", "argumap", *arguments])
    os.close(write_end)
    with os.fdopen(read_end, errors="replace") as answer:
        lines = answer.read().splitlines()
    _, status, used = os.wait4(child, 0)
    seconds, peak = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    code = os.waitstatus_to_exitcode(status)
    print(
        f"{label:<28}{seconds:7.2f} s CPU {peak:7.0f} MB   exit {code}: {lines[0][:70] if lines else ''}",
        flush=True,
    )


def main(arguments: list[str]) -> None:
    numbers = [int(each) for each in arguments if each.isdigit()]
    if arguments[:1] == ["--write"]:
        numbers = [int(each) for each in arguments[2:]]
        Path(arguments[1]).write_text(json.dumps(build_union(*numbers)), encoding="utf-8")
        return
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        Path("union.json").write_text(json.dumps(build_union(*numbers)), encoding="utf-8")
        run("import", "import", "union.json", "--as", "union")
        run("import of the same file", "import", "union.json", "--as", "union")
        run("export to aif", "export", "graph/union", "--to", "aif", "-o", "back.json", "--no-evaluate")
        run("export to turtle", "export", "graph/union", "--to", "turtle", "-o", "union.ttl", "--no-evaluate")
        Path("union.json").write_text(json.dumps(build_union(*numbers, newer=True)), encoding="utf-8")
        run("import of a newer file", "import", "union.json", "--as", "union")


if __name__ == "__main__":
    main(sys.argv[1:])
