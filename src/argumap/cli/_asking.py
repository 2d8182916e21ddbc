"""What the commands that ask share: the maps asked, the words of passages, and answers told to a person."""

from __future__ import annotations

from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol

import click

from argumap.cli._console import print_json, say, show
from argumap.cli._options import json_option, map_option, source_option
from argumap.told_lines import line
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from argumap.model import Index, UnreadableSpeech
    from argumap.project import AskedMaps
    from argumap.query import PassageWords, SourcePlace
    from argumap.told_lines import Line, Told

    _FindWords = Callable[[SourcePlace], PassageWords | None]

P = ParamSpec("P")
_FEW = 5


class _Worded(Protocol):
    """An answer that words itself."""

    def lines(self, find_words: _FindWords | None = None) -> Iterable[Told]: ...


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
        self,
        found: _Worded,
        data: object = None,
        *,
        told: Callable[[_FindWords | None], Iterable[Told]] | None = None,
        of_speech: bool = False,
    ) -> None:
        """Print an answer as it words itself, or as JSON: its ``data``, if that is not all of it.

        ``told`` words it in another way than is its own. ``of_speech`` is an answer that rests on all that is said
        in the maps.
        """
        data = found if data is None else data
        warnings = self._tell_namesakes(data)
        if self.as_json:
            print_json(self.maps.write_answer(data, words=self.quoted))
            show(*warnings, stderr=True)
        else:
            show(*warnings, *(told or found.lines)(self.maps.passage if self.quoted else None))
        if self.index.map.unreadable:
            self.close(None if of_speech else self.maps.write_answer(data))

    def _tell_namesakes(self, data: object) -> list[Line]:
        """A line for everybody in the answer who may be several people, whom the maps give one id."""
        namesakes = self.maps.namesakes
        touched = _find_texts(self.maps.write_answer(data)) if namesakes else set()
        return [_namesake_line(each, namesakes[each]) for each in namesakes if each in touched]

    def close(self, answer: object = None) -> None:
        """Exit with 1 where the answer touches something whose speakers cannot be read, and say so on stderr.

        Without an answer it touches all that is said.
        """
        touched = _find_texts(answer)
        lost = [each for each in self.index.map.unreadable if answer is None or each.of in touched]
        for words, ids in _by_words(lost).items():
            more = f" and {len(ids) - _FEW} more" if len(ids) > _FEW else ""
            say(f"{words}: {', '.join(ids[:_FEW])}{more}; see argumap check", stderr=True)
        if lost:
            raise click.exceptions.Exit(1)


def _namesake_line(record_id: str, people: Sequence[tuple[str, str]]) -> Line:
    count = "two people" if len(people) == 2 else f"{len(people)} people"
    names = joined([f"{name} in {map_name}" for map_name, name in people])
    return line(
        (f"{record_id} may be {count}: ", "bold"),
        f"{names}. Ask one map at a time with -m; if they are one, give them the same `same_as:`.",
    )


def _by_words(lost: Iterable[UnreadableSpeech]) -> Mapping[str, Sequence[str]]:
    """What cannot be read by where that is: one author may be that of many claims."""
    ids: dict[str, list[str]] = {}
    for each in lost:
        ids.setdefault(each.words, []).append(each.of)
    return ids


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
