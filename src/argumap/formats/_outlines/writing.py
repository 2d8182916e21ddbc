"""From a map to an outline in Markdown: the one that it came in where only words changed, else one of ours."""

from __future__ import annotations

import re
from collections import Counter
from textwrap import dedent
from typing import TYPE_CHECKING

from argumap.formats._outlines.marked import parse_outline, rewrite
from argumap.formats._outlines.words import JOINTLY, write_speakers, write_text
from argumap.model import Bearing, Index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.formats._outlines.marked import MarkedOutline, MarkedPoint
    from argumap.model import Argument, ArgumentMap

_ASKING = re.compile(r"&#(63|65311);$")
_MARKS = {Bearing.SUPPORTS: "Pro", Bearing.ATTACKS: "Con", Bearing.UNDERCUTS: "Undercut"}
_TAGS = {"pro": "Pro: ", "con": "Con: "}
# What hangs deeper stands on its own and is repeated where it belongs: nobody follows a thousand indents.
_MOST_STEPS = 50


def write_outline(record: ArgumentMap, kept: str = "", before: ArgumentMap | None = None) -> str:
    """The map as an outline. ``kept`` is the one that it came in, which said what is ``before``."""
    outline = parse_outline(kept) if before is not None else None
    if before is not None and outline is not None and _describe(before) == _describe(record):
        return _patch(outline, before, record)
    return "\n".join(_OutlineWriter(record, outline).lines())


def _describe(record: ArgumentMap) -> object:
    """What a map says apart from its words, by the places where it came from."""
    at = {claim.id: claim.origin.id if claim.origin else None for claim in record.claims}
    at |= {issue.id: issue.origin.id if issue.origin else None for issue in record.issues}
    at |= {step.id: step.origin.id if step.origin else None for step in record.arguments}
    names = {person.id: person.name for person in record.stakeholders}
    steps = Counter(
        (tuple(sorted(str(at.get(p)) for p in step.premises)), step.bearing, at.get(step.target), at[step.id])
        for step in record.arguments
    )
    voices = Counter((names.get(said.by), said.act, at.get(said.of)) for said in record.attributions)
    answers = {(at[claim.id], at.get(issue)) for claim in record.claims for issue in claim.answers}
    return sorted(map(str, at.values())), record.title, steps, voices, answers


def _patch(outline: MarkedOutline, before: ArgumentMap, record: ArgumentMap) -> str:
    """The outline with other words where claims and questions were reworded."""
    old, new = _find_words(before), _find_words(record)
    changed = {old[at]: words for at, words in new.items() if words != old[at]}
    lines: list[str | None] = [*outline.lines]
    for point in outline.points:
        words = point.words
        if words is not None and words.text in changed:
            lines[point.first : point.last + 1] = [None] * (point.last + 1 - point.first)
            lines[point.first] = rewrite(point, _write(changed[words.text], asks=words.asks))
    return "\n".join(line for line in lines if line is not None)


def _find_words(record: ArgumentMap) -> dict[str | None, str]:
    """The words of claims and questions by where they came from."""
    claims = {claim.origin.id: claim.text for claim in record.claims if claim.origin}
    return claims | {issue.origin.id: issue.question for issue in record.issues if issue.origin}


def _write(text: str, *, asks: bool) -> str:
    written = write_text(text)
    return _ASKING.sub(lambda mark: chr(int(mark[1])), written) if asks else written


class _OutlineWriter:
    def __init__(self, record: ArgumentMap, outline: MarkedOutline | None) -> None:
        self.map, self.index = record, Index(record)
        self.people = {person.id: person.name for person in record.stakeholders}
        rest = _Rest(outline or parse_outline(""))
        self.title_notes, self.rest, self.ends = rest.title, rest.notes, rest.ends
        self.front = _find_front(outline) if outline else []
        self.placed: set[str] = set()

    def lines(self) -> Iterator[str]:
        yield from self.front
        yield f"# {write_text(self.map.title) or 'Argument map'}"
        yield from (*self.title_notes, "")
        parts = [(issue, [*self._answers(issue.id)]) for issue in self.map.issues]
        if parts:
            parts[0][1].extend(self._sided())
        if alone := [*self._alone()]:
            yield from (*alone, "")
        for issue, answers in parts:
            at = (issue.origin.id or "") if issue.origin else ""
            yield from (f"## {_ask(issue.question)}", *self.rest.pop(at, []), "")
            yield from (*answers, *([""] if answers else []))
            if at and (end := self.ends.pop(at, [])):
                yield from (*end[1:], "")
        # What followed something that is no more, or is no claim, is not lost.
        for left in (*self.rest.values(), *self.ends.values()):
            yield from (*left[1:], "")

    def _answers(self, issue: str) -> Iterator[str]:
        for claim in self.index.answering[issue]:
            yield from self._tree(claim.id)

    def _sided(self) -> Iterator[str]:
        """The reasons for or against a question itself, which only tags tell."""
        for claim in self.map.claims:
            mark = next((_TAGS[tag] for tag in claim.tags if tag in _TAGS), "")
            if mark and claim.id not in self.placed and not self.index.with_premise[claim.id]:
                yield from self._tree(claim.id, mark)

    def _alone(self) -> Iterator[str]:
        """What is beneath no question; then what hangs in a circle, or too deep."""
        free = [claim.id for claim in self.map.claims if not self.index.with_premise[claim.id]]
        for claim in (*free, *self.index.claims):
            if claim not in self.placed:
                yield from self._tree(claim)

    def _tree(self, root: str, mark: str = "") -> Iterator[str]:
        """A claim with all that hangs on it; one that stands elsewhere is only named."""
        open_: list[tuple[int, str, str, Argument | None]] = [(0, mark, root, None)]
        while open_:
            depth, mark, claim, step = open_.pop()
            indent = "  " * depth
            if claim:
                yield f"{indent}- {mark}{self._say(claim)}"
            else:
                yield f"{indent}- {mark}"
            below: list[tuple[int, str, str, Argument | None]] = []
            if not claim and step:
                below += [(depth + 1, "", premise, None) for premise in step.premises]
            if step:
                below += self._steps(step.id, depth)
            if claim and claim not in self.placed and depth < _MOST_STEPS:
                self.placed.add(claim)
                yield from (f"{indent}  {line}" if line else "" for line in self._notes(claim))
                below += self._steps(claim, depth)
            open_ += reversed(below)

    def _steps(self, target: str, depth: int) -> Iterator[tuple[int, str, str, Argument | None]]:
        for step in self.index.on[target]:
            if len(step.premises) == 1:
                yield depth + 1, f"{_MARKS[step.bearing]}: ", step.premises[0], step
            else:
                yield depth + 1, f"{_MARKS[step.bearing]}, {JOINTLY}:", "", step

    def _say(self, claim: str) -> str:
        said = self.index.voices[claim] if claim not in self.placed else ()
        speakers = dict.fromkeys((self.people.get(voice.by, voice.by), voice.act) for voice in said)
        return f"{write_text(self.index.claims[claim].text)}{write_speakers(speakers)}"

    def _notes(self, claim: str) -> list[str]:
        origin = self.index.claims[claim].origin
        return self.rest.pop(origin.id or "", []) if origin else []


def _ask(question: str) -> str:
    """A question as a heading; one without its mark gets it by a number that says that it had none."""
    return _write(question, asks=True) if question.endswith(("?", "？")) else f"{write_text(question)} ?"


class _Rest:
    """The text of an outline that is no point: what belongs to a point, and what ends the list of a question."""

    def __init__(self, outline: MarkedOutline) -> None:
        self.title: list[str] = []
        self.notes: dict[str, list[str]] = {}
        self.ends: dict[str, list[str]] = {}
        question = ""
        for n, point in enumerate(outline.points):
            question = point.where if _asks(point) else question
            lines = [outline.lines[line] for line in outline.rest.get(n, ())]
            cut = _find_margin(lines) if point.level >= 0 else _find_heading(lines)
            notes, end = _set_apart(lines[:cut]), _set_apart(lines[cut:])
            if notes and n == 0 and _names(point, outline.title):
                self.title = notes
            elif notes:
                self.notes[point.where] = notes
            if end:
                at = "" if any(line.startswith("# ") for line in end) else question
                self.ends.setdefault(at, []).extend(end)


def _asks(point: MarkedPoint) -> bool:
    return point.level < 0 and point.words is not None and point.words.asks


def _names(point: MarkedPoint, title: str) -> bool:
    return point.level < 0 and point.words is not None and point.words.text == title


def _find_margin(lines: list[str]) -> int:
    return next(
        (n for n, line in enumerate(lines) if line.strip() and not line.startswith((" ", "\t"))), len(lines)
    )


def _find_heading(lines: list[str]) -> int:
    return next((n for n, line in enumerate(lines) if line.startswith("#")), len(lines))


def _set_apart(lines: list[str]) -> list[str]:
    """Lines with a blank one before them, so that they stay what they are; none for blank ones."""
    words = dedent("\n".join(line.rstrip("\r") for line in lines)).strip("\n")
    return ["", *words.split("\n")] if words.strip() else []


def _find_front(outline: MarkedOutline) -> list[str]:
    words = [outline.lines[line] for line in outline.rest.get(-1, ())]
    return words if any(line.strip() for line in words) else []
