"""What the commands that ask share: the maps asked, the words of passages, and answers told to a person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import click

from argumap.cli._console import Line, Part, line, padded, print_json, say, show
from argumap.cli._options import json_option, map_option, source_option
from argumap.model import ADDED_STEP, StakeholderType, mention, quoted
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from rich.console import RenderableType

    from argumap.model import Index
    from argumap.project import AskedMaps
    from argumap.query import AnswerNode, Objection, OpposingArgument, Other, SourcePlace, Speaker, Stance

T = TypeVar("T")
P = ParamSpec("P")

SIGNS = {"for": "+", "against": "−", "both": "±"}
_MANY = frozenset({StakeholderType.GROUP, StakeholderType.UNSPECIFIED})
STYLES = {"for": "green", "against": "red", "both": "yellow"}


def asking(function: Callable[Concatenate[Asked, P], None]) -> Callable[..., None]:
    """A command over maps: its options say which, whether passages are quoted, and how the answer is printed."""

    @map_option
    @source_option
    @click.option(
        "--quote", "quoted", is_flag=True, help="Print the words of each passage; the article must be at hand."
    )
    @json_option
    @wraps(function)
    def command(
        map_paths: tuple[str, ...],
        sources: Mapping[str, Path],
        quoted: bool,
        as_json: bool,
        *arguments: P.args,
        **options: P.kwargs,
    ) -> None:
        function(ask(map_paths, sources, quoted=quoted, as_json=as_json), *arguments, **options)

    return command


@dataclass(frozen=True)
class Asked:
    """The maps that a question goes to, and how its answer is to be told."""

    maps: AskedMaps
    quoted: bool = False
    as_json: bool = False

    @property
    def index(self) -> Index:
        return self.maps.index

    def answer(
        self, found: T, told: Callable[[Asked, T], Iterable[RenderableType]], *, of_speech: bool = False
    ) -> None:
        """Print ``found`` as JSON, or as ``told`` words it for a person.

        ``of_speech`` is an answer that rests on all that is said in the maps.
        """
        if self.as_json:
            print_json(self.maps.write_answer(found, words=self.quoted))
        else:
            show(*told(self, found))
        if self.index.map.unreadable:
            self.close(None if of_speech else self.maps.write_answer(found))

    def close(self, answer: object = None) -> None:
        """Exit with 1 where the answer touches something whose speakers cannot be read, and say so on stderr.

        Without an answer it touches all that is said.
        """
        touched = _find_texts(answer)
        lost = [each for each in self.index.map.unreadable if answer is None or each.of in touched]
        for each in lost:
            say(f"{each.words}: {each.of}; see argumap check", stderr=True)
        if lost:
            raise click.exceptions.Exit(1)

    def place(self, place: SourcePlace) -> str:
        """A passage as a person names it: its source is left out where its map has only one."""
        at = place.at or quoted(place.quote or "")
        name, _, source = place.source.rpartition("#")
        beside = [s for s in self.index.map.sources if s.id.rpartition("#")[0] == name]
        return at if len(beside) < 2 else f"{source}#{at}"

    def places(self, places: Iterable[SourcePlace]) -> str:
        return ", ".join(self.place(place) for place in places)

    def label(self, record_id: str) -> str:
        from argumap.query import get_node

        return get_node(self.index, record_id).label


def _find_texts(answer: object) -> set[str]:
    """All texts in an answer that is plain data."""
    found: set[str] = set()
    stack = [answer]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            found.add(item)
        elif isinstance(item, list):
            stack += item
        elif isinstance(item, dict):
            stack += item.values()
    return found


def ask(
    map_paths: Sequence[str],
    sources: Mapping[str, Path] | None = None,
    *,
    quoted: bool = False,
    as_json: bool = False,
) -> Asked:
    """Open the maps. Their problems are counted on stderr and do not stand in the way."""
    from argumap.project import ask_maps

    asked = ask_maps(map_paths, sources)
    say_problems({name: len(opened.problems) for name, opened in asked.maps.items()})
    for why in asked.unquotable if quoted else ():
        say(why, stderr=True)
    return Asked(asked, quoted, as_json)


def say_problems(counts: Mapping[str, int]) -> None:
    """Count on stderr what is wrong with the maps asked, by their names; it does not stand in the way."""
    for name, count in counts.items():
        if count:
            say(f"{name} has {counted(count, 'problem')}; see argumap check {name}", stderr=True)


def named(node: AnswerNode) -> list[Part]:
    """A node's title, and its id so that the next question can name it; a step says what it leads to."""
    lost = [(f"  said: unreadable (line {n})", "red") for n in node.unreadable]
    if node.kind == "argument":
        return [f"T{node.label[1:]}", *lost]
    return [node.label, (f" [{node.id}]", "dim"), *lost]


def speaker(by: Speaker) -> str:
    return by.name if by.type != "unspecified" else f"{by.name} (not named)" if by.name != by.id else by.id


def voice(stance: Stance) -> str:
    """What is done and in whose voice: "argues, as the author reports"."""
    loosely = "loosely " if stance.loosely else ""
    if not stance.via:
        return f"{loosely}{stance.act}"
    reports = "report" if speaks_as_many(stance.via[0].name, stance.via[0].type) else "reports"
    reporters = [mention(reporter.name) for reporter in stance.via]
    first = f"{loosely}{stance.act}, as {reporters[0]} {reports}"
    return first + "".join(f", who has it from {name}" for name in reporters[1:])


def stance_line(asked: Asked, stance: Stance, *, who: bool = True) -> Line:
    parts: list[Part] = [(f"{speaker(stance.by)} ", "bold")] if who else []
    words = voice(stance)
    if who and speaks_as_many(stance.by.name, stance.by.type):
        words = words.replace(stance.act, stance.act.removesuffix("s"), 1)
    parts.append(words)
    if stance.cue:
        parts.append((f"  ({quoted(stance.cue)})", "dim"))
    if stance.date:
        parts.append((f"  {stance.date}", "dim"))
    if stance.at:
        parts.append((f"  {asked.places(stance.at)}", "cyan"))
    return line(*parts)


def quotes(asked: Asked, places: Iterable[SourcePlace], indent: int) -> list[Line]:
    """The words of the passages, one line each; what is no longer as it was pinned says so."""
    told = []
    for place in places if asked.quoted else ():
        passage = asked.maps.passage(place)
        if passage:
            changed = "" if passage.same_words else f" ({passage.state} since it was pinned)"
            words = " ".join(passage.text.split())
            told.append(
                padded(line((f"{asked.place(place)}: ", "cyan"), (quoted(words), "italic"), changed), indent)
            )
    return told


_VERDICTS = {
    "agrees": "agrees",
    "disagrees": "disagrees",
    "mixed": "agrees in part and disagrees in part",
    "open": "takes no side",
    "uncompared": "",
    "reports": "only reports it",
}


_ENDINGS = re.compile(r"(?<=gree|take|port)s\b")


def speaks_as_many(name: str, type_: StakeholderType) -> bool:
    """Whether a verb behind the name of a group stands in the plural: drivers argue, the guild argues."""
    head = name.split(" of ")[0].split(" who ")[0].split(" that ")[0].rstrip()
    return type_ in _MANY and head.endswith("s") and not head.endswith(("ss", "us", "is"))


def other_line(asked: Asked, other: Other) -> Line:
    verdict = _VERDICTS[other.verdict]
    if speaks_as_many(other.by.name, other.by.type):
        verdict = _ENDINGS.sub("", verdict)
    parts: list[Part] = [(f"{speaker(other.by)} ", "bold"), verdict]
    if other.stances:
        parts.append(f"{': ' if verdict else ''}{'; '.join(voice(stance) for stance in other.stances)}")
        at = list(dict.fromkeys(place for stance in other.stances for place in stance.at))
        parts.append((f"  {asked.places(at)}", "cyan"))
    return line(*parts)


def objection_line(asked: Asked, objection: Objection | OpposingArgument) -> tuple[Line, Iterable[SourcePlace]]:
    """What is held against what, and where its premises are said."""
    premises = " and ".join(quoted(premise.label) for premise in objection.premises)
    does = "against" if objection.bearing == "attacks" else "undercutting"
    target = objection.target
    against = quoted(target.label) if target.kind == "claim" else target.label
    places = dict.fromkeys(place for premise in objection.premises for place in premise.at)
    told: list[tuple[str, str] | str] = [f"{premises} {does} {against}"]
    if objection.inferred:
        told.append((f" ({ADDED_STEP})", "dim"))
    told += [(f" [{objection.argument}]", "dim"), (f"  {asked.places(places)}", "cyan")]
    return line(*told), places
