"""Notes for Obsidian, written only: a note for each question, claim, person, concept and source, tied by links.

What the map says of a thing stands in the head of its note and what bears on it below, each step an item that
names its premises; what denies a step hangs beneath it. Notes that are there already are never touched.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from argumap.formats import Family, Format
from argumap.formats._drawn import OF_CLAIM, OF_CONCEPT, OF_ISSUE, OF_SOURCE, OF_STAKEHOLDER, write_details
from argumap.formats._one_line import keep_printable
from argumap.model import Bearing, Index, tell_chain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from argumap.formats import Export
    from argumap.formats._drawn import DetailForms
    from argumap.model import Argument, Attribution, Claim, Concept, Issue, Passage, Source, Stakeholder

# Neither a file system nor a link of Obsidian takes these in the name of a note.
_NO_NAME = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|#^\[\]%]')
_LONGEST_NAME = 60
_MARKS = re.compile(r"([\\`*_\[\]<>|~#^$%={}]|&(?=#?\w+;))")
_BLOCK_START = re.compile(r"^([+-]|\d+(?=[.)]))")
_TAG = re.compile(r"[^\w/-]+")
_DEEPEST = 20
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)


def write(export: Export) -> Mapping[str, str]:
    """The notes by their file names; the first is the one to begin with."""
    return {f"{name}.md": text for name, text in _NoteWriter(export).write()}


class _NoteWriter:
    def __init__(self, export: Export) -> None:
        self.map = export.map
        self.anchors = export.anchors
        self.index = Index(export.map)
        self.sources = {source.id: source for source in export.map.sources}
        self.taken: set[str] = set()
        self.home = self._name(export.map.title or "Argument map")
        self.names = {
            **{issue.id: self._name(issue.question) for issue in export.map.issues},
            **{claim.id: self._name(claim.label) for claim in export.map.claims},
            **{person.id: self._name(person.name) for person in export.map.stakeholders},
            **{concept.id: self._name(concept.label) for concept in export.map.concepts},
        }
        self.source_names = {source.id: self._name(source.title or source.id) for source in export.map.sources}

    def _name(self, words: str) -> str:
        """A name for a note that no other note has, on systems that know no capitals either."""
        plain = " ".join(_NO_NAME.sub(" ", keep_printable(words)).split()).strip(". ")
        if len(plain) > _LONGEST_NAME:
            cut = plain[:_LONGEST_NAME]
            plain = cut.rpartition(" ")[0] if " " in cut[_LONGEST_NAME // 2 :] else cut
        base = plain.rstrip(" .,;:–-") or "Note"
        base = f"{base} (note)" if base.casefold() in _RESERVED else base
        made, n = base, 2
        while made.casefold() in self.taken:
            made, n = f"{base} ({n})", n + 1
        self.taken.add(made.casefold())
        return made

    def write(self) -> Iterator[tuple[str, str]]:
        yield self.home, self._write_home()
        for issue in self.map.issues:
            yield self.names[issue.id], self._write_issue(issue)
        for claim in self.map.claims:
            yield self.names[claim.id], self._write_claim(claim)
        for person in self.map.stakeholders:
            yield self.names[person.id], self._write_person(person)
        for concept in self.map.concepts:
            yield self.names[concept.id], self._write_concept(concept)
        for source in self.map.sources:
            yield self.source_names[source.id], self._write_source(source)

    def _write_home(self) -> str:
        parts = (
            ("Questions", self._link_all(issue.id for issue in self.map.issues)),
            ("Claims", self._link_all(claim.id for claim in self.map.claims)),
            ("People", self._link_all(person.id for person in self.map.stakeholders)),
            ("Concepts", self._link_all(concept.id for concept in self.map.concepts)),
            ("Sources", [self._item(self._link_source(source.id)) for source in self.map.sources]),
        )
        return _write_note({"argumap": "map"}, self.map.title, parts)

    def _write_issue(self, issue: Issue) -> str:
        answers = self._link_all(claim.id for claim in self.index.answering[issue.id])
        head = {**_head("issue", issue.id, issue, OF_ISSUE)}
        return _write_note(head, issue.question, [("Answers", answers)], self._tell_places(issue.id, issue.at))

    def _write_claim(self, claim: Claim) -> str:
        parts = (
            ("For", self._tell_steps(self.index.supporting(claim.id))),
            ("Against", self._tell_steps(self.index.attacking(claim.id))),
            ("Who says what", [self._tell_voice(voice) for voice in self.index.voices[claim.id]]),
            ("Is a reason", list(self._tell_uses(claim))),
            ("Answers", self._link_all(claim.answers)),
            ("About", self._link_all(claim.about)),
            ("Contradicts", self._link_all(self.index.contradicting[claim.id])),
            ("Says in other words", self._link_all(claim.rephrases)),
            ("Touches", [f"- {c.effect}: {self._link(c.stakeholder)}" for c in claim.concerns]),
        )
        head = _head("claim", claim.id, claim, OF_CLAIM)
        return _write_note(head, claim.text, parts, self._tell_places(claim.id, claim.at))

    def _write_person(self, person: Stakeholder) -> str:
        spoken = [self._tell_speech(voice) for voice in self.index.speech[person.id]]
        parts = (("Says", spoken), ("Belongs to", self._link_all(person.affiliation)))
        return _write_note(_head("stakeholder", person.id, person, OF_STAKEHOLDER), person.name, parts)

    def _write_concept(self, concept: Concept) -> str:
        about = self._link_all(claim.id for claim in self.index.about[concept.id])
        parts = (("Claims", about), ("Broader", self._link_all(concept.broader)))
        return _write_note(_head("concept", concept.id, concept, OF_CONCEPT), concept.label, parts)

    def _write_source(self, source: Source) -> str:
        cited = [c.id for c in self.map.claims if any(place.source == source.id for place in c.at)]
        head = _head("source", source.id, source, OF_SOURCE)
        return _write_note(head, source.title or source.id, [("Claims", self._link_all(cited))])

    # Words of an item.

    def _link(self, record_id: str) -> str:
        return f"[[{self.names[record_id]}]]" if record_id in self.names else escape(record_id)

    def _link_source(self, source: str) -> str:
        return f"[[{self.source_names[source]}]]" if source in self.source_names else escape(source)

    def _item(self, words: str, depth: int = 0) -> str:
        return f"{'  ' * depth}- {words}"

    def _link_all(self, ids: Iterable[str]) -> list[str]:
        return [self._item(self._link(each)) for each in dict.fromkeys(ids)]

    def _tell_steps(self, steps: Sequence[Argument]) -> list[str]:
        """Steps with what denies them beneath, as deep as that is read."""
        items: list[str] = []
        open_ = [(step, 0) for step in reversed(steps)]
        while open_:
            step, depth = open_.pop()
            scheme = f" ({escape(step.scheme)})" if step.scheme else ""
            denied = "undercut by " if step.bearing is Bearing.UNDERCUTS else ""
            items.append(self._item(f"{denied}{self._tell_premises(step)}{scheme}", min(depth, _DEEPEST)))
            items += (
                self._item(self._tell_voice(voice).removeprefix("- "), min(depth, _DEEPEST) + 1)
                for voice in self.index.voices[step.id]
            )
            open_ += ((other, depth + 1) for other in reversed(self.index.undercutting(step.id)))
        return items

    def _tell_premises(self, step: Argument) -> str:
        return " with ".join(map(self._link, step.premises))

    def _tell_uses(self, claim: Claim) -> Iterator[str]:
        for step in self.index.with_premise[claim.id]:
            word = {Bearing.SUPPORTS: "for", Bearing.ATTACKS: "against"}.get(step.bearing, "to deny a step on")
            target = step
            for _ in range(_DEEPEST):
                if target.target not in self.index.arguments:
                    break
                target = self.index.arguments[target.target]
            yield self._item(f"{word} {self._link(target.target)}")

    def _tell_voice(self, voice: Attribution) -> str:
        through = f", {tell_chain([self._link(each) for each in voice.via])}" if voice.via else ""
        loosely = " loosely" if voice.loosely else ""
        date = f" ({voice.date})" if voice.date else ""
        return self._item(f"{self._link(voice.by)} {voice.act}{loosely} it{through}{date}")

    def _tell_speech(self, voice: Attribution) -> str:
        step = self.index.arguments.get(voice.of)
        of = self._link(voice.of) if step is None else f"the step from {self._tell_premises(step)}"
        return self._item(f"{voice.act} {of}")

    def _tell_places(self, record_id: str, places: Sequence[Passage]) -> list[str]:
        """The passages, quoted where the text is at hand, each with where it stands."""
        texts = {(a.get("source"), a.get("at")): str(a.get("text") or "") for a in self.anchors.get(record_id, ())}
        told: list[str] = []
        for place in places:
            words = texts.get((place.source, place.at), "") or (place.quote.exact if place.quote else "")
            where = ", ".join(filter(None, (self._link_source(place.source), place.at)))
            told += ["", *(f"> {escape(line)}" for line in words.splitlines() if line.strip()), f"> — {where}"]
        return told


def _head(kind: str, record_id: str, record: object, forms: DetailForms) -> dict[str, object]:
    return {"argumap": kind, "id": record_id, **write_details(record, forms)}


def _write_note(
    head: Mapping[str, object], words: str, parts: Iterable[tuple[str, Sequence[str]]], places: Sequence[str] = ()
) -> str:
    lines = ["---", *(_write_property(name, value) for name, value in head.items()), "---", escape(words), *places]
    for heading, items in parts:
        if items:
            lines += ["", f"## {heading}", *items]
    return "\n".join([*lines, ""])


def _write_property(name: str, value: object) -> str:
    """A property as YAML, of which JSON is a part; tags as Obsidian spells them."""
    if name == "tags" and isinstance(value, list):
        value = [tag for tag in (_TAG.sub("-", str(each)).strip("-/") for each in value) if tag]
    if isinstance(value, list):
        value = [keep_printable(str(each)) for each in value]
    return f"{name}: {json.dumps(keep_printable(value) if isinstance(value, str) else value, ensure_ascii=False)}"


def escape(text: str) -> str:
    """A text on one line that Obsidian shows as it is: no link, tag, formula or comment is in it."""
    marked = _MARKS.sub(r"\\\1", keep_printable(text))
    return _BLOCK_START.sub(lambda start: f"\\{start[1]}" if start[1] in "+-" else f"{start[1]}\\", marked)


PLUGIN = Format(
    "Obsidian notes",
    ("notes",),
    write=write,
    loses=("scores of steps", "warrants", "expectations", "status and strength"),
    family=Family.DRAWINGS,
    folder=True,
    tool="Obsidian, its notes",
)
