"""The overview: each question with where it stands, and at its end what the map itself is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from argumap.board import EntryRows, EntryState, group_entries, tell_exclusion, tell_side_counts
from argumap.legend import RELATIONS, WORDS
from argumap.model import Act, VoiceKind
from argumap.page import section_link
from argumap.query import gaps, stats
from argumap.verdicts import tell_place
from argumap.views import render_reading_page
from argumap.views._points_beneath import PointsBeneath
from argumap.views._so_far import PROPOSALS, SAID, SPEAKERS, STATED, STEPS, UNSAID, find_so_far
from argumap.views._turning import build_turning_links, supposing
from argumap.views.index.camps import build_camps, find_sideless
from argumap.views.index.column_room import plan_columns
from argumap.views.index.people_table import LETTERS, build_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from argumap.board import Board, BoardAnswer, Entry
    from argumap.model import Index
    from argumap.phrases import Phrases
    from argumap.views import ViewInput
    from argumap.views._points_beneath import PointBeneath
    from argumap.views._turning import TurningLink
    from argumap.views.index.column_room import BoardPlan
    from argumap.views.index.people_table import PeopleRow

COLUMNS = 4
"""So many answers stand side by side; of more, the first three do and the others have a line each."""

POINTS = 3
"""How many reasons of a side stand in sight."""

PIPS = 8
"""Up to so many reasons or objections each has a sign of its own; beyond that, a tick."""

TICKS = 40
"""How many ticks a side has before it is cut."""

NAMED_WITH_ROLE = 4
"""Of so many on a side each is named with who they are; where there are more, by name alone."""

CAMPS = 5
"""About so many lines name who is on the sides of an answer, where no table does."""

ORIGINS = ("own", "presented", "reported", "unsaid", "added")
"""Whose a reason is, in the order in which that is told."""

COMPARED = 6
"""The answers to so many questions stand side by side on the page of who argues what."""

FILES: Mapping[str, str] = {
    "adjacency.md": "adjacency",
    "adjacency.csv": "adjacency-csv",
    "adjacency.json": "adjacency-json",
    "graph.json": "graph",
    "picture.svg": "picture",
    "picture.txt": "picture-text",
    "snapshot.jsonl": "snapshot",
}
"""The files that may lie beside the page, and which words tell what they are."""

MOST_SO_FAR: Mapping[str, int] = {
    "proposals": PROPOSALS,
    "said": SAID,
    "speakers": SPEAKERS,
    "stated": STATED,
    "steps": STEPS,
    "unsaid": UNSAID,
}
"""How much of each stands in sight of a map whose questions nobody answers yet."""


@dataclass(frozen=True, slots=True)
class PartBar:
    """How much of a section is taken up, in sentences and cells."""

    source: str
    section: str
    title: str
    cited: int
    skipped: int
    open: int


def is_placed(board: Board) -> bool:
    """Whether all who speak stand where they do by what they argue, for nobody chooses an answer."""
    stances = [stance for answer in board.answers for stance in answer.stances]
    return bool(board.people) and not any(s.act.commits or s.act is Act.DISPUTES for s in stances)


def is_reported(board: Board) -> bool:
    """Whether authors speak and others, and all others are only reported."""
    others = [person for person in board.people if not person.author]
    return 0 < len(others) < len(board.people) and all(person.voice != "own" for person in others)


def is_set_out(board: Board) -> bool:
    """Whether any reason or objection is told to be set out by an author, who does not take it as their own."""
    return any(
        entry.said and all(s.by.id in board.authors for s in entry.said) and entry.said[0].voice == "presented"
        for _, entry in board.walk()
    )


def find_turns(index: Index, board: Board, answer: BoardAnswer, phrases: Phrases) -> list[TurningLink]:
    """What would turn it for an answer, but for what the sentences under the question tell."""
    told = board.upshot.what_if.aside if board.upshot.what_if else ()
    return [link for link in build_turning_links(index, board, answer, phrases) if link.aside != told]


def count_in_sight(entries: Sequence[Entry], most: int) -> int:
    """How many stand in sight in any case: the best of what is live, and little of what is not."""
    live = sum(entry.live for entry in entries)
    shown = min(live, most) or min(len(entries), most, 2)
    return min(len(entries), live + 1) if 0 < live < most else shown


def tell_rest(entries: Sequence[Entry], key: str, phrases: Phrases) -> str:
    """What is out of sight: "3 more reasons, 1 of them added by the map"."""
    states = {entry.state for entry in entries}
    if len(states) == 1 and EntryState.LIVE not in states:
        return phrases.say(f"overview.only-{states.pop()}", n=len(entries))
    told = [phrases.say(key, n=len(entries))]
    added = sum(entry.live and entry.added for entry in entries)
    if added:
        told.append(phrases.say("overview.of-them-added", n=added))
    for state in (EntryState.UNRESOLVED, EntryState.ANSWERED):
        count = sum(entry.state is state for entry in entries)
        if count:
            told.append(phrases.say(f"overview.more-{state}", n=count))
    return phrases.say("grammar.comma").join(told)


def build_parts(given: ViewInput) -> tuple[PartBar, ...]:
    """The sections of the sources and how much of each is taken up; empty where nobody has looked."""
    if given.coverage is None:
        return ()
    titles = {(s.source, s.at): s.title or "" for s in given.map.sections}
    for source, article in given.articles.items():
        for section in article.sections:
            titles.setdefault((source, section.locator), section.title)
    return tuple(
        PartBar(
            part.source,
            part.section,
            titles.get((part.source, part.section), "") or part.section,
            len(part.cited),
            len(part.skipped),
            len(part.open),
        )
        for part in given.coverage.sections
        if part.total
    )


def find_missing(given: ViewInput) -> tuple[str, ...]:
    """What a map needs before its pages can say much, as keys of the words that tell it with the remedy."""
    index, claims = given.index, given.map.claims
    missing = {
        "claims": not claims,
        "question": not index.debates,
        "answer": bool(index.debates and claims and not index.positions),
        "argument": bool(claims and not index.map.arguments),
        "voices": bool(claims and not index.map.attributions),
    }
    return tuple(f"missing.{name}" for name, lacks in missing.items() if lacks)


def build_page(given: ViewInput) -> str:
    """The page as text; the same map gives the same bytes."""
    index, phrases = given.index, given.phrases
    boards = given.boards
    lacking = gaps(index)
    places = place_anchors(boards)
    so_far = find_so_far(index, boards, phrases)
    rows = {board.issue.id: build_rows(board, phrases) for board in boards if len(board.answers) <= COLUMNS}
    beneath = _find_beneath(given)
    heights = {
        board.issue.id: _count_rows(index, board, rows.get(board.issue.id, ()), phrases) for board in boards
    }
    shown = so_far.shown if so_far else frozenset()
    return render_reading_page(
        given,
        "index",
        {*index.issues, *index.stakeholders, *places, *shown},
        ("pips.css", "so-far.css") if so_far else ("pips.css",),
        boards=boards,
        places=places,
        missing=find_missing(given),
        so_far=so_far,
        most=MOST_SO_FAR,
        columns=choose_columns,
        narrow=count_narrow,
        groups=group_entries,
        origins=lambda board, answer: tell_origins(board, answer, phrases),
        own_place=lambda board, answer: tell_own_place(board, answer, phrases),
        excluded=lambda board, answer: find_excluded(board, answer, phrases),
        compared=lambda board, answer: link_comparison(board, answer) if board in boards[:COMPARED] else "",
        turning=lambda board, answer: find_turns(index, board, answer, phrases),
        supposing=supposing,
        told_counts=lambda answer: tell_side_counts(answer, phrases),
        camps=lambda board: build_camps(board, phrases),
        sideless=find_sideless,
        is_placed=is_placed,
        quote_label=phrases.quote,
        is_reported=is_reported,
        is_set_out=is_set_out,
        rest=lambda entries, key: tell_rest(entries, key, phrases),
        plans=plan_boards(boards, heights, beneath),
        people_rows=rows,
        beneath=beneath,
        named_with_role=NAMED_WITH_ROLE,
        pips_most=PIPS,
        ticks_most=TICKS,
        named=[stakeholder for stakeholder in index.map.stakeholders if stakeholder.id not in {*places, *shown}],
        parts=build_parts(given),
        coverage=given.coverage,
        figures=stats(index),
        criteria=index.criteria,
        holes=len(lacking.cells),
        files=[(f"./{quote(name, errors='replace')}", name, FILES.get(name)) for name in given.files],
        snapshot=given.snapshot,
        sources=index.map.drawn_from,
        source_of={source.id: source for source in index.map.sources},
        quotes=_find_quotes(given),
        section_link=section_link,
        glyphs=WORDS,
        excluding_sign=RELATIONS["contradicts"].sign,
        labels={claim.id: claim.label for claim in index.map.claims},
    )


def choose_columns(board: Board) -> Sequence[BoardAnswer]:
    """The answers that stand side by side: of more than four the first three."""
    return board.answers[: COLUMNS - 1] if len(board.answers) > COLUMNS else board.answers


def count_narrow(board: Board) -> int:
    """How many answers stand side by side on half a screen."""
    argued = sum(bool(answer.entries) for answer in choose_columns(board)) or len(choose_columns(board))
    return 2 if argued == COLUMNS else argued


def find_excluded(board: Board, answer: BoardAnswer, phrases: Phrases) -> Sequence[str]:
    """What keeps an answer from holding, but for the other answers where the question lets only one hold."""
    its = {other.claim.id for other in board.answers}
    told_once = board.issue.exclusive and all(r.claim.id in its for r in answer.rivals)
    if told_once and not any(rival.state is EntryState.UNRESOLVED for rival in answer.rivals):
        return ()
    return tell_exclusion(answer, phrases)


def place_anchors(boards: Sequence[Board]) -> Mapping[str, tuple[str, str]]:
    """Where each claim and each person has its address: on which board, and of a claim in which entry."""
    places: dict[str, tuple[str, str]] = {}
    for board in boards:
        places |= {a.claim.id: (board.issue.id, "") for a in board.answers if a.claim.id not in places}
    for board in boards:
        for answer in choose_columns(board):
            for entry in answer.entries:
                for premise in entry.premises:
                    if not premise.full:
                        places.setdefault(premise.claim.id, (board.issue.id, entry.id))
        for person in board.people:
            places.setdefault(person.stakeholder.id, (board.issue.id, ""))
    return places


def plan_boards(
    boards: Sequence[Board],
    rows: Mapping[str, int],
    beneath: Callable[[Entry], Sequence[PointBeneath]],
) -> Mapping[str, BoardPlan]:
    """What stands in the columns of each board: the first fills a screen, the others are kept short."""
    return {
        board.issue.id: plan_columns(
            board,
            choose_columns(board),
            beneath,
            partial(count_in_sight, most=1 if n else POINTS),
            None if n else rows[board.issue.id],
        )
        for n, board in enumerate(boards)
        if board.answers
    }


def _count_rows(index: Index, board: Board, people: Sequence[PeopleRow], phrases: Phrases) -> int:
    """About how many rows stand beneath the objections: the people, and what would turn it for an answer."""
    turns = (len(find_turns(index, board, answer, phrases)) for answer in choose_columns(board))
    wrapped = sum(len(row.person.stakeholder.name) > LETTERS for row in people)
    return (len(people) + wrapped or CAMPS) + 2 * max(turns, default=0)


def _find_beneath(given: ViewInput) -> Callable[[Entry], Sequence[PointBeneath]]:
    if given.evaluation is None:
        return lambda _: ()
    return PointsBeneath(given.index, EntryRows(given.evaluation)).find


def link_comparison(board: Board, answer: BoardAnswer) -> str:
    """Where an answer stands beside the best of the others; nothing where it is the only one."""
    others = [other.claim.id for other in board.answers if other is not answer]
    if not others:
        return ""
    both = sorted((answer.claim.id, others[0]), key=[a.claim.id for a in board.answers].index)
    return f"matrix.html#compare={','.join(quote(each, safe='', errors='replace') for each in both)}"


def tell_origins(board: Board, answer: BoardAnswer, phrases: Phrases) -> str:
    """Whose the reasons are that count, where that is not all one: the author's own, set out, reported, added."""
    if not any(person.author for person in board.people):
        return ""
    counted = Counter(_find_origin(board, entry) for entry in answer.live_reasons)
    told = [phrases.say(f"origin.{key}", n=counted[key]) for key in ORIGINS if counted[key]]
    return phrases.say("grammar.comma").join(told) if len(told) > 1 else ""


def _find_origin(board: Board, entry: Entry) -> str:
    if entry.added:
        return "added"
    voices = {stance.voice for stance in entry.said if stance.by.id in board.authors}
    others = len({stance.by.id for stance in entry.said} - board.authors)
    return "own" if VoiceKind.OWN in voices else "reported" if others else "presented" if voices else "unsaid"


def tell_own_place(board: Board, answer: BoardAnswer, phrases: Phrases) -> str:
    """Where an answer stands without the steps that the map added; nothing where that is the same."""
    own = answer.own
    if not board.verdict.own or not own or own.place == answer.place:
        return ""
    return phrases.say("overview.by-source-place", place=tell_place(board.verdict.own, own, phrases))


def _find_quotes(given: ViewInput) -> Mapping[str, str]:
    """The words of the first passage of each record, where its source is at hand."""
    texts = {node: [str(a["text"]) for a in anchors if a.get("text")] for node, anchors in given.anchors.items()}
    return {node: found[0] for node, found in texts.items() if found}
