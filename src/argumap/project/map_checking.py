"""All checks of a map in one walk: its file, its texts, its anchors, its logic and what it expects of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.authoring import AnchorPaths
from argumap.errors import Problem, Severity
from argumap.project.accepted_problems import mark_accepted
from argumap.project.next_calls import tell_call

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argumap.anchoring import AnchorState, TiedPassages
    from argumap.mapfile import ValuePath
    from argumap.project.open_map_protocol import OpenedMap
    from argumap.text import Language

# So many claims tell what language a map is written in.
_FEW_CLAIMS = 200


def find_problems(opened: OpenedMap) -> Iterator[Problem]:
    """Every problem of the map, those that its author accepts with the reason.

    Where an article is another document it is without the hints, which would bury that.
    """
    strangers = list(find_strangers(opened))
    yield from strangers
    found = mark_accepted(opened, _find_others(opened))
    yield from (p for p in found if p.severity is not Severity.HINT) if strangers else found


def _find_others(opened: OpenedMap) -> Iterator[Problem]:
    """Where the map's file has errors the logic is left alone: half a map proves nothing."""
    yield from opened.problems
    for source, article in opened.articles.items():
        for warning in article.warnings:
            unit = article.unit_near(warning.line)
            yield replace(warning, at=f"{source}#{unit.locator}" if unit else source)
    yield from _check_locks(opened)
    yield from _check_texts(opened)
    if not any(problem.severity is Severity.ERROR for problem in opened.problems):
        yield from _check_logic(opened)


def _check_locks(opened: OpenedMap) -> Iterator[Problem]:
    """What the lock tells by itself of the sources whose article is not at hand: that a locator names no unit."""
    if opened.lock is None or all(source.id in opened.articles for source in opened.record.sources):
        return
    from argumap.anchoring import find_unknown

    absent = [source.id for source in opened.record.sources if source.id not in opened.articles]
    yield from _judge_states(opened, find_unknown(opened.record, opened.lock, absent))


def find_text_errors(opened: OpenedMap) -> list[Problem]:
    """What keeps the map's passages from being proved by the articles at hand; nothing where none is."""
    found = [*find_strangers(opened), *_check_texts(opened)]
    return [problem for problem in found if problem.severity is Severity.ERROR]


def _check_texts(opened: OpenedMap) -> Iterator[Problem]:
    if not opened.articles:
        return
    from argumap.anchoring import check_own_words, check_quotes

    for source in opened.articles:
        if opened.lock is None or source not in opened.lock.sources:
            message = (
                f"{source} is not locked, so a later change of its text would pass unseen; "
                f"`{tell_call('source add', opened)}`"
            )
            yield Problem("AM219", message, *_place(opened, ("sources", source)), Severity.HINT, source)
    fitting = {
        record_id: article
        for record_id, article in opened.articles.items()
        if not opened.source_checks[record_id].different
    }
    yield from _judge_states(opened, [state for state in opened.anchor_states if state.source in fitting])
    yield from check_quotes(opened.reading.map, fitting, lambda node, _passage: _defined(opened, node))
    yield from check_own_words(opened.record, fitting, lambda node: _defined(opened, node))


def _judge_states(opened: OpenedMap, states: Iterable[AnchorState]) -> Iterator[Problem]:
    from argumap.anchoring import check_states

    paths = AnchorPaths(opened.record)
    yield from check_states(
        states,
        lambda state: _place(opened, _written(opened, paths, state), state.at),
        tell_call("anchor relocate", opened),
        tell_call("source show", opened),
    )


def find_strangers(opened: OpenedMap) -> Iterator[Problem]:
    """A problem for every article at hand that is another document than the one that was locked."""
    for source, check in opened.source_checks.items():
        if check.different:
            given = opened.source_files[source]
            message = f"{given} is a different document than the one that was locked; give the right file"
            yield Problem("AM218", message, *_place(opened, ("sources", source)))


def _check_logic(opened: OpenedMap) -> Iterator[Problem]:
    from argumap.checks import CHECKS, Subject

    tied = _tied_passages(opened)
    subject = Subject(
        map=opened.record,
        index=opened.index,
        location=opened.reading.locations.nearest,
        evaluation=opened.evaluate(),
        tied=tied.find if tied else None,
        language=_language(opened) if tied else None,
    )
    for check in CHECKS.values():
        yield from check(subject)


def _tied_passages(opened: OpenedMap) -> TiedPassages | None:
    if not opened.articles:
        return None
    from argumap.anchoring import TiedPassages

    fitting = {
        source: text for source, text in opened.articles.items() if not opened.source_checks[source].different
    }
    return TiedPassages(opened.record, opened.anchor_states, fitting)


def _language(opened: OpenedMap) -> Language:
    """The language of the map's own words: as it says, as they look, or that of its articles."""
    from argumap.text import get_language, guess_language

    words = " ".join(claim.text for claim in opened.record.claims[:_FEW_CLAIMS])
    own = opened.record.language or guess_language(words)
    return get_language(own) if own else next(iter(opened.articles.values())).language


def _written(opened: OpenedMap, paths: AnchorPaths, state: AnchorState) -> ValuePath:
    """The path of an anchor as its file spells it: a section may be named with its source."""
    path = paths.value(state)
    if state.kind == "section" and opened.reading.locations.key(path) is None:
        return ("sections", f"{state.source}#{state.at}")
    return path


def _defined(opened: OpenedMap, node: str) -> tuple[str, int, int]:
    location = opened.reading.locations.of(node)
    return (location.file, location.line, location.column) if location else (str(opened.folder), 0, 0)


def _place(opened: OpenedMap, path: ValuePath, text: str = "") -> tuple[str, int, int]:
    """File, line and column of the value at ``path``, or of the one in its list that ends with ``text``."""
    locations = opened.reading.locations
    listed = [(*path, step) for step in locations.steps(path) if isinstance(step, int)]
    exact = next((spot for spot in listed if (locations.text(spot) or "").rpartition("#")[2] == text), path)
    location = locations.nearest(exact) or locations.of(str(path[1]))
    return (location.file, location.line, location.column) if location else (str(opened.folder), 0, 0)
