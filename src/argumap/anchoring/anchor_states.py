"""What became of the passage that each anchor of a map names, and where it stands now."""

from __future__ import annotations

import shlex
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from argumap.anchoring.citing_places import find_citations
from argumap.anchoring.drift import Drift, Fate, Flag, State, build_drift
from argumap.anchoring.fingerprint import fingerprint_article
from argumap.anchoring.lock_file import Lock, Pending, build_lock, name_words
from argumap.errors import Problem, Severity
from argumap.model import Locator
from argumap.text import UnitIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from argumap.anchoring.citing_places import Citation
    from argumap.anchoring.lock_file import SourceLock
    from argumap.model import ArgumentMap
    from argumap.text import Article

_ORDER = (
    State.EXACT,
    State.COSMETIC,
    State.MOVED,
    State.EDITED,
    State.MERGED,
    State.REWORDED,
    State.REPLACED,
    State.AMBIGUOUS,
    State.LOST,
)
_RANK = {state: n for n, state in enumerate(_ORDER)}
_GONE = frozenset({State.REPLACED, State.AMBIGUOUS, State.LOST})
_SAME_WORDS = frozenset({State.EXACT, State.COSMETIC, State.MOVED})
_OTHER_WORDS = frozenset({State.EDITED, State.REWORDED, State.MERGED})


@dataclass(frozen=True, slots=True)
class AnchorState:
    """One anchor of a map as it stands against the article at hand.

    ``now`` is the locator that names the passage today, None where nobody can tell. ``state`` is one of
    `State`; ``flags`` are words of ``Flag``. ``start`` and ``end`` are code points of the article's
    text from the first to the last of its units, ``text`` their words. ``known`` is False where the lock has
    no such unit, so that the anchor never named a passage; ``nearest`` is then the unit that comes nearest to it.
    """

    node: str
    kind: str
    source: str
    at: str
    now: str | None
    state: State
    flags: tuple[Flag, ...] = ()
    start: int | None = None
    end: int | None = None
    text: str = ""
    known: bool = True
    nearest: str = ""

    @property
    def settled(self) -> bool:
        """Whether the passage is exactly what it was, where it was."""
        return self.state is State.EXACT and self.now == self.at and not self.flags

    @property
    def same_words(self) -> bool:
        """Whether the passage says what it said, wherever it stands now."""
        return self.state in _SAME_WORDS

    @property
    def other_words(self) -> bool:
        """Whether the passage is still there in words that changed."""
        return self.state in _OTHER_WORDS

    @property
    def gone(self) -> bool:
        """Whether nothing in the text is surely the passage: it is lost, ambiguous, or other words are there."""
        return self.state in _GONE

    @property
    def grave(self) -> bool:
        """Whether a person must look: the passage is gone, or a negation, a number or its meaning changed."""
        return bool(self.flags) or self.gone

    def to_dict(self) -> dict[str, object]:
        """What became of the anchor, as plain data without a word of the article."""
        return {
            "node": self.node,
            "at": self.at,
            "now": self.now,
            "state": str(self.state),
            "flags": list(self.flags),
        }


def check_anchors(
    argument_map: ArgumentMap,
    lock: Lock,
    articles: Mapping[str, Article],
    old: Mapping[str, Article] | None = None,
) -> list[AnchorState]:
    """The state of every anchor whose source is locked and at hand, in the order of the map's records.

    ``old`` are articles as they were locked; with their words at hand edits are told from replacements more
    sharply. Raises `OtherText` where an old text is not what the lock was made of.
    """
    return find_states(argument_map, build_source_checks(lock, articles, old))


def find_states(argument_map: ArgumentMap, checks: Mapping[str, SourceCheck]) -> list[AnchorState]:
    """The state of every anchor of a source that was compared, in the order of the map's records."""
    return [checks[c.source].state(c) for c in find_citations(argument_map) if c.source in checks]


def build_source_checks(
    lock: Lock, articles: Mapping[str, Article], old: Mapping[str, Article] | None = None
) -> dict[str, SourceCheck]:
    """Every source that is locked and at hand compared with what was locked, by its id; see `check_anchors`."""
    return {
        source: build_source_check(lock.sources[source], article, (old or {}).get(source))
        for source, article in articles.items()
        if source in lock.sources
    }


def build_source_check(locked: SourceLock, article: Article, old: Article | None = None) -> SourceCheck:
    """Compare one locked source with the article at hand."""
    drift = build_drift(locked.units, fingerprint_article(article, locked.units))
    if old is not None:
        from argumap.anchoring.passage_rewording import sharpen

        drift = sharpen(drift, locked, old, article)
    locators = [unit.at for unit in locked.units]
    same = locators == [unit.locator for unit in article.units]
    return SourceCheck(article, drift, article.index if same else UnitIndex(locators), locked.pending)


def build_unlocked_check(article: Article) -> SourceCheck:
    """An article that nothing was locked of, compared with itself: every unit is what and where it is."""
    fates = tuple([Fate(State.EXACT, (n,)) for n in range(len(article.units))])
    return SourceCheck(article, Drift(fates), article.index)


class SourceCheck:
    """What became of every locked unit of one source, and of any locator made of them.

    ``beneath`` has the units that the map's locators count, ``pending`` the anchors that were left open.
    """

    def __init__(
        self, article: Article, drift: Drift, beneath: UnitIndex, pending: Iterable[Pending] = ()
    ) -> None:
        self.pending = {(anchor.node, anchor.at): anchor for anchor in pending}
        self.article = article
        self.fates = drift.fates
        self.different = drift.different
        self._beneath = beneath

    def state(self, citation: Citation) -> AnchorState:
        """The state of one citation of this source: what it was left in, if nobody has settled it since."""
        pending = self.pending.get((citation.node, citation.at))
        if pending is None:
            return self._drifted(citation)
        if pending.now is None:
            return _named(citation, None, pending.state, pending.flags)
        since = self._drifted(replace(citation, at=pending.now))
        flags = tuple(flag for flag in Flag if flag in (*pending.flags, *since.flags))
        state = max(pending.state, since.state, key=_RANK.__getitem__)
        return replace(since, at=citation.at, state=state, flags=flags)

    def _drifted(self, citation: Citation) -> AnchorState:
        return self._untouched(citation) or self._compared(citation)

    def _untouched(self, citation: Citation) -> AnchorState | None:
        """The state of an anchor on one unit that is what and where it was: most are, and it is told at once."""
        n = self._beneath.find(citation.at)
        fate = None if n is None else self.fates[n]
        if fate is None or fate.state is not State.EXACT or fate.flags:
            return None
        unit = self.article.units[fate.now[0]]
        if unit.locator != citation.at:
            return None
        return _named(
            citation, now=unit.locator, state=State.EXACT, start=unit.start, end=unit.end, text=unit.text
        )

    def _compared(self, citation: Citation) -> AnchorState:
        try:
            locator = Locator.parse(citation.at)
        except ValueError:
            locator = None
        covered = self._beneath.covered(locator) if locator else []
        if locator is None or not covered:
            return _unknown(citation, self._beneath)
        fates = [self.fates[n] for n in covered]
        state, flags = _together(fates)
        now = self._now(locator, fates)
        if now is None:
            lost = State.LOST if all(fate.state is State.LOST for fate in fates) else State.AMBIGUOUS
            return _named(citation, None, lost, flags)
        places = self.article.covered(now)
        if citation.kind == "section":  # a section is named, not quoted: what its sentences say is theirs to tell
            state, flags = (State.EXACT if now == locator else State.MOVED), ()
        elif state is State.EXACT and len(places) > len(covered):
            state = State.EDITED
        text = " ".join(unit.text for unit in places)
        return _named(
            citation, now=str(now), state=state, flags=flags, start=places[0].start, end=places[-1].end, text=text
        )

    def _now(self, locator: Locator, fates: Sequence[Fate]) -> Locator | None:
        """The locator that names today what ``locator`` named: of the same kind, or a range of its units."""
        found = [Locator.parse(self.article.units[j].locator) for fate in fates for j in fate.now]
        if not found:
            return None
        depth = len(locator.steps)
        if locator.end is None and any(len(unit.steps) > depth for unit in found) and len(found) >= len(fates) / 2:
            above, count = Counter(unit.steps[:depth] for unit in found).most_common(1)[0]
            return Locator(above) if 2 * count >= len(fates) else None
        return _range(found, depth)


def _range(found: Sequence[Locator], depth: int) -> Locator | None:
    deep = [unit.steps for unit in found if len(unit.steps) >= depth]
    parents = Counter((steps[: depth - 1], steps[depth - 1][0]) for steps in deep)
    if not parents:
        return None
    (parent, letter), count = parents.most_common(1)[0]
    numbers = [
        steps[depth - 1][1] for steps in deep if steps[: depth - 1] == parent and steps[depth - 1][0] == letter
    ]
    first, last = min(numbers), max(numbers)
    # A range that would take in as much again as was cited is no longer the same passage.
    if 2 * count < len(found) or last - first + 1 > 2 * len(set(numbers)) + 1:
        return None
    return Locator((*parent, (letter, first)), last if last > first else None)


def _together(fates: Sequence[Fate]) -> tuple[State, tuple[Flag, ...]]:
    """One state for a passage of several units: the gravest, unless only a part of it is gone."""
    flags = tuple(flag for flag in Flag if any(flag in fate.flags for fate in fates))
    state = max((fate.state for fate in fates), key=_RANK.__getitem__)
    gone = sum(fate.state in _GONE for fate in fates)
    if 0 < gone < len(fates):
        state = State.EDITED if 2 * gone < len(fates) else State.REWORDED
    return state, flags


def find_unknown(argument_map: ArgumentMap, lock: Lock, sources: Iterable[str]) -> list[AnchorState]:
    """The anchors that name no unit of what was locked of ``sources``, told by the lock alone.

    An anchor that is still open counts the units of an earlier text, and is left out.
    """
    locked = {source: lock.sources[source] for source in sources if source in lock.sources}
    beneath = {source: UnitIndex(unit.at for unit in each.units) for source, each in locked.items()}
    open_ = {(source, left.node, left.at) for source, each in locked.items() for left in each.pending}
    return [
        _unknown(citation, beneath[citation.source])
        for citation in find_citations(argument_map)
        if citation.source in locked
        and (citation.source, citation.node, citation.at) not in open_
        and not _names_unit(citation.at, beneath[citation.source])
    ]


def _names_unit(at: str, beneath: UnitIndex) -> bool:
    try:
        return bool(beneath.covered(at))
    except ValueError:
        return False


def _unknown(citation: Citation, beneath: UnitIndex) -> AnchorState:
    return replace(_named(citation, None, State.LOST, known=False), nearest=beneath.nearest(citation.at))


def _named(
    citation: Citation,
    now: str | None,
    state: State,
    flags: tuple[Flag, ...] = (),
    start: int | None = None,
    end: int | None = None,
    text: str = "",
    *,
    known: bool = True,
) -> AnchorState:
    return AnchorState(
        citation.node,
        citation.kind,
        citation.source,
        citation.at,
        now=now,
        state=state,
        flags=flags,
        start=start,
        end=end,
        text=text,
        known=known,
    )


def settle(lock: Lock, articles: Mapping[str, Article], open_: Iterable[AnchorState]) -> Lock:
    """The lock of the articles as they are now; anchors in ``open_`` stay pending until somebody settles them."""
    pending: dict[str, list[Pending]] = {}
    beneath = {
        record_id: UnitIndex(unit.at for unit in locked.units) for record_id, locked in lock.sources.items()
    }
    for s in open_:
        was = _name_old_words(lock.sources[s.source], beneath[s.source], s)
        left = Pending(s.node, s.at, s.now, s.state, s.flags, was)
        pending.setdefault(s.source, []).append(left)
    fresh = build_lock(articles, lock).sources
    return Lock(
        {
            record_id: replace(fresh[record_id], pending=tuple(pending.get(record_id, ())))
            if record_id in articles
            else fresh[record_id]
            for record_id in fresh
        }
    )


def _name_old_words(locked: SourceLock, beneath: UnitIndex, state: AnchorState) -> str:
    """The name of the words that an open anchor had when it was last settled."""
    for left in locked.pending:
        if (left.node, left.at) == (state.node, state.at):
            return left.was
    covered = beneath.covered(state.at) if state.known else []
    return name_words(locked.units[n] for n in covered)


_GRAVE = {
    State.LOST: ("AM210", "the passage is gone; cite another or take the anchor out"),
    State.AMBIGUOUS: ("AM211", "several passages may be what this one became; cite the one that is meant"),
    State.REPLACED: ("AM212", "other words stand where the passage stood; read them, then relocate or cite anew"),
}
_SLIGHT = {
    State.EDITED: "was edited",
    State.REWORDED: "was reworded",
    State.MERGED: "was merged with its neighbour",
    State.MOVED: "was moved",
    State.COSMETIC: "changed in its typography only",
    State.EXACT: "is unchanged but is counted otherwise",
}


def check_states(
    states: Iterable[AnchorState],
    where: Callable[[AnchorState], tuple[str, int, int]],
    relocate: str = "argumap anchor relocate",
    show: str = "argumap source show",
) -> Iterator[Problem]:
    """The problems that drifted anchors make; ``where`` tells file, line and column of an anchor.

    ``relocate`` and ``show`` are the calls that remedy them, with the map and its article.

    Lost, ambiguous and replaced passages are errors, and so is a change of a negation or a number, or a word
    turned into its opposite.
    """
    for state in states:
        judged = list(_judged(state, relocate, show))
        file, line, column = where(state) if judged else ("", 0, 0)
        for code, message, severity in judged:
            yield Problem(code, f"{_name(state)}: {message}", file, line, column, severity, at=_about(state))


def _about(state: AnchorState) -> str:
    """The record that has the anchor, or the place in its source where none has."""
    if state.kind in {"skip", "section"}:
        return f"{state.source}#{state.at}"
    return state.node.rpartition(" ")[2]  # an attribution is "by act of"


def _judged(state: AnchorState, relocate: str, show: str) -> Iterator[tuple[str, str, Severity]]:
    if not state.known:
        nearest = f"the nearest is {state.nearest}, and " if state.nearest else ""
        yield "AM216", f"the locked source has no such unit; {nearest}`{show}` lists them", Severity.ERROR
        return
    accept = f"`{relocate} --accept {shlex.quote(state.node)}`"
    if grave := _GRAVE.get(state.state):
        yield *grave, Severity.ERROR
    elif state.state in {State.EDITED, State.REWORDED, State.MERGED}:
        yield "AM215", f"the passage {_changed(state)}; read it again, then {accept}", Severity.WARNING
    elif state.now != state.at or state.state is not State.EXACT:
        yield "AM217", f"the passage {_changed(state)}; {accept} follows it", Severity.HINT
    for flag in state.flags:
        code, change = _FLAGGED[flag]
        yield code, f"{change}; check that the node still says what the passage says", Severity.ERROR


_FLAGGED = {
    Flag.NEGATION: ("AM213", "a negation came or went in the passage"),
    Flag.NUMBER: ("AM214", "a number in the passage changed"),
    Flag.MEANING: ("AM242", "a word in the passage gave way to its opposite, or one that denies came or went"),
}


def _changed(state: AnchorState) -> str:
    return f"{_SLIGHT[state.state]}{_whither(state)}"


def _whither(state: AnchorState) -> str:
    return f" and is now {state.now}" if state.now and state.now != state.at else ""


def _name(state: AnchorState) -> str:
    if state.kind == "skip":
        return f"skip {state.at}"
    return state.at if state.kind == "section" else f"{state.node} at {state.at}"


def build_anchor_table(states: Iterable[AnchorState]) -> dict[str, list[dict[str, object]]]:
    """Anchors by node in the exchange shape: ``{source, at, state, start, end, text}``; skips are left out."""
    table: dict[str, list[dict[str, object]]] = {}
    for state in states:
        if state.kind in {"skip", "section"}:
            continue
        anchor: dict[str, object] = {"source": state.source, "at": state.at, "state": str(state.state)}
        if state.start is not None:
            anchor |= {"start": state.start, "end": state.end, "text": state.text}
        table.setdefault(state.node, []).append(anchor)
    return table
