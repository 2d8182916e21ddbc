"""An edited map goes back into the text that it came from: what nobody touched stays, and what is new is added.

The text is taken block by block, as empty lines divide it. A block that says what the map still says stays as it
is; where only words of a statement changed, they are put in place; any other block is written anew. What comes of
it is read again, and taken only if it says what the map says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats._argdown.document import RelationKind, Sort
from argumap.formats._argdown.escapes import escape, write_tag
from argumap.formats._argdown.map_facts import NamedFacts, name_by_words
from argumap.formats._argdown.parsing import parse
from argumap.formats._argdown.reading import ArgdownReader, name_inference, read_document
from argumap.formats._argdown.wordings import read_plain
from argumap.formats._argdown.writing import ArgdownWriter, ToldAlready
from argumap.model import Index

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.formats._argdown.document import ArgdownBlock, Ref, Wording
    from argumap.model import Argument, ArgumentMap

_TITLE = re.compile(r"^title:.*$", re.MULTILINE)
# In strict mode an attack is a contradiction.
_OPPOSING = (RelationKind.CONTRADICTION, RelationKind.ATTACK)
_MOST_ROUNDS = 20
_REFERRING = ("said", "about", "concerns", "at", "expect")


class EarlierSource:
    """A text of Argdown that a map came from, read once: its ``map``, and where everything in it stands.

    Raises `OtherTool` where it is none.
    """

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self.document = parse(text, name)
        self.reader = ArgdownReader(self.document, name)
        self.map = self.reader.read(()).map


class _Patch:
    def __init__(self, earlier: EarlierSource, record: ArgumentMap) -> None:
        self.text = earlier.text
        self.document = earlier.document
        self.reader = earlier.reader
        self.before = earlier.map
        self.index_before = Index(self.before)
        self.headings = [section.heading.at for section in self.document.sections]
        self.record = record
        self.told = ToldAlready()
        self.writer = ArgdownWriter(record, self.told)
        self.old = {str(claim.origin.id): claim for claim in self.before.claims if claim.origin}
        self.new = {
            str(claim.origin.id): claim
            for claim in reversed(record.claims)
            if claim.origin and self.writer.came_in(claim.origin)
        }
        self.facts_before = NamedFacts(self.before, {claim.id: origin for origin, claim in self.old.items()})
        self.facts_now = NamedFacts(record, {claim.id: origin for origin, claim in self.new.items()})
        self.steps_before = self._group(self.before)
        self.steps_now = self._group(record)
        self.pairs_now = self.facts_now.contradictions()
        self.asked = {
            n for n, section in enumerate(self.document.sections) if section.listed and self._is_asked(n)
        }

    def _is_asked(self, section: int) -> bool:
        heading = read_plain(self.document.sections[section].heading).text
        return any(issue.question == heading for issue in self.before.issues)

    def _group(self, record: ArgumentMap) -> dict[str, list[Argument]]:
        grouped: defaultdict[str, list[Argument]] = defaultdict(list)
        for step in record.arguments:
            if step.origin and step.origin.id and self.writer.came_in(step.origin):
                grouped[step.origin.id].append(step)
        return grouped

    # Which blocks stay

    def _origins(self, block: ArgdownBlock) -> list[tuple[Ref, str]]:
        """The claims that are written or named in a block."""
        refs = dict.fromkeys(ref for ref, _ in block.wordings)
        return [(ref, self.reader.origins[ref]) for ref in refs if ref in self.reader.origins]

    def _steps(self, block: ArgdownBlock) -> Iterator[tuple[str, bool]]:
        """The foreign ids of the steps that a block tells, and whether each has lines of its own."""
        for relation in block.relations:
            yield self.reader.tell(self.document.place(*relation)), False
        if block.argument:
            argument = self.document.arguments[block.argument]
            numbers = (n for n, line in enumerate(argument.lines, 1) if line.is_conclusion)
            yield from ((name_inference(argument, n), True) for n in numbers)

    def _stays(self, block: ArgdownBlock) -> bool:
        written = set(self._written(block))
        return all(
            self._says_claim(ref, origin, in_full=origin in written) for ref, origin in self._origins(block)
        ) and all(self._says_steps(*told) for told in self._steps(block))

    def _says_claim(self, ref: Ref, origin: str, *, in_full: bool) -> bool:
        now, old = self.new.get(origin), self.old[origin]
        if now is None or (in_full and self.facts_now.claim(now) != self.facts_before.claim(old)):
            return False
        main = self._element_main(ref)
        if now.text != old.text and main is None:
            return False
        return origin != str(ref) or self.writer.ref(now.id) == str(ref)

    def _element_main(self, ref: Ref) -> Wording | None:
        held = self.document.statements if ref.sort is Sort.STATEMENT else self.document.arguments
        return held[ref.title].main

    def _says_steps(self, origin: str, has_lines: bool) -> bool:
        before, now = self.steps_before.get(origin, []), self.steps_now.get(origin, [])
        if any(self.writer.has_lines(step) != has_lines for step in now):
            return False
        return self._tell(before, self.facts_before) == self._tell(now, self.facts_now) and (
            not has_lines
            or self._tell_hits(before, self.index_before, self.facts_before)
            == self._tell_hits(now, self.writer.index, self.facts_now)
        )

    def _tell(self, steps: list[Argument], facts: NamedFacts) -> list[str]:
        return sorted(repr(facts.step(step)) for step in steps)

    def _tell_hits(self, steps: list[Argument], index: Index, facts: NamedFacts) -> set[str]:
        return {repr(facts.step(hit)) for step in steps for hit in index.undercutting(step.id)}

    def _find_section(self, block: ArgdownBlock) -> int:
        return bisect_left(self.headings, block.start) - 1

    def _choose(self) -> list[ArgdownBlock]:
        """The blocks that stay; one with words that now need a title to be named by goes as well."""
        staying = [block for block in self.document.blocks if self._stays(block)]
        for _ in range(_MOST_ROUNDS):
            self._note_told(staying)
            named = self._find_named()
            kept = [
                block
                for block in staying
                if not any(origin in named for ref, origin in self._origins(block) if origin != str(ref))
            ]
            if len(kept) == len(staying):
                return kept
            staying = kept
        self._note_told([])
        return []

    def _note_told(self, staying: list[ArgdownBlock]) -> None:
        origins = self._find_told(staying)
        steps = (origin for block in staying for origin, _ in self._steps(block))
        told = self.told
        told.claims = {self.new[origin].id for origin in origins if origin in self.new}
        told.steps = {step.id for origin in steps for step in self.steps_now.get(origin, ())}
        told.issues = {issue.id for issue in self.record.issues if issue.origin and self._is_issue(issue.question)}
        told.listed = set(self._find_listed(staying))
        told.contradictions = set(self._find_pairs(staying))

    def _find_told(self, staying: list[ArgdownBlock]) -> set[str]:
        """The claims, by foreign id, of which all that is written stays."""
        stays = {id(block) for block in staying}
        going = (block for block in self.document.blocks if id(block) not in stays)
        gone = {origin for block in going for origin in self._written(block)}
        return {origin for block in staying for _, origin in self._origins(block)} - gone

    def _find_pairs(self, staying: list[ArgdownBlock]) -> Iterator[tuple[str, str]]:
        """The claims between which something is told, in both directions."""
        ids = {ref: self.new[origin].id for ref, origin in self.reader.origins.items() if origin in self.new}
        for block in staying:
            for kind, source, target in block.relations:
                if kind in _OPPOSING and source in ids and target in ids:
                    yield from ((ids[source], ids[target]), (ids[target], ids[source]))

    def _is_issue(self, question: str) -> bool:
        return any(issue.question == question for issue in self.before.issues)

    def _find_listed(self, staying: list[ArgdownBlock]) -> Iterator[tuple[str, str]]:
        issues = {issue.question: issue.id for issue in self.record.issues}
        for block in staying:
            for ref, wording in block.wordings[:1]:
                section = self.document.sections[wording.section] if wording.section >= 0 else None
                origin = self.reader.origins.get(ref, "")
                if section and origin in self.new and ref.sort is Sort.STATEMENT and ref.title in section.listed:
                    issue = issues.get(read_plain(section.heading).text)
                    yield from [(self.new[origin].id, issue)] if issue else ()

    def _written(self, block: ArgdownBlock) -> list[str]:
        refs = dict.fromkeys(ref for ref, w in block.wordings if not w.is_reference or w.data or w.ranges)
        return [self.reader.origins[ref] for ref in refs if ref in self.reader.origins]

    def _find_named(self) -> set[str]:
        """The claims, by foreign id, that what is to be written names."""
        origins = {claim.id: origin for origin, claim in self.new.items()}
        steps = [step for step in self.record.arguments if step.id not in self.told.steps]
        named = {i for step in steps for i in (*step.premises, step.target)}
        for claim in self.record.claims:
            for other in claim.contradicts:
                if (claim.id, other) not in self.told.contradictions:
                    named |= {claim.id, other}
        return {origins[i] for i in named if i in origins and i in self.told.claims}

    # The text

    def write(self) -> str:
        kept = self._choose()
        stays = {id(block) for block in kept}
        pieces: list[tuple[int, int, str]] = []
        for block in self.document.blocks:
            if id(block) in stays:
                pieces += self._edits(block)
            elif block.wordings:
                pieces.append((block.start, block.end, self._rewrite(block)))
        place = self._find_place()
        rest = "\n".join(self.writer.rest())
        if rest:
            pieces.append((place, place, f"\n\n{rest}" if place == len(self.text) else f"{rest}\n"))
        pieces += self._front("\n".join(words for _, _, words in pieces))
        return _splice(self.text, pieces)

    def _edits(self, block: ArgdownBlock) -> Iterator[tuple[int, int, str]]:
        for ref, wording in block.wordings:
            origin = self.reader.origins.get(ref, "")
            if origin in self.new and wording is self._element_main(ref):
                words = self.new[origin].text
                if words != self.old[origin].text:
                    old = self.text[wording.start : wording.end]
                    tags = "".join(f" {write_tag(tag)}" for tag in wording.tags)
                    blank = old[len(old.rstrip(" \t")) :]
                    yield wording.start, wording.end, f"{escape(words)}{tags}{blank}"

    def _rewrite(self, block: ArgdownBlock) -> str:
        """What is left of the claims of a block, where they may stand; the rest is written elsewhere."""
        section = self._find_section(block)
        listed = self.document.sections[section].listed if section in self.asked else None
        lines: list[str] = []
        written = set(self._written(block))
        for ref, origin in self._origins(block):
            may = listed is None or (ref.sort is Sort.STATEMENT and ref.title in listed)
            if may and origin in self.new and origin in written:
                claim = self.new[origin]
                if listed is not None:
                    self.told.listed |= {(claim.id, issue) for issue in claim.answers}
                lines += self.writer.write_claim(claim)
        return "\n".join(lines).strip("\n")

    def _find_place(self) -> int:
        """Where new things stand under no heading that would say something of them."""
        titles = {self.before.title}
        for section in self.document.sections:
            if read_plain(section.heading).text not in titles:
                return section.heading.at
        return len(self.text)

    def _front(self, written: str) -> Iterator[tuple[int, int, str]]:
        """What is to be added to the front matter, for itself or for what was ``written`` refers to it."""
        front, before = [*self.writer.front()], [*ArgdownWriter(self.before).front()]
        refers = "argumap" not in self.document.front and any(f"{key}: " in written for key in _REFERRING)
        added = _find_ours(front) if refers or _find_ours(front) != _find_ours(before) else []
        retitled = self.record.title != self.before.title
        end = self.document.front_end
        if not end and (added or retitled):
            yield 0, 0, "\n".join([*front, ""])
            return
        closing = self.text.rindex("\n", 0, end) + 1 if end else 0
        title = _TITLE.search(self.text, 0, closing)
        if retitled and title:
            yield title.start(), title.end(), front[1]
        elif retitled:
            added.append(front[1])
        yield closing, closing, "".join(f"{line}\n" for line in added)


def _find_ours(front: list[str]) -> list[str]:
    """The lines of front matter that only argumap reads."""
    return front[front.index("argumap:") : -2] if "argumap:" in front else []


def _splice(text: str, pieces: list[tuple[int, int, str]]) -> str:
    written, at = [], 0
    for start, end, words in sorted(pieces, key=lambda piece: piece[:2]):
        written += [text[at:start], words]
        at = max(at, end)
    return "".join([*written, text[at:]])


def give_back(earlier: EarlierSource, record: ArgumentMap) -> str:
    """An earlier text as far as the map still says it, with what else it says; "" where that cannot be."""
    try:
        written = _Patch(earlier, record).write()
        back = read_document(parse(written, earlier.name), earlier.name, ()).map
    except OtherTool:
        return ""
    facts = NamedFacts(back, name_by_words(back)).all()
    return written if facts == NamedFacts(record, name_by_words(record)).all() else ""
