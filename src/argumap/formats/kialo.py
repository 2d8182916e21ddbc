"""Kialo's text export: a tree of numbered claims, each for or against the one above it.

``1.`` is the thesis, ``1.2. Con: …`` speaks against it, and ``-> See 1.4.`` stands for a claim that is written out
elsewhere. Links in a claim are its evidence. Nobody is named. Read from exports of real debates.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats import Format, Imported, Loss, LossKind
from argumap.formats._foreign import join_lines, keep_lines
from argumap.formats._step_ids import StepIds
from argumap.formats._titles import make_title, name_map
from argumap.model import Argument, ArgumentMap, Bearing, Claim, Index, Issue, Origin, Source
from argumap.text import Slugs, get_language, guess_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from argumap.formats import Export, Foreign

_TITLE = re.compile(r"\s*Discussion (?:Title|Name)\s*:\s*(.*?)\s*")
_POINT = re.compile(r"\s*(\d+(?:\.\d+)*)\.\s+(?:(Pro|Con)\s*:\s*)?(.*)", re.IGNORECASE)
_SEE = re.compile(r"-+>\s*See\s+(\d+(?:\.\d+)*)\.?\s*(?:discussion.*)?", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]]*)\]\(\s*(https?://[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\s*\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
# Deeper trees than this are no debate, and each level costs a number.
_DEEPEST = 500


@dataclass(slots=True)
class _Point:
    number: str
    side: Bearing | None
    lines: list[str]
    links: dict[str, str] = field(default_factory=dict)

    @property
    def above(self) -> str:
        return self.number.rpartition(".")[0]

    def text(self) -> str:
        """The words of the claim, with its links noted."""
        whole = " ".join(" ".join(self.lines).split())
        return _ESCAPE.sub(r"\1", _LINK.sub(self._note, whole)).strip()

    def _note(self, link: re.Match[str]) -> str:
        address = _ESCAPE.sub(r"\1", link[2])
        self.links.setdefault(address, _ESCAPE.sub(r"\1", link[1]).strip() or address)
        return link[1]

    def see(self) -> str:
        found = _SEE.fullmatch(" ".join(self.lines).strip())
        return found[1] if found else ""


def recognise(foreign: Foreign) -> str:
    head = foreign.data[:4000].decode("utf-8", "replace").removeprefix("\ufeff")
    lines = [line for line in head.splitlines() if line.strip()][:2]
    begins = len(lines) > 1 and _TITLE.fullmatch(lines[0]) and _POINT.fullmatch(lines[1])
    return "it begins with a discussion's title and numbered claims" if begins else ""


def read(foreign: Foreign) -> Imported:
    """The map of an export. Raises `OtherTool` where no line is a numbered claim."""
    title, points, losses = _parse(foreign)
    written = [point for point in points.values() if not point.see()]
    texts = _find_texts(written, losses)
    slugs = Slugs(get_language(guess_language(" ".join([*texts.values()][:200])) or "en"), taken=("question",))
    ids = {number: slugs.make(text) for number, text in texts.items()}
    theses = {number for number in ids if title and points[number].above not in points}
    record = ArgumentMap(
        title=title or name_map(foreign.name),
        issues=(Issue("question", title),) if title else (),
        claims=tuple(_make_claim(made, number, texts[number], theses) for number, made in ids.items()),
        arguments=tuple(_find_steps(points, ids, slugs, losses)),
        sources=tuple(_find_sources(written, slugs)),
    )
    return Imported(record, keep_lines(foreign.text), tuple(losses))


def _find_texts(written: Sequence[_Point], losses: list[Loss]) -> dict[str, str]:
    texts = {point.number: point.text() for point in written}
    losses += [Loss(LossKind.ASIDE, "a claim without words", number) for number, text in texts.items() if not text]
    return {number: text for number, text in texts.items() if text}


def _make_claim(made: str, number: str, text: str, theses: AbstractSet[str]) -> Claim:
    answers = ("question",) if number in theses else ()
    return Claim(made, text, title=make_title(text), answers=answers, origin=Origin(id=number))


def _parse(foreign: Foreign) -> tuple[str, dict[str, _Point], list[Loss]]:
    title, points, losses = "", dict[str, _Point](), list[Loss]()
    last: _Point | None = None
    for n, line in enumerate(foreign.text.split("\n"), 1):
        if found := _POINT.fullmatch(line):
            side = {"pro": Bearing.SUPPORTS, "con": Bearing.ATTACKS}.get((found[2] or "").casefold())
            last = _Point(found[1], side, [found[3]])
            if found[1].count(".") > _DEEPEST:
                losses.append(Loss(LossKind.ASIDE, f"a claim more than {_DEEPEST} levels deep", f"line {n}"))
            elif found[1] in points:
                losses.append(Loss(LossKind.ASIDE, "a second claim with a number that is taken", f"{found[1]}."))
            else:
                points[found[1]] = last
        elif not title and not points and (named := _TITLE.fullmatch(line)):
            title = named[1]
        elif line.strip() and last is not None:
            last.lines.append(line)  # a claim may have paragraphs
    if not points:
        raise OtherTool("no line is a numbered claim (1.1. Pro: …), so this is no export of Kialo", foreign.name)
    return title, points, losses


def _find_steps(
    points: dict[str, _Point], ids: dict[str, str], slugs: Slugs, losses: list[Loss]
) -> Iterator[Argument]:
    step_ids = StepIds(slugs)
    for number, point in points.items():
        meant = _resolve(points, number)
        above = _resolve(points, point.above) if point.above else ""
        if not point.above and not point.see():
            continue
        if meant not in ids or above not in ids:
            why = (
                "a reference to a claim that is not there"
                if meant not in ids
                else "a claim beneath none that is there"
            )
            losses.append(Loss(LossKind.ASIDE, why, number))
        elif point.side is None:
            losses.append(Loss(LossKind.ASIDE, "a place beneath a claim without a side", number))
        elif meant == above:
            losses.append(Loss(LossKind.ASIDE, "a reference from a claim to itself", number))
        else:
            premise, target = ids[meant], ids[above]
            made = step_ids.make([premise], target, f"also {premise}")
            yield Argument(made, (premise,), point.side, target, origin=Origin(id=number))


def _resolve(points: dict[str, _Point], number: str) -> str:
    """The number under which a claim is written out; "" where references lead nowhere."""
    seen: set[str] = set()
    while number in points and (other := points[number].see()):
        if number in seen:
            return ""
        seen.add(number)
        number = other
    return number if number in points else ""


def _find_sources(points: Iterable[_Point], slugs: Slugs) -> Iterator[Source]:
    """A source for every link; its origin names the claims that have it as evidence."""
    citing: dict[tuple[str, str], list[str]] = {}
    for point in points:
        for address, name in point.links.items():
            citing.setdefault((address, name), []).append(point.number)
    for (address, name), numbers in citing.items():
        yield Source(slugs.make(name, names=True), name, url=address, origin=Origin(id=" ".join(numbers)))


def write(export: Export) -> str:
    """The map as a tree: a claim stands where it first bears on something, and elsewhere is referred to."""
    return "\n".join(_Tree(export.map).lines())


class _Tree:
    def __init__(self, record: ArgumentMap) -> None:
        self.record = record
        self.index = Index(record)
        self.numbers: dict[str, str] = {}
        self.homes = _find_homes(record)
        self.evidence = _find_evidence(record)

    def lines(self) -> Iterator[str]:
        asked = self.index.debates[0].question if self.index.debates else self.record.title
        yield f"Discussion Title: {' '.join(asked.split())}"
        yield ""
        places = self._places()
        for number, side, claim_id in places:
            known = self.numbers[claim_id]
            said = f"-> See {known}." if known != number else self._write_text(claim_id)
            yield f"{number}. {side}{said}"
        yield ""

    def _places(self) -> list[tuple[str, str, str]]:
        """Every place of the tree in its order: number, side and claim."""
        places: list[tuple[str, str, str]] = []
        bearing = {step.premises[0] for step in self.record.arguments}
        first = [c.id for c in self.index.positions] or [c.id for c in self.record.claims if c.id not in bearing]
        rest = [claim.id for claim in self.record.claims]
        n = 0
        for claim_id in (*first, *rest):  # what hangs in a circle alone begins a tree of its own
            if claim_id not in self.numbers:
                n += 1
                self._place(str(n), claim_id, places)
        return places

    def _place(self, root: str, thesis: str, places: list[tuple[str, str, str]]) -> None:
        open_ = [(root, "", thesis, "")]
        while open_:
            number, side, claim_id, step = open_.pop()
            places.append((number, side, claim_id))
            if claim_id in self.numbers or (step and self.homes.get(claim_id, step) != step):
                continue
            self.numbers[claim_id] = number
            children = list(self._children(claim_id))
            open_ += [(f"{number}.{n}", *child) for n, child in reversed(list(enumerate(children, 1)))]

    def _children(self, claim_id: str) -> Iterator[tuple[str, str, str]]:
        for step in self.index.on[claim_id]:
            side = "Pro: " if step.bearing is Bearing.SUPPORTS else "Con: "
            yield from ((side, premise, step.id) for premise in step.premises)
        for step in self.index.with_premise[claim_id]:
            # There is no place for what denies a step; it stands against the first reason of the step.
            if step.premises[0] == claim_id:
                denying = self.index.on[step.id]
                yield from (("Con: ", premise, other.id) for other in denying for premise in other.premises)

    def _write_text(self, claim_id: str) -> str:
        text = " ".join(self.index.claims[claim_id].text.split())
        linked = {source.title: source.url or "" for source in self.evidence.get(claim_id, ())}
        if not linked:
            return _escape(text)
        names = re.compile("|".join(re.escape(name) for name in sorted(linked, key=len, reverse=True)))
        written, end = "", 0
        for found in names.finditer(text):
            if address := linked.pop(found[0], ""):  # each link stands once, at the first of its words
                written += f"{_escape(text[end : found.start()])}[{_escape(found[0])}]({address})"
                end = found.end()
        left = "".join(f" [{_escape(name)}]({address})" for name, address in linked.items())
        return f"{written}{_escape(text[end:])}{left}"


def _find_homes(record: ArgumentMap) -> dict[str, str]:
    """The step at which each claim was written out where it came from."""
    own = {claim.id: claim.origin for claim in record.claims if claim.origin}
    steps = (step for step in reversed(record.arguments) if step.origin)
    return {step.premises[0]: step.id for step in steps if step.origin == own.get(step.premises[0])}


def _find_evidence(record: ArgumentMap) -> dict[str, list[Source]]:
    """The sources of each claim that has some as evidence."""
    numbers = {claim.origin.id: claim.id for claim in record.claims if claim.origin}
    found: defaultdict[str, list[Source]] = defaultdict(list)
    for source in record.sources:
        named = (source.origin.id or "").split() if source.origin and source.url else ()
        for number in named:
            if number in numbers:
                found[numbers[number]].append(source)
    return found


def _escape(text: str) -> str:
    """A text in which nothing is taken for a link or a reference."""
    plain = re.sub(r"([\\\[\]])", r"\\\1", text)
    return f"\\{plain}" if plain.startswith("-") else plain


PLUGIN = Format(
    "Kialo text export",
    (".kialo.txt",),
    write=write,
    read=read,
    recognise=recognise,
    rejoin=join_lines,
    lasting_ids=False,
    anchors=False,
    tool="Kialo",
)
