"""brat standoff: stretches of a text as claims, relations between them, the text in a file beside.

A line of an ``.ann`` file is a stretch (``T1``, with its places in code points of the ``.txt``), a relation
(``R1``), an equivalence (``*``), an event, an attribute, a normalisation or a note. After P. Stenetorp et al.,
"brat: a web-based tool for NLP-assisted text annotation", EACL 2012. What a relation means is for each corpus to
say; a table here has the names that argument corpora use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain
from pathlib import PurePath
from typing import TYPE_CHECKING

from argumap.errors import NoText, OtherTool
from argumap.formats import Family, Format, Imported, Loss, LossKind
from argumap.formats._brat_kinds import find_other_kinds, names_claims, plain_kind
from argumap.formats._foreign import Foreign, join_lines, join_text, keep_lines
from argumap.formats._foreign_ids import FreeIds, call_foreign
from argumap.formats._one_line import flatten
from argumap.formats._spans import SpanCiter, accept_quoted, find_spans
from argumap.formats._step_ids import StepIds
from argumap.formats._titles import make_title, name_map
from argumap.model import Argument, ArgumentMap, Bearing, Claim, Origin, Source
from argumap.text import Slugs, decode, get_language, guess_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argumap.formats import Export
    from argumap.model import Passage

NAME = "brat"
SOURCE = "article"
SUPPORTS = frozenset({"supports", "support", "sup", "for", "pro", "evidence", "justifies", "premise"})
_PARTIAL = "partial-attack"
ATTACKS = frozenset(
    {"attacks", "attack", _PARTIAL, "contradicts", "contradict", "rebuts", "rebuttal", "opposes", "against", "con"}
)
REPHRASES = frozenset({"semantically_same", "restates", "rephrases", "paraphrases", "equiv"})
PARTS = frozenset({"parts_of_same", "part_of_same", "continues"})
"""What relations are called, in small letters; no other is a step of a map."""
_SPAN = re.compile(r"(\S+) ([0-9]{1,15} [0-9]{1,15}(?:;[0-9]{1,15} [0-9]{1,15})*)")
_RELATION = re.compile(r"(\S+) Arg1:(\S+) Arg2:(\S+)\s*")
_KIND = re.compile(r"[^\s:]+")
_ID = re.compile(r"([TREAMN]|#)\S*|\*")
_ASIDE = {
    "E": "an event",
    "A": "an attribute",
    "M": "an attribute",
    "N": "a normalisation",
    "#": "a note",
    "*": "an equivalence",
}
WORDING = "Claim"
"""The type of the notes in which a map has the words of a claim that are not those of its passage."""
MAJOR = "majorclaim"
_STANCE = re.compile(r"Stance (T\S*) (\S+)\s*")
_STANCES = {"for": Bearing.SUPPORTS, "against": Bearing.ATTACKS}
_SAMPLE = 1_000
_LANGUAGE_SAMPLE = 200
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A stretch of the text, in pieces; ``kind`` is what it is annotated as."""

    kind: str
    pieces: tuple[tuple[int, int], ...]
    words: str


@dataclass(slots=True)
class Annotations:
    """The lines of a file by their ids; ``wordings`` are the claims' own words, by stretches.

    ``triggers`` are the stretches that name events, ``stances`` those that are for or against the major claim.
    """

    spans: dict[str, TextSpan] = field(default_factory=dict)
    relations: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    equal: list[list[str]] = field(default_factory=list)
    wordings: dict[str, str] = field(default_factory=dict)
    triggers: set[str] = field(default_factory=set)
    stances: dict[str, tuple[str, Bearing]] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)


def recognise(foreign: Foreign) -> str:
    """Whether the first lines of a file are such as brat writes."""
    lines = foreign.data[:4_000].decode("utf-8", "replace").removeprefix("\ufeff").splitlines()[:20]
    cells = [line.split("\t") for line in lines if line.strip()]
    spans = [
        row for row in cells if len(row) == 3 and row[0][:1] == "T" and _SPAN.fullmatch(row[1])
    ]  # id, place, words
    known = all(len(row) > 1 and _ID.fullmatch(row[0]) for row in cells[:-1])
    return "its lines are stretches of a text, each with its places" if spans and known else ""


def read(foreign: Foreign) -> Imported:
    """The map of a file. Raises `OtherTool` where no line is a stretch of a text."""
    found = parse_annotations(foreign.text, foreign.name)
    return _MapMaker(found, foreign).build()


def parse_annotations(text: str, name: str) -> Annotations:
    found = Annotations()
    for n, line in enumerate(text.split("\n"), 1):
        if line.strip():
            _read_line(found, line.split("\t"), n)
    if text.strip() and not found.spans:
        raise OtherTool("no line is a stretch of a text (T1, its type and places, its words)", name)
    return found


def _read_line(found: Annotations, cells: list[str], line: int) -> None:
    name, place = cells[0].strip(), cells[1] if len(cells) > 1 else ""
    reader = _READERS.get(name[:1])
    if name in found.spans or name in found.relations:
        found.losses.append(Loss(LossKind.ASIDE, "a line with an id that is taken", name))
    elif reader is None or not reader(found, name, place, flatten(" ".join(cells[2:]))):
        found.losses.append(_tell_aside(name, line))


def _read_span(found: Annotations, name: str, place: str, words: str) -> bool:
    span = _SPAN.fullmatch(place)
    if span is not None:
        pairs = (piece.split(" ") for piece in span[2].split(";"))
        found.spans[name] = TextSpan(span[1], tuple((int(start), int(end)) for start, end in pairs), words)
    return span is not None


def _read_relation(found: Annotations, name: str, place: str, _: str) -> bool:
    relation = _RELATION.fullmatch(place)
    if relation is not None:
        found.relations[name] = relation[1], relation[2], relation[3]
    return relation is not None


def _read_equal(found: Annotations, name: str, place: str, _: str) -> bool:
    equal = name == "*" and place.startswith("Equiv ")
    if equal:
        found.equal.append(place.split(" ")[1:])
    return equal


def _read_wording(found: Annotations, _: str, place: str, words: str) -> bool:
    own = place.startswith(f"{WORDING} ") and words != ""
    if own:
        found.wordings[place.split(" ")[1]] = words
    return own


def _read_stance(found: Annotations, name: str, place: str, _: str) -> bool:
    stance = _STANCE.fullmatch(place)
    side = _STANCES.get(stance[2].casefold()) if stance else None
    if stance and side:
        found.stances[name] = stance[1], side
    return side is not None


def _read_event(found: Annotations, _: str, place: str, __: str) -> bool:
    """Note the stretch that names an event, which is told as all that no map holds."""
    found.triggers.add(place.partition(" ")[0].rpartition(":")[2])
    return False


_READERS = {
    "T": _read_span,
    "R": _read_relation,
    "*": _read_equal,
    "#": _read_wording,
    "A": _read_stance,
    "E": _read_event,
}


def _tell_aside(name: str, line: int) -> Loss:
    known = _ASIDE.get(name[:1])
    return Loss(LossKind.ASIDE, known or "a line of an unknown kind", name if known else f"line {line}")


class _MapMaker:
    def __init__(self, found: Annotations, foreign: Foreign) -> None:
        self.found = found
        self.losses = [*found.losses]
        self.foreign = foreign
        self.order = {name: n for n, name in enumerate(found.spans)}
        self.home = self._merge_parts(self._choose_spans())
        self.parts: dict[str, list[str]] = {}
        for name, home in self.home.items():
            self.parts.setdefault(home, []).append(name)
        self.text = self._read_text()
        self.claims = self._name_claims()
        self.steps: list[Argument] = []
        self.step_ids = StepIds(self.slugs)
        self.general: dict[str, dict[str, None]] = {}

    def build(self) -> Imported:
        self._read_relations()
        self._read_stances()
        citer = self._find_citer()
        claims = tuple(self._claim(home, self.parts[home], citer) for home in self.claims)
        record = ArgumentMap(
            title=name_map(self.foreign.name),
            sources=(self._source(),) if citer else (),
            claims=claims,
            arguments=tuple(self.steps),
            accepted=accept_quoted(claims, voices=()),
        )
        texts = {SOURCE: self.text} if citer else {}
        return Imported(record, keep_lines(self.foreign.text), tuple(self.losses), texts=texts)

    def _choose_spans(self) -> list[str]:
        """The stretches that are parts of arguments; the others are told. Raises `OtherTool` where none is."""
        spans, events = self.found.spans, self.found.triggers
        words: dict[str, list[str]] = {}
        for name, span in spans.items():
            if name not in events:
                words.setdefault(span.kind, []).append(span.words)
        others = find_other_kinds(words, self._find_related_kinds())
        chosen: list[str] = []
        for name, span in spans.items():
            if name in events or span.kind in others:
                why = others.get(span.kind) or "a word that names an event"
                self.losses.append(Loss(LossKind.ASIDE, why, name))
            else:
                chosen.append(name)
        if spans and not chosen:
            kinds = ", ".join([*dict.fromkeys(span.kind for span in spans.values())][:_SHOWN])
            told = f"no stretch is a part of an argument: they are of the types {kinds}"
            raise OtherTool(
                f"{told}; in the .ann, give the type Claim to those that are claims", self.foreign.name
            )
        return chosen

    def _find_related_kinds(self) -> set[str]:
        """The types of the stretches that a relation of an argument joins."""
        known = SUPPORTS | ATTACKS | REPHRASES | PARTS
        told = [ends for kind, *ends in self.found.relations.values() if kind.casefold() in known]
        return {span.kind for name in chain.from_iterable(told) if (span := self.found.spans.get(name))}

    def _source(self) -> Source:
        name = PurePath(self.foreign.name).with_suffix(".txt").name if self.foreign.name else "the text"
        return Source(SOURCE, name, file=f".argumap/{SOURCE}.txt")

    def _read_text(self) -> str:
        data = self.foreign.beside(".txt")
        if data is None:
            why = "the text is not beside the file (.txt), so where things stand in it is not held"
            self.losses.append(Loss(LossKind.ASIDE, why))
            return ""
        try:
            text = decode(data)
        except NoText as error:
            raise OtherTool(f"the text beside it (.txt) cannot be read: {error}", self.foreign.name) from error
        # Where a copy of a corpus was made with other line ends, places are counted as they were before.
        return max((text, text.replace("\r\n", "\n")), key=self._count_fits)

    def _count_fits(self, text: str) -> int:
        return sum(span.words == _cut(text, span) for span in self.found.spans.values())

    def _find_citer(self) -> SpanCiter | None:
        try:
            return SpanCiter(self.text, SOURCE) if self.text else None
        except NoText:
            self.losses.append(Loss(LossKind.ASIDE, "the text beside the file has no sentence"))
            return None

    def _merge_parts(self, chosen: list[str]) -> dict[str, str]:
        """The stretch that each one is a part of, for annotators cut what is interrupted."""
        home = {name: name for name in chosen}

        def find(name: str) -> str:
            while home[name] != name:
                home[name] = home[home[name]]
                name = home[name]
            return name

        for relation, (kind, one, other) in self.found.relations.items():
            if kind.casefold() in PARTS and one in home and other in home:
                first, second = sorted((find(one), find(other)), key=self.order.__getitem__)
                home[second] = first
                self.losses.append(
                    Loss(LossKind.NEARLY, "two stretches that are one claim, held as one", relation)
                )
        return {name: find(name) for name in home}

    def _name_claims(self) -> dict[str, str]:
        homes = [name for name, home in self.home.items() if name == home]
        self.words = {name: self.found.wordings.get(name) or self.text_of(name) for name in homes}
        silent = [name for name in homes if not self.words[name]]
        self.losses += [Loss(LossKind.ASIDE, "a stretch without words", name) for name in silent]
        sample = " ".join(text[:_SAMPLE] for text in [*self.words.values()][:_LANGUAGE_SAMPLE])
        self.slugs = Slugs(get_language(guess_language(sample) or "en"))
        return {name: self.slugs.make(text[:_SAMPLE]) for name, text in self.words.items() if text}

    def text_of(self, home: str) -> str:
        """The words of a stretch and its parts, as they stand in the text."""
        if self.parts[home] == [home]:
            return self.found.spans[home].words
        inner = sorted((self.found.spans[name] for name in self.parts[home]), key=lambda span: span.pieces)
        return " ".join(span.words for span in inner if span.words)

    def _claim(self, home: str, parts: list[str], citer: SpanCiter | None) -> Claim:
        text = self.words[home]
        kinds = dict.fromkeys(self.found.spans[name].kind for name in parts)
        return Claim(
            self.claims[home],
            text,
            title=make_title(text),
            tags=tuple(kind for kind in kinds if any(letter.isalnum() for letter in kind)),
            rephrases=tuple(self.general.get(home, ())),
            at=self._cite(parts, citer) if citer else (),
            origin=Origin(id=home),
        )

    def _cite(self, parts: list[str], citer: SpanCiter) -> tuple[Passage, ...]:
        cited: list[Passage] = []
        for name in parts:
            span = self.found.spans[name]
            if _cut(self.text, span) != span.words:
                why = "a stretch with other words than the text has there, so its place is not held"
                self.losses.append(Loss(LossKind.ASIDE, why, name))
                continue
            for start, end in span.pieces:
                cited += citer.cite(start, end)
        return tuple(dict.fromkeys(cited))

    def _read_relations(self) -> None:
        for name, (kind, one, other) in self.found.relations.items():
            start, end = self.home.get(one, ""), self.home.get(other, "")
            called = kind.casefold()
            if called in PARTS:
                continue
            if start not in self.claims or end not in self.claims:
                self.losses.append(Loss(LossKind.ASIDE, "a relation of what is no stretch with words", name))
            elif start == end:
                self.losses.append(Loss(LossKind.ASIDE, "a relation of a stretch to itself", name))
            elif called in REPHRASES:
                self._rephrase(start, end, name)
            elif called in SUPPORTS | ATTACKS:
                bearing = Bearing.SUPPORTS if called in SUPPORTS else Bearing.ATTACKS
                self.steps.append(self._step(start, bearing, end, name))
                if called == _PARTIAL:
                    why = "an attack on a part of a claim, held as one on the claim"
                    self.losses.append(Loss(LossKind.NEARLY, why, name))
            else:
                self.losses.append(Loss(LossKind.ASIDE, f"a relation of the unknown type {kind!r}", name))
        for names in self.found.equal:
            known = [home for name in names if (home := self.home.get(name, "")) in self.claims]
            for other in known[1:]:
                self._rephrase(other, known[0], "*")

    def _read_stances(self) -> None:
        """What is for or against the major claim, as essays mark it; where that stands twice, it is one claim."""
        spans = self.found.spans
        majors = [home for home in self.claims if plain_kind(spans[home].kind) == MAJOR]
        majors.sort(key=lambda home: spans[home].pieces)
        for other in majors[1:]:
            if not self.general.get(other):
                self._rephrase(other, majors[0], other)
        for name, (one, bearing) in self.found.stances.items():
            start = self.home.get(one, "")
            if majors and start in self.claims and start not in majors:
                self.steps.append(self._step(start, bearing, majors[0], name))
            else:
                self.losses.append(Loss(LossKind.ASIDE, "an attribute", name))

    def _step(self, start: str, bearing: Bearing, end: str, name: str) -> Argument:
        premise, target = self.claims[start], self.claims[end]
        made = self.step_ids.make([premise], target, f"also {premise}")
        return Argument(made, (premise,), bearing, target, origin=Origin(id=name))

    def _rephrase(self, start: str, end: str, name: str) -> None:
        """Two claims that say the same: the later one rephrases the earlier."""
        first, later = sorted((start, end), key=lambda home: (self.found.spans[home].pieces, self.order[home]))
        self.general.setdefault(later, {})[self.claims[first]] = None
        self.losses.append(
            Loss(
                LossKind.NEARLY, "two claims that say the same, the later held as a rephrase of the earlier", name
            )
        )


def _cut(text: str, span: TextSpan) -> str:
    """The words that stand where a stretch does."""
    return flatten(" ".join(text[start:end] for start, end in span.pieces))


def write(export: Export) -> Mapping[str, str]:
    """The map as stretches of its article's text, with the claims that have no place in it written beneath."""
    return _AnnotationWriter(export).write()


class _AnnotationWriter:
    def __init__(self, export: Export) -> None:
        self.map = export.map
        self.anchors = export.anchors
        self.source = _choose_source(export)
        self.text = export.texts.get(self.source, "")
        self.kept = join_text(export.kept)
        taken = [line.split("\t")[0].strip() for line in self.kept.split("\n")]
        stems = {claim.id: "T" for claim in export.map.claims}
        self.names = call_foreign(export.map, (NAME,), lambda r, ids: ids.number(stems.get(r.id, "R")), taken)
        self.ids = FreeIds([*taken, *self.names.values()])

    def write(self) -> Mapping[str, str]:
        lines = self._put_back() if self.kept else None
        if lines is None:
            claims = [line for claim in self.map.claims for line in self.write_claim(claim)]
            lines = [*claims, *self.write_steps(), *self.write_rephrases()]
        text = self.text if self.text.endswith("\n") else f"{self.text}\n"
        ann = "\n".join(lines)
        return {".ann": ann if ann.endswith("\n") else f"{ann}\n", ".txt": text}

    def write_claim(self, claim: Claim) -> Iterator[str]:
        name = self.names[claim.id]
        spans = find_spans(claim.at, self.source, self.text, self.anchors.get(claim.id, ()))
        spans = spans or [self._append(claim.text)]
        pieces = [piece for start, end in spans for piece in _split_lines(self.text, start, end)]
        words = " ".join(flatten(self.text[start:end]) for start, end in pieces)
        places = ";".join(f"{start} {end}" for start, end in pieces)
        kind = next((tag for tag in claim.tags if _KIND.fullmatch(tag) and names_claims(tag)), WORDING)
        yield f"{name}\t{kind} {places}\t{words}"
        yield from self.write_wording(claim, words)

    def write_wording(self, claim: Claim, words: str) -> Iterator[str]:
        """A note with the words of a claim, where they are not those of its passage."""
        if flatten(claim.text) != words:
            yield f"{self.ids.number('#')}\t{WORDING} {self.names[claim.id]}\t{flatten(claim.text)}"

    def _append(self, words: str) -> tuple[int, int]:
        """Write words beneath the text, and tell where."""
        self.text += "" if not self.text or self.text.endswith("\n") else "\n"
        start = len(self.text)
        self.text += f"{flatten(words)}\n"
        return start, len(self.text) - 1

    def write_steps(self, known: frozenset[str] = frozenset()) -> Iterator[str]:
        """The relations of all steps but the ``known`` ones; none points at a relation, as an undercut does."""
        for step in self.map.arguments:
            if step.bearing is not Bearing.UNDERCUTS and self.names[step.id] not in known:
                yield from self.write_step(step)

    def write_step(self, step: Argument) -> Iterator[str]:
        kind = "supports" if step.bearing is Bearing.SUPPORTS else "attacks"
        own = self.names[step.id]
        # What came as the stance of a claim and is another now is written as a relation.
        own = own if own[:1] == "R" else self.ids.number("R")
        names = [own, *(self.ids.number("R") for _ in step.premises[1:])]
        for name, premise in zip(names, step.premises, strict=True):
            yield f"{name}\t{kind} Arg1:{self.names[premise]} Arg2:{self.names[step.target]}"

    def write_rephrases(self, known: frozenset[tuple[str, str]] = frozenset()) -> Iterator[str]:
        for claim in self.map.claims:
            for general in claim.rephrases:
                pair = self.names[claim.id], self.names[general]
                if pair not in known:
                    yield f"{self.ids.number('R')}\tsemantically_same Arg1:{pair[0]} Arg2:{pair[1]}"

    def _put_back(self) -> list[str] | None:
        """The lines that were kept, as far as they still say what the map does, and new ones beneath.

        None where they cannot be read, and where more is to be said of a text that is not at hand.
        """
        text = self.text.encode("utf-8", "surrogatepass")
        try:
            foreign = Foreign("kept.ann", self.kept.encode("utf-8", "surrogatepass"), {".txt": text or None}.get)
            before = _MapMaker(parse_annotations(foreign.text, foreign.name), foreign)
            record = before.build().map
        except OtherTool:
            return None
        lines = _Revision(self, before, record).lines()
        return lines if text or lines == self.kept.split("\n") else None


def _choose_source(export: Export) -> str:
    """The text at hand that most claims are cited from; a file has one."""
    cited = [passage.source for claim in export.map.claims for passage in claim.at]
    return max(export.texts, key=lambda source: (cited.count(source), source), default="")


def _split_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of a stretch on each line of the text, for brat has none that goes over a line's end."""
    for piece in re.finditer(r"[^\s](?:[^\n]*[^\s])?", text[start:end]):
        yield start + piece.start(), start + piece.end()


class _Revision:
    """The kept lines of a file made to say what a map says now."""

    def __init__(self, writer: _AnnotationWriter, before: _MapMaker, record: ArgumentMap) -> None:
        self.writer = writer
        self.before = before
        now = writer.map
        names = {made: home for home, made in before.claims.items()}
        self.old = {names[claim.id]: claim for claim in record.claims}
        self.now = {writer.names[claim.id]: claim for claim in now.claims}
        self.moved = {home for home, claim in self.old.items() if self._has_moved(home, claim)}
        self.old_steps = {
            str(step.origin.id): (step.bearing, frozenset(names[p] for p in step.premises), names[step.target])
            for step in record.arguments
            if step.origin
        }
        self.steps = {
            writer.names[step.id]: step for step in now.arguments if step.bearing is not Bearing.UNDERCUTS
        }
        self.old_pairs = {(names[c.id], names[general]) for c in record.claims for general in c.rephrases}
        self.pairs = {(writer.names[c.id], writer.names[general]) for c in now.claims for general in c.rephrases}
        self.gone: set[str] = set()

    def _has_moved(self, home: str, before: Claim) -> bool:
        after = self.now.get(home)
        return after is not None and (before.at, before.tags) != (after.at, after.tags)

    def lines(self) -> list[str]:
        self.gone = {
            name
            for name, home in self.before.home.items()
            if home in self.old and (home not in self.now or (home in self.moved and name != home))
        }
        kept = self.writer.kept.split("\n")
        ended = kept[-1:] == [""]
        lines = [each for line in (kept[:-1] if ended else kept) for each in self._revise(line)]
        for name, claim in self.now.items():
            if name not in self.old:
                lines += self.writer.write_claim(claim)
            elif claim.text != self.old[name].text and name not in self.moved:
                lines += self.writer.write_wording(claim, self.before.text_of(name))
        lines += self.writer.write_steps(frozenset(self.old_steps))
        lines += self.writer.write_rephrases(frozenset(self.old_pairs))
        return [*lines, ""] if ended else lines

    def _revise(self, line: str) -> Iterator[str]:
        """A line as it goes back: as it was, anew, or not at all."""
        cells = line.split("\t")
        name, place = cells[0].strip(), cells[1] if len(cells) > 1 else ""
        if name in self.gone or not self.gone.isdisjoint(re.split(r"[\s:]", place)):
            return
        if name in self.moved:
            yield from self.writer.write_claim(self.now[name])
        elif name in self.old_steps:
            yield from self._revise_step(line, name)
        elif name[:1] == "#" and place.startswith(f"{WORDING} "):
            home = place.split(" ")[1]
            if home not in self.now or self.now[home].text == self.old[home].text:
                yield line
        elif not self._has_lost_pair(name):
            yield line

    def _revise_step(self, line: str, name: str) -> Iterator[str]:
        step = self.steps.get(name)
        if step is None:
            return
        names = self.writer.names
        fact = step.bearing, frozenset(names[p] for p in step.premises), names[step.target]
        if fact == self.old_steps[name]:
            yield line
        else:
            yield from self.writer.write_step(step)

    def _has_lost_pair(self, name: str) -> bool:
        """Whether a line says of two claims that they say the same, and the map does so no more."""
        kind, one, other = self.before.found.relations.get(name, ("", "", ""))
        if kind.casefold() not in REPHRASES:
            return False
        pair = self.before.home.get(one, ""), self.before.home.get(other, "")
        return not {pair, pair[::-1]} & self.pairs and bool({pair, pair[::-1]} & self.old_pairs)


PLUGIN = Format(
    "brat standoff",
    (".ann", ".txt"),
    write=write,
    read=read,
    recognise=recognise,
    rejoin=join_lines,
    family=Family.TEXTS,
    tool="brat",
    aside=("events", "attributes", "normalisations", "notes"),
)
