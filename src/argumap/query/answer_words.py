"""The words that answers share, whoever asks: what a node is called, who says what, and where it is said."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from argumap.model import ADDED_STEP, mention, quoted, speaks_as_many, tell_chain
from argumap.query.answer_records import get_node
from argumap.told_lines import line, padded, write_as_html, write_as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from argumap.model import Index
    from argumap.query.answer_records import AnswerNode, SourcePlace, Speaker, Stance
    from argumap.told_lines import Line, Part, Told

SIGNS = {"for": "+", "against": "−", "both": "±"}
STYLES = {"for": "green", "against": "red", "both": "yellow"}


class PassageWords(Protocol):
    """The words of a passage as they stand in the article, and what became of them since they were pinned."""

    @property
    def text(self) -> str: ...
    @property
    def state(self) -> object: ...
    @property
    def same_words(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Telling:
    """How an answer is told: of which maps it is, and with the words of passages where ``find_words`` has them."""

    index: Index
    find_words: Callable[[SourcePlace], PassageWords | None] | None = None

    def place(self, place: SourcePlace) -> str:
        """A passage as a person names it: its source is left out where its map has only one."""
        at = place.at or quoted(place.quote or "")
        name, _, source = place.source.rpartition("#")
        beside = [s for s in self.index.map.sources if s.id.rpartition("#")[0] == name]
        return at if len(beside) < 2 else f"{source}#{at}"

    def places(self, places: Iterable[SourcePlace]) -> str:
        return ", ".join(self.place(place) for place in places)

    def label(self, record_id: str) -> str:
        return get_node(self.index, record_id).label

    def quotes(self, places: Iterable[SourcePlace], indent: int) -> Iterator[Line]:
        """The words of the passages, one line each; what is no longer as it was pinned says so."""
        for place in places if self.find_words else ():
            passage = self.find_words(place) if self.find_words else None
            if passage:
                changed = "" if passage.same_words else f" ({passage.state} since it was pinned)"
                words = " ".join(passage.text.split())
                yield line((f"{self.place(place)}: ", "cyan"), (quoted(words), "italic"), changed, indent=indent)

    def stance(self, stance: Stance, *, who: bool = True) -> Line:
        """One stance: who, doing what, in whose voice, where."""
        parts: list[Part] = [(f"{call_speaker(stance.by)} ", "bold")] if who else []
        words = tell_voice(stance)
        if who and speaks_as_many(stance.by.name, stance.by.type):
            words = words.replace(stance.act, stance.act.removesuffix("s"), 1)
        parts.append(words)
        if stance.cue:
            parts.append((f"  ({quoted(stance.cue)})", "dim"))
        if stance.date:
            parts.append((f"  {stance.date}", "dim"))
        if stance.at:
            parts.append((f"  {self.places(stance.at)}", "cyan"))
        return line(*parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordedAnswer:
    """What a question is answered with: a record that words itself. ``index`` is of the maps that were asked."""

    index: Index = field(repr=False, compare=False)

    def lines(self, find_words: Callable[[SourcePlace], PassageWords | None] | None = None) -> Iterator[Told]:
        """The answer line by line, with the words of the passages that ``find_words`` has."""
        return self._tell(Telling(self.index, find_words))

    def _tell(self, telling: Telling) -> Iterator[Told]:
        raise NotImplementedError

    def text(self) -> str:
        """The answer in the words that the command line has for it."""
        return write_as_text(self.lines())

    def _repr_html_(self) -> str:
        return write_as_html(self.lines())


def name_node(node: AnswerNode) -> list[Part]:
    """A node's title, and its id so that the next question can name it; a step says what it leads to."""
    lost = [(f"  said: unreadable (line {n})", "red") for n in node.unreadable]
    if node.kind == "argument":
        return [f"T{node.label[1:]}", *lost]
    return [node.label, (f" [{node.id}]", "dim"), *lost]


def call_speaker(by: Speaker) -> str:
    """A speaker's name, with a word where nobody is named by it."""
    return by.name if by.type != "unspecified" else f"{by.name} (not named)" if by.name != by.id else by.id


def tell_voice(stance: Stance) -> str:
    """What is done and in whose voice: "argues, as the author reports"."""
    loosely = "loosely " if stance.loosely else ""
    if not stance.via:
        return f"{loosely}{stance.act}"
    many = speaks_as_many(stance.via[0].name, stance.via[0].type)
    return f"{loosely}{stance.act}, {tell_chain([mention(each.name) for each in stance.via], many=many)}"


_ENDINGS = re.compile(r"(?<=gree|take|port)s\b")


def in_number(words: str, by: Speaker) -> str:
    """What ``by`` does ("agrees", "takes no side"), in the plural where they are many."""
    return _ENDINGS.sub("", words) if speaks_as_many(by.name, by.type) else words


class _OpposingStep(Protocol):
    @property
    def argument(self) -> str: ...
    @property
    def bearing(self) -> str: ...
    @property
    def premises(self) -> tuple[AnswerNode, ...]: ...
    @property
    def target(self) -> AnswerNode: ...
    @property
    def inferred(self) -> bool: ...


def name_target(step: _OpposingStep) -> tuple[str, str]:
    """What a step is held against, and which steps of the two the map added, each told once."""
    note = f" ({ADDED_STEP})"
    label = quoted(step.target.label) if step.target.kind == "claim" else step.target.label
    if not step.inferred:
        return label, ""
    if label.endswith(note):
        return label.removesuffix(note), "both steps added by the map"
    return label, ADDED_STEP


def tell_opposing(telling: Telling, step: _OpposingStep, indent: int) -> Iterator[Line]:
    """What is held against what, where its premises are said, and their words."""
    premises = " and ".join(quoted(premise.label) for premise in step.premises)
    does = "against" if step.bearing == "attacks" else "undercutting"
    against, added = name_target(step)
    places = dict.fromkeys(place for premise in step.premises for place in premise.at)
    told: list[Part] = [f"{premises} {does} {against}"]
    if added:
        told.append((f" ({added})", "dim"))
    told += [(f" [{step.argument}]", "dim"), (f"  {telling.places(places)}", "cyan")]
    yield padded(line(*told), indent)
    yield from telling.quotes(places, indent + 2)
