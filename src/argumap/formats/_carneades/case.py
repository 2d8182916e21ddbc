"""What a file of Carneades says, as far as a map can say it too."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats._one_line import clean, flatten
from argumap.mapfile import parse_tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.formats._foreign import Foreign
    from argumap.mapfile import YamlNode

KEYS = (
    *("meta", "statements", "issues", "arguments", "assumptions", "tests", "labels", "references", "language"),
    *("argument_schemes", "issue_schemes", "weighing_functions"),
)
WEIGHTS = ("weigth", "weight")
"""The program reads its misspelt key alone; people write the other."""
_TELLING = frozenset({"statements", "arguments", "argument_schemes"})
LABELS = {"in": "stands", "out": "falls", "undecided": "undecided"}
DENIES, SILENCES, GIVEN, CONTRADICTS = "denies", "silences", "given", "contradicts"
"""What ``meta`` says of an entry that a map has no record for. It was made only so that Carneades can tell what
speaks against a claim, what denies a step, what stands without support, and what claims contradict each other."""
_TOP_KEY = re.compile(r"([^\s#:'\"{}\[\]-][^:\n]*?)\s*:(?:\s|$)")
_AROUND = re.compile(r"\s*([(),])\s*")
# Written by hand, a case of ten thousand statements takes a megabyte.
_LARGEST = 20_000_000
# What is written so that a reader sees it, and what an empty value leaves out, do no harm here.
_HARMLESS = frozenset({"AM010", "AM103"})


@dataclass(frozen=True, slots=True)
class Inference:
    """An argument of a case: premises, the statement that it is for, and how much it weighs."""

    premises: tuple[str, ...]
    conclusion: str
    scheme: str = ""
    weight: str = ""

    def says_as(self, other: Inference) -> bool:
        """Whether both say the same, in whatever order their premises stand."""
        mine, theirs = frozenset(self.premises), frozenset(other.premises)
        return (mine, self.conclusion, self.scheme, self.weight) == (
            theirs,
            other.conclusion,
            other.scheme,
            other.weight,
        )


@dataclass(slots=True)
class StatedCase:
    """Statements by id, what argues for them, what they answer, and what is taken to be so."""

    texts: dict[str, str] = field(default_factory=dict)
    inferences: dict[str, Inference] = field(default_factory=dict)
    undercutters: dict[str, str] = field(default_factory=dict)
    positions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    standards: dict[str, str] = field(default_factory=dict)
    questions: dict[str, str] = field(default_factory=dict)
    assumed: set[str] = field(default_factory=set)
    tests: dict[str, str] = field(default_factory=dict)
    denials: dict[str, str] = field(default_factory=dict)
    silences: dict[str, str] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)
    contradicting: set[str] = field(default_factory=set)


def recognise(foreign: Foreign) -> str:
    """Whether all that stands at the left edge of a file are keys that Carneades knows."""
    head = foreign.data[:1_000_000].decode("utf-8", "replace").removeprefix("\ufeff")
    if head.lstrip()[:1] in {"{", "["}:
        return ""
    found = [key[1] for line in head.splitlines() if (key := _TOP_KEY.match(line))]
    begun = [line for line in head.splitlines() if line and line[0] not in " \t#-" and not _TOP_KEY.match(line)]
    if begun or not _TELLING.intersection(found) or not set(found) <= set(KEYS):
        return ""
    return f"it is YAML with the keys {', '.join(dict.fromkeys(found))}"


def parse_case(text: str, name: str) -> dict[str, YamlNode]:
    """The data of a file. Raises `OtherTool` with the line where it is no YAML, or no case, or too large."""
    if len(text) > _LARGEST:
        raise OtherTool(f"it has more than {_LARGEST // 10**6} million characters; divide it", name)
    tree = parse_tree(text, name)
    for problem in tree.problems:
        if problem.code not in _HARMLESS:
            raise OtherTool(problem.message, name, problem.line)
    if not isinstance(tree.data, dict) or set(tree.data).isdisjoint(KEYS):
        raise OtherTool("this is no argument graph of Carneades: it lacks the key statements", name)
    if "argument_schemes" in tree.data and {"statements", "arguments"}.isdisjoint(tree.data):
        message = "it has only schemes, of which Carneades makes the arguments; take over the graph that it makes"
        raise OtherTool(message, name)
    return tree.data


def tidy(name: str) -> str:
    """An id without the blanks that the program overlooks."""
    return _AROUND.sub(r"\1", flatten(name)).strip()


def words(value: YamlNode) -> Iterator[str]:
    """The ids in a list, or the only one."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, str):
            yield tidy(each)


def entries(data: dict[str, YamlNode], key: str) -> dict[str, YamlNode]:
    """The entries of a section; none where it is something else."""
    found = data.get(key)
    return found if isinstance(found, dict) else {}


def mark_of(entry: YamlNode, mark: str) -> str:
    """What ``meta`` of an entry says under a mark of ours."""
    meta = entry.get("meta") if isinstance(entry, dict) else None
    return clean(meta.get(mark)) if isinstance(meta, dict) else ""
