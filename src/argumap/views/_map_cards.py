"""The page that leads to several maps: of each its question, where that stands, who speaks, and what is new."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from argumap.board import build_claim_answer, find_authors, tell_side_counts
from argumap.news import JudgedState, StatePair, find_issue_moves, find_people_news, tell_lead
from argumap.verdicts import read_plainly
from argumap.views._so_far import find_so_far

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.board import BoardAnswer, Entry
    from argumap.model import Source
    from argumap.phrases import Phrases
    from argumap.views import View, ViewInput

ANSWERS = 3
"""So many answers of a map stand on its card."""

PEOPLE = 3
"""So many of those who speak are named on a card, and one more where that is the last."""

SOURCES = 2
"""So many sources are named on a card."""

TOLD = 280
"""A sentence on where a question stands of more letters than this is left to the answers beneath it."""

PIPS = 9
"""Up to so many reasons and objections of an answer each have a sign; beyond that, a tick."""

TICKS = 24
"""How many ticks a side has before it is cut."""

FINDABLE = 6
"""From so many maps on they can be searched and put in another order."""

_MAPS_PAGE: Final = '<body class="page-maps">'

MANY = 24
"""Of more maps than this each has its first answer alone, so that they can be looked through."""


@dataclass(frozen=True, slots=True)
class CardAnswer:
    """An answer, or in a map without a question what is argued: its place and the signs of what counts.

    ``sentence`` is what it says in full; ``counts`` tells the signs in words.
    """

    name: str
    sentence: str
    place: str
    leads: bool
    reasons: tuple[Entry, ...]
    objections: tuple[Entry, ...]
    counts: str

    @property
    def ticks(self) -> bool:
        return len(self.reasons) + len(self.objections) > PIPS


@dataclass(frozen=True, slots=True)
class MapCard:
    """What a page of several maps says of one, in the language of its ``phrases``.

    ``folder`` is the name of the one beside the page, ``language`` the tag of that of the map. ``question`` is the
    first under debate, ``told`` where it stands; ``answers`` are the first of the ``asked`` it has.
    ``news`` are what is new since the state of ``since``, a date, the last state that was kept before. ``pages``
    are the files of its pages with their names; ``date`` is that of its newest source.
    """

    folder: str
    title: str
    language: str
    phrases: Phrases
    question: str = ""
    told: str = ""
    answers: tuple[CardAnswer, ...] = ()
    asked: int = 0
    people: str = ""
    sources: tuple[Source, ...] = ()
    more_sources: int = 0
    date: str = ""
    since: str = ""
    news: tuple[str, ...] = ()
    unseen: int = 0
    claims: int = 0
    debates: int = 0
    pages: tuple[tuple[str, str], ...] = ()

    @property
    def heading(self) -> str:
        return self.question or self.title or self.folder

    @property
    def kicker(self) -> str:
        """The title of the map, where its question heads the card."""
        return self.title if self.question and self.title not in {self.question, self.folder} else ""

    @property
    def counts(self) -> str:
        """How much the map holds, in words."""
        told = [self.phrases.say("counts.claims", n=self.claims)]
        if self.debates > 1:
            told.append(self.phrases.say("maps.questions", n=self.debates))
        return " · ".join(told)


def build_card(given: ViewInput) -> MapCard:
    """The card of a map."""
    index, phrases, sources = given.index, given.phrases, given.map.drawn_from
    board = next(iter(given.boards), None)
    so_far = find_so_far(index, given.boards, phrases)
    answers = tuple(_tell_answers(given))
    told = " ".join(so_far.told) if so_far else " ".join(map(read_plainly, board.upshot.brief)) if board else ""
    return MapCard(
        given.name,
        given.map.title,
        given.language,
        phrases,
        question=board.issue.question if board else "",
        told=told if len(told) <= TOLD else "",
        answers=answers[:ANSWERS],
        asked=len(board.answers) if board else 0,
        people=_tell_people(given),
        sources=tuple(sources[:SOURCES]),
        more_sources=len(sources[SOURCES:]),
        date=max((source.published or "" for source in sources), default=""),
        since=given.states[-2].date if len(given.states) > 1 else "",
        news=tuple(_tell_news(given)),
        unseen=len(given.unseen),
        claims=len(index.claims),
        debates=len(index.debates),
        pages=tuple((view.file, name_page(view, phrases)) for view in given.pages),
    )


def name_page(view: View, phrases: Phrases) -> str:
    """What the page is called in a language; a view of somebody's own has its label alone."""
    return phrases.say(f"pages.{view.name}") if f"pages.{view.name}" in phrases.phrases else view.label


def _tell_answers(given: ViewInput) -> Iterator[CardAnswer]:
    """The answers to the first question, best first; of a map without any, the claims most is said on."""
    board = next(iter(given.boards), None)
    answers = board.answers if board and board.answers else _find_argued(given)
    for answer in answers:
        yield CardAnswer(
            name=answer.claim.label,
            sentence=answer.claim.text,
            place=answer.told_place,
            leads=answer.leads and len(answers) > 1,
            reasons=answer.live_reasons,
            objections=answer.live_objections,
            counts=given.phrases.say("grammar.comma").join(filter(None, tell_side_counts(answer, given.phrases))),
        )


def _find_argued(given: ViewInput) -> Sequence[BoardAnswer]:
    from argumap.semantics import evaluate

    index = given.index
    argued = Counter(a.target for a in index.map.arguments if a.target in index.claims)
    used = {premise for argument in index.map.arguments for premise in argument.premises}
    ends = [claim for claim in argued if claim not in used] or [*argued]
    ends.sort(key=lambda claim: (-argued[claim], index.debate_order[claim]))
    evaluation = given.evaluation or evaluate(index)
    # What is cut is not told of, as nobody asked for these: more than a card holds need not be worked out.
    return [build_claim_answer(evaluation, claim, given.phrases) for claim in ends[:ANSWERS]]


def _tell_people(given: ViewInput) -> str:
    """Who speaks, those before the authors whom these report; of many the first few, and how many more."""
    index, authors = given.index, find_authors(given.index)
    board = next((board for board in given.boards if board.people), None)
    speak = [person.stakeholder for person in board.people] if board else []
    met = {each.id for each in speak}
    others = [s for s in index.stakeholders.values() if index.speech[s.id] and s.id not in met]
    names = [each.name for each in sorted([*speak, *others], key=lambda each: each.id in authors)]
    if len(names) > PEOPLE + 1:
        names[PEOPLE:] = [given.phrases.say("counts.others", n=len(names) - PEOPLE)]
    return given.phrases.join(names)


def _tell_news(given: ViewInput) -> Iterator[str]:
    """What is new since the last state that was kept before this one, the lead first."""
    if len(given.states) < 2:
        return
    pair = StatePair(*(JudgedState(state.snapshot, state.text) for state in given.states[-2:]))
    phrases = given.phrases
    moved = [move for move in find_issue_moves(pair) if move.moved and move.lead != "kept"]
    if moved:
        yield tell_lead(moved[0], phrases)
    if moved[1:]:
        yield phrases.say("maps.moved-too", n=len(moved) - 1)
    came = len(pair.new.index.claims.keys() - {pair.renames.of(claim) for claim in pair.old.index.claims})
    if came:
        yield phrases.say("maps.new-claims", n=came)
    fresh = [person.name for person in find_people_news(pair) if person.fresh]
    if fresh:
        yield phrases.say("maps.new-voices", n=len(fresh), names=phrases.join(fresh[:PEOPLE]))


def build_maps_page(cards: Sequence[MapCard]) -> str:
    """The page that leads to several maps, each in the folder of its name beside it, in the language of most."""
    from argumap.page import mark_language, render

    spoken = Counter(card.phrases.code for card in cards)
    return render(
        Path(__file__).parent / "index" / "maps.html.j2",
        title="",
        payload=None,
        script="maps.js",
        styles=("tokens.css", "page.css", "share.css", "pips.css", "maps.css"),
        language=max(spoken, key=spoken.__getitem__, default="en"),
        page="maps",
        cards=cards,
        findable=len(cards) >= FINDABLE,
        brief=len(cards) > MANY,
        ticks_most=TICKS,
        kinds={entry.added for card in cards for a in card.answers for entry in (*a.reasons, *a.objections)},
        mark_language=mark_language,
    )


def leads_to(page: str, folder: str) -> bool:
    """Whether the text of a ``page`` is that of several maps, and one of these lies in ``folder`` beside it."""
    return _MAPS_PAGE in page and f'<h2><a href="{quote(folder, errors="replace")}/index.html"' in page
