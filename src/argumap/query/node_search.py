"""Finding nodes by words and by what is true of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from argumap.errors import CallError
from argumap.model import Locator, Role, build_roles
from argumap.query.answer_records import (
    AnswerNode,
    Speaker,
    build_speaker,
    get_node,
    passages_of,
)
from argumap.query.answer_words import SIGNS, STYLES, Telling, name_node
from argumap.query.bearing_on_positions import Side, build_bearing
from argumap.query.concept_remarks import find_narrower
from argumap.query.lookup import bare_id, get_id
from argumap.query.map_gaps import is_contested, is_unattacked, is_unsupported
from argumap.query.word_match import build_pattern, parse_words
from argumap.told_lines import heading, line, padded, write_as_html, write_as_text
from argumap.wording import counted, fold

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from argumap.model import Index
    from argumap.query.answer_records import SourcePlace
    from argumap.query.answer_words import PassageWords
    from argumap.told_lines import Line, Part

    Test = Callable[[str], bool]

KINDS = ("issue", "claim", "stakeholder", "concept")


@dataclass(frozen=True, slots=True)
class Found:
    """A node that fits. ``role`` and ``by`` (who speaks to it) are a claim's, ``side`` needs a position."""

    node: AnswerNode
    role: Role | None
    side: Side | None
    by: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """What must be true of what is found; all that is given must hold.

    ``by`` a stakeholder who speaks to it, ``kind`` issue, claim, stakeholder or concept, ``type`` of a claim,
    stakeholder or concept, ``role`` in the debate, ``section`` a locator (``s2`` or ``column#s2``) it stands
    in, ``tag``, ``about`` a concept or a narrower one, ``position`` one it bears on. ``unsupported``: no
    argument supports it. ``unattacked``: it bears on something and nothing attacks it or undercuts a step
    from it. ``contested``: there is something on both sides of it. All but ``kind``, ``type``, ``section``
    and ``tag`` find claims only.
    """

    by: str | None = None
    kind: str | None = None
    type: str | None = None
    role: str | None = None
    section: str | None = None
    tag: str | None = None
    about: str | None = None
    position: str | None = None
    unsupported: bool = False
    unattacked: bool = False
    contested: bool = False


class Findings(tuple[Found, ...]):  # noqa: SLOT001 - a tuple's kind has room for none
    """What was found, a tuple that words itself as other answers do; by sides where a position was asked for."""

    _maps: Index
    _by_sides: bool

    @classmethod
    def of(cls, found: Iterable[Found], index: Index, *, by_sides: bool) -> Findings:
        """What was found in the maps of ``index``."""
        made = cls(found)
        made._maps, made._by_sides = index, by_sides
        return made

    def lines(self, find_words: Callable[[SourcePlace], PassageWords | None] | None = None) -> Iterator[Line]:
        """The answer line by line, with the words of the passages that ``find_words`` has."""
        telling = Telling(self._maps, find_words)
        yield line((f"{counted(len(self), 'node')} found" if self else "Nothing found", "dim"))
        for side, title in _SIDES.items() if self._by_sides else ():
            group = [one for one in self if one.side == side]
            if group:
                yield line("")
                yield heading(f"{title} ({len(group)})")
            for one in group:
                yield from _tell_found(telling, one)
        for one in () if self._by_sides else self:
            yield from _tell_found(telling, one)

    def text(self) -> str:
        """The answer in the words that the command line has for it."""
        return write_as_text(self.lines())

    def _repr_html_(self) -> str:
        return write_as_html(self.lines())


_SIDES = {"for": "Speaking for it", "against": "Speaking against it", "both": "Speaking both ways"}


def _tell_found(telling: Telling, one: Found) -> Iterator[Line]:
    sign = [(f"{SIGNS[one.side]} ", STYLES[one.side])] if one.side else []
    role = one.role or one.node.kind
    speakers = ", ".join(speaker.name for speaker in one.by)
    parts: list[Part] = [*sign, *name_node(one.node), (f" {role}", "dim")]
    if speakers:
        parts.append(f" · {speakers}")
    if one.node.at:
        parts.append((f"  {telling.places(one.node.at)}", "cyan"))
    yield padded(line(*parts), 2)
    yield from telling.quotes(one.node.at, 6)


def find(index: Index, words: str = "", filters: Filters | None = None) -> Findings:
    """Nodes in whose title, name, alias, id or text each of ``words`` begins a word, and that pass ``filters``.

    Accents and case do not matter. Where words are given, those whose title or name holds them come first;
    then issues, claims in the order of the debate, stakeholders, concepts. Without words the filters alone
    decide; with neither, everything is found.
    """
    filters = filters or Filters()
    patterns = [build_pattern(word) for word in parse_words(words)]
    by_sides = filters.position is not None
    if words.strip() and not patterns:
        return Findings.of((), index, by_sides=by_sides)
    tests = tuple(_tests(index, filters))
    bearing = _bearing(index, filters)
    roles = build_roles(index)
    ranked: list[tuple[int, str]] = []
    for kind in _find_kinds(filters):
        for node_id, title, text in _texts(index, kind):
            rank = _rank(patterns, title, text)
            if rank is not None and all(test(node_id) for test in tests):
                ranked.append((rank, node_id))
    order = index.debate_order
    kinds = {node_id: n for n, kind in enumerate(KINDS) for node_id in getattr(index, f"{kind}s")}
    ranked.sort(key=lambda hit: (hit[0], kinds[hit[1]], order.get(hit[1], 0)))
    found = (_found(index, node_id, roles, bearing) for _, node_id in ranked)
    return Findings.of(found, index, by_sides=by_sides)


def _find_kinds(filters: Filters) -> list[str]:
    """The kinds of node that can pass the filters."""
    kinds = ["claim"] if _claims_only(filters) else list(KINDS)
    return [kind for kind in kinds if filters.kind in {None, kind}]


def _found(index: Index, node_id: str, roles: Mapping[str, Role], bearing: Mapping[str, Side]) -> Found:
    speakers = dict.fromkeys(a.by for a in index.voices[node_id])
    return Found(
        get_node(index, node_id),
        roles.get(node_id),
        bearing.get(node_id),
        tuple(build_speaker(index, by) for by in speakers),
    )


def _rank(patterns: list[re.Pattern[str]], title: str, text: str) -> int | None:
    title = fold(title)
    if all(pattern.search(title) for pattern in patterns):
        return 0
    whole = f"{title}\n{fold(text)}"
    return 1 if all(pattern.search(whole) for pattern in patterns) else None


def _texts(index: Index, kind: str) -> Iterator[tuple[str, str, str]]:
    """The id, the words that name a node, and the rest of its words; the name of its map is none of them."""
    match kind:
        case "issue":
            for issue in index.map.issues:
                yield issue.id, issue.question, bare_id(issue.id)
        case "claim":
            for claim in index.map.claims:
                yield claim.id, claim.title or "", " ".join((claim.text, *claim.also, bare_id(claim.id)))
        case "stakeholder":
            for s in index.map.stakeholders:
                yield s.id, " ".join((s.name, *s.aliases)), f"{s.role or ''} {bare_id(s.id)}"
        case _:
            for concept in index.map.concepts:
                yield concept.id, concept.label, bare_id(concept.id)


def _claims_only(filters: Filters) -> bool:
    return bool(
        filters.by
        or filters.role
        or filters.about
        or filters.position
        or filters.unsupported
        or filters.unattacked
        or filters.contested
    )


def _tests(index: Index, filters: Filters) -> Iterator[Test]:
    if filters.by is not None:
        speaker = get_id(index, filters.by, "stakeholder")
        yield {a.of for a in index.speech[speaker]}.__contains__
    if filters.type is not None:
        yield lambda node: _type(index, node) == filters.type
    if filters.role is not None:
        roles, wanted = build_roles(index), filters.role.replace("-", " ")
        yield lambda node: roles[node] == wanted
    if filters.section is not None:
        yield _in_section(index, filters.section)
    if filters.tag is not None:
        yield lambda node: filters.tag in _tags(index, node)
    if filters.about is not None:
        things = find_narrower(index, get_id(index, filters.about, "concept"))
        yield lambda node: not things.isdisjoint(index.claims[node].about)
    if filters.position is not None:
        yield _bearing(index, filters).__contains__
    for wanted_flag, test in (
        (filters.unsupported, is_unsupported),
        (filters.unattacked, is_unattacked),
        (filters.contested, is_contested),
    ):
        if wanted_flag:
            yield partial(test, index)


def _bearing(index: Index, filters: Filters) -> Mapping[str, Side]:
    if filters.position is None:
        return {}
    position = get_id(index, filters.position, "claim", among={p.id for p in index.positions})
    return {node: reach.side for node, reach in build_bearing(index, position).items()}


def _type(index: Index, node_id: str) -> str | None:
    record = index.claims.get(node_id) or index.stakeholders.get(node_id) or index.concepts.get(node_id)
    return None if record is None else record.type


def _tags(index: Index, node_id: str) -> tuple[str, ...]:
    record = index.claims.get(node_id) or index.issues.get(node_id)
    return () if record is None else record.tags


def _in_section(index: Index, section: str) -> Test:
    source, _, at = section.rpartition("#")
    try:
        wanted = Locator.parse(at)
    except ValueError as error:
        raise CallError(str(error)) from error

    def stands_there(node_id: str) -> bool:
        passages = passages_of(index, node_id)
        return any(
            p.at and (not source or p.source == source) and any(map(wanted.covers, Locator.parse(p.at).singles()))
            for p in passages
        )

    return stands_there
