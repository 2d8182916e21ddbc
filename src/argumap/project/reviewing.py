"""A review: the operations of authoring by their words, one after the other, the map read anew after each."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING

from argumap import authoring
from argumap.errors import CallError, CannotRead, NotFound
from argumap.files import read_bytes, write_whole
from argumap.model import WHOLE_MAP, Act
from argumap.project.answer_choice import find_answer_choice
from argumap.project.kept_texts import FOLDER
from argumap.project.opening import load
from argumap.project.review_state import build_review_state, show_item
from argumap.query import get_id
from argumap.suggestions import suggest
from argumap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from argumap.model import Index, UnseenItem
    from argumap.project.answer_choice import AnswerChoice
    from argumap.project.map import Map
    from argumap.project.review_state import ReviewItem, ReviewState

_ITEMS = ("claim", "argument", "issue", "stakeholder", "concept")
_ACCEPTED = ("map", "source", *_ITEMS)
_CLAIM = ("claim",)
_NOBODY = "nobody"
_NAME_LIMIT = 1000
_STEPS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class ReviewVerb:
    """A word of the review: what it does, ``kinds`` of what it is done to (none for a whole map), and the rest.

    ``takes`` names what follows; what may be left out stands in brackets.
    """

    does: str
    run: Callable[..., str]
    kinds: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()

    @property
    def least(self) -> int:
        """How many words must follow what it is done to."""
        return sum(not name.startswith("[") for name in self.takes)

    @property
    def most(self) -> float:
        """How many may; infinitely many where the last is so marked."""
        return inf if self.takes and self.takes[-1].endswith("...]") else len(self.takes)


def _set_speaker(opened: Map, record_id: str, who: str, act: str = "asserts") -> str:
    return authoring.set_speaker(opened, record_id, *_find_speech(opened, who, act))


def _add_speaker(opened: Map, record_id: str, who: str, act: str = "asserts") -> str:
    return authoring.add_speaker(opened, record_id, *_find_speech(opened, who, act))


def _find_speech(opened: Map, who: str, act: str) -> tuple[str, str]:
    if act not in set(Act):
        raise CallError(f"{act!r} is no act; there is {joined([*Act])}")
    return get_id(opened.index, who, "stakeholder", whole=True), act


def _tie(opened: Map, claim: str, bearing: str, target: str) -> str:
    if bearing == "undercuts":
        return authoring.tie(opened, claim, bearing, _find_undercut(opened.index, target))
    kinds = ("issue",) if bearing == "answers" else _CLAIM
    return authoring.tie(opened, claim, bearing, get_id(opened.index, target, *kinds, whole=True))


def _find_undercut(index: Index, target: str) -> str:
    """The argument that is called so; of a claim that is, the message names the arguments to it and from it."""
    try:
        return get_id(index, target, "argument", whole=True)
    except NotFound as unknown:
        try:
            claim = get_id(index, target, "claim", whole=True)
        except NotFound:
            raise unknown from None
    steps = [*dict.fromkeys(step.id for step in (*index.on[claim], *index.with_premise[claim]))]
    if not steps:
        raise NotFound(
            f"{target!r} is a claim, and only an argument is undercut; none ends at it or starts from it"
        )
    shown = [*steps[:_STEPS_SHOWN], *([f"{len(steps) - _STEPS_SHOWN} more"] if len(steps) > _STEPS_SHOWN else [])]
    raise NotFound(
        f"{target!r} is a claim, and only an argument is undercut; to it or from it there is {joined(shown)}"
    )


def _untie(opened: Map, claim: str, target: str) -> str:
    return authoring.untie(opened, claim, get_id(opened.index, target, "claim", "argument", "issue", whole=True))


def _merge(opened: Map, other: str, kept: str) -> str:
    return authoring.merge(opened, get_id(opened.index, kept, "claim", "stakeholder", whole=True), other)


def _ask(opened: Map, question: str, *answers: str) -> str:
    return authoring.add_issue(opened, question, [get_id(opened.index, a, "claim", whole=True) for a in answers])


def _add(opened: Map, text: str, at: str = "", who: str = "") -> str:
    alone = who == _NOBODY and _NOBODY not in opened.index.stakeholders
    by = get_id(opened.index, who, "stakeholder", whole=True) if who and not alone else ""
    places = at.split(",") if at else []
    told = authoring.add_claim(opened, text, at=places, by=None if alone else by)
    return told if who else told + _tell_author(opened, places, told.split()[-1])


def _tell_author(opened: Map, places: Sequence[str], claim: str) -> str:
    """Who is taken to say a claim that has passages and nobody named: the authors of its sources."""
    sources = opened.record.sources
    cited = {place.rpartition("#")[0] or sources[0].id for place in places if sources}
    authors = dict.fromkeys(source.author for source in sources if source.id in cited and source.author)
    if not authors:
        return ""
    verb = "is" if len(authors) == 1 else "are"
    instead = f"otherwise: who {claim} PERSON [ACT]; nobody does: name nobody when adding"
    return f"; as nobody is named, {joined([*authors])} {verb} taken to say it ({instead})"


VERBS: Mapping[str, ReviewVerb] = {
    "accept": ReviewVerb("it is right: take the mark off, with who says it", authoring.accept, _ACCEPTED),
    "change": ReviewVerb("put it in other words", authoring.reword, ("claim", *_ITEMS[2:]), ("TEXT",)),
    "title": ReviewVerb("give a claim a title for its card", authoring.retitle, _CLAIM, ("TITLE",)),
    "who": ReviewVerb(
        f"say who alone says it; ACT is one of {joined([*Act])}",
        _set_speaker,
        ("claim", "argument"),
        ("PERSON", "[ACT]"),
    ),
    "also": ReviewVerb(
        "say who says it beside the others", _add_speaker, ("claim", "argument"), ("PERSON", "[ACT]")
    ),
    "tie": ReviewVerb(
        "have it support, attack or undercut, or answer",
        _tie,
        _CLAIM,
        ("supports|attacks|undercuts|answers", "TARGET"),
    ),
    "untie": ReviewVerb("undo such a tie", _untie, _CLAIM, ("TARGET",)),
    "drop": ReviewVerb("take it out, with its steps", authoring.drop, _ITEMS),
    "aside": ReviewVerb("take it out, and let its source skip the sentence", authoring.set_aside, _CLAIM),
    "merge": ReviewVerb("make it part of another", _merge, ("claim", "stakeholder"), ("INTO",)),
    "split": ReviewVerb("make two claims of it", authoring.split, _CLAIM, ("TEXT", "TEXT")),
    "add": ReviewVerb("add a claim", _add, (), ("TEXT", "[LOCATORS]", "[PERSON|nobody]")),
    "ask": ReviewVerb("add a question, with the claims that answer it", _ask, (), ("QUESTION", "[ANSWER...]")),
    "person": ReviewVerb("add somebody who speaks", authoring.add_person, (), ("NAME", "[TYPE]")),
    "rule": ReviewVerb("accept all that a rule proposed", authoring.accept_rule, (), ("RULE",)),
    "rule-aside": ReviewVerb("set aside all claims that a rule proposed", authoring.set_rule_aside, (), ("RULE",)),
    "undo": ReviewVerb("take the last change back", authoring.undo),
}


class Review:
    """A map under review. Each command is one change, written at once; the map is read anew after it."""

    def __init__(self, path: str, sources: Mapping[str, Path] | None = None) -> None:
        self._path, self._sources = path, sources
        self.opened = load(path, sources).sound()

    @cached_property
    def state(self) -> ReviewState:
        """What is left to review."""
        return build_review_state(self.opened)

    @property
    def answer_choice(self) -> AnswerChoice | None:
        """The question and the answers that are to be chosen first; None where they are."""
        return find_answer_choice(self.opened.index)

    def show(self, item: UnseenItem) -> ReviewItem:
        """An unseen item with all that is needed to judge it."""
        return show_item(self.opened, item, self.state.borrowed)

    def do(self, words: Sequence[str], current: str = "") -> str:
        """Carry out one command, on what it names or else on the item called ``current``, and tell what was done.

        What is named is named whole, by id, title or name: a beginning might mean something else than was meant.
        Raises `CallError` for words that are no command, `NotFound` for what is not there, and as the operations
        of `argumap.authoring` do.
        """
        verb, *given = words
        known = VERBS.get(verb)
        if known is None:
            hint = suggest(verb, VERBS, " did you mean {}?", otherwise=f" there is {joined([*VERBS])}")
            raise CallError(f"{verb!r} is nothing that a review can do;{hint}")
        if known.kinds:
            given = self._with_subject(known, given, current)
        least = known.least + bool(known.kinds)
        if not least <= len(given) <= known.most + bool(known.kinds):
            usage = " ".join([verb, *(["ID"] if known.kinds else []), *known.takes])
            raise CallError(f"write it so: {usage}; words with blanks in quotes")
        told = known.run(self.opened, *given)
        self.opened = load(self._path, self._sources)
        self.__dict__.pop("state", None)
        return told

    def _with_subject(self, verb: ReviewVerb, given: list[str], current: str) -> list[str]:
        """The words behind a verb with the id of what it is done to before them."""
        index = self.opened.index
        named = bool(given) and len(given) > verb.least
        if current and not (named and _find_item(index, given[0], verb.kinds)):
            return [_get_item(index, current, verb.kinds), *given]
        return [_get_item(index, given[0], verb.kinds), *given[1:]] if given else []

    def find_start(self) -> UnseenItem | None:
        """The unseen item where the review was left, else the first."""
        left = self._left_at()
        items = self.state.unseen
        return next((item for item in items if item.name == left), items[0] if items else None)

    def find_next(self, item: UnseenItem, before: Sequence[UnseenItem], *, stay: bool = True) -> UnseenItem | None:
        """The item to look at after one of those that were unseen ``before``: itself while it is, or the next.

        Without ``stay`` it is passed over; behind the last comes the first.
        """
        left = {unseen.name: unseen for unseen in self.state.unseen}
        place = [known.name for known in before].index(item.name)
        behind = [known.name for known in (*before[place + 1 :], *before[: place + 1])]
        order = [item.name, *behind] if stay else behind
        return next((left[known] for known in order if known in left), None)

    def leave(self, item: UnseenItem) -> None:
        """Remember where the review was left, beside the map where git does not look."""
        write_whole(self._place, f"{item.name}\n")
        write_whole(self._place.parent / ".gitignore", "*\n")

    def _left_at(self) -> str:
        try:
            return read_bytes(self._place, _NAME_LIMIT).decode("utf-8", "replace").strip()
        except CannotRead:
            return ""

    @property
    def _place(self) -> Path:
        return self.opened.folder / FOLDER / f"review.{self.opened.name}.txt"


def _get_item(index: Index, name: str, kinds: Sequence[str]) -> str:
    """What `UnseenItem` calls the one thing of ``kinds`` with a name; raises `NotFound` where there is none."""
    if found := _find_item(index, name, kinds):
        return found
    return get_id(index, name, *(kind for kind in kinds if kind not in {"map", "source"}), whole=True)


def _find_item(index: Index, name: str, kinds: Sequence[str]) -> str:
    """The name of an item by its id; "" where nothing of ``kinds`` has it.

    ``map`` is the map as a whole and a bare id a source's, where no record has the name.
    """
    if (kind := index.kind(name)) is not None:
        return name if kind in kinds else ""
    if "map" in kinds and name in {WHOLE_MAP, "map"}:
        return WHOLE_MAP
    source = name.removeprefix("source:")
    return f"source:{source}" if "source" in kinds and source in index.sources else ""


def parse_commands(script: str) -> Iterator[list[str]]:
    """The commands of a script, one a line or divided by semicolons; ``#`` begins a comment.

    Raises `CallError` for a quote that is not closed on its line.
    """
    for row in script.splitlines():
        lexer = shlex.shlex(row, posix=True, punctuation_chars=";")
        lexer.whitespace_split = True
        words: list[str] = []
        try:
            for word in lexer:
                if set(word) != {";"}:
                    words.append(word)
                elif words:
                    yield words
                    words = []
        except ValueError as error:
            raise CallError(f"a quote is not closed: {row.strip()}") from error
        if words:
            yield words
