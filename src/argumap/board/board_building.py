"""Builds the board of every question under debate."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.board.board_entries import BoardEntries
from argumap.board.board_people import Speakers, build_people
from argumap.board.board_records import Board, BoardAnswer, BoardRival
from argumap.board.board_what_ifs import BoardWhatIfs
from argumap.board.entry_rows import EntryRows
from argumap.board.lead_carriers import mark_carriers
from argumap.board.said_by import find_authors
from argumap.board.upshot import tell_upshot
from argumap.phrases import ENGLISH
from argumap.query import build_bearings, build_stances
from argumap.semantics import build_note, weigh
from argumap.verdicts import build_issue_verdicts, build_sentences, tell_place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.model import Issue
    from argumap.phrases import Phrases
    from argumap.semantics import Evaluation
    from argumap.verdicts import IssueVerdict


def build_boards(
    evaluation: Evaluation,
    verdicts: Mapping[str, IssueVerdict] | None = None,
    *,
    depth: int = 1,
    phrases: Phrases = ENGLISH,
) -> tuple[Board, ...]:
    """The board of every debated question, the one that most claims bear on first.

    ``verdicts`` are those on the evaluation, by issue, where they are at hand. ``depth`` is how many levels of
    entries are told: 1 what bears on the answers, 2 what bears on that as well, and so on. What is told in words
    is told in ``phrases``.
    """
    rows = EntryRows(evaluation)
    known = verdicts or build_issue_verdicts(evaluation)
    speakers = Speakers(evaluation.index)
    boards = [_build(rows, speakers, issue, known[issue.id], depth, phrases) for issue in evaluation.index.debates]
    order = evaluation.index.debate_order
    return tuple(sorted(boards, key=lambda board: (-board.claims, order[board.issue.id])))


def build_claim_answer(evaluation: Evaluation, claim: str, phrases: Phrases = ENGLISH) -> BoardAnswer:
    """A claim with all that is said directly for it and against it, as an answer is told that has no rival."""
    rows = EntryRows(evaluation)
    entries = BoardEntries(rows, [claim], 1)
    reasons, objections = entries.build(claim)
    return BoardAnswer(
        evaluation.index.claims[claim],
        place=1,
        told_place="",
        leads=False,
        level=False,
        balance=weigh(evaluation, claim),
        note=build_note(evaluation, claim, phrases),
        reasons=reasons,
        objections=objections,
        stances=build_stances(evaluation.index, claim),
        rivals=_find_rivals(rows, claim),
        beneath=entries.count_beneath(claim),
    )


def _find_rivals(rows: EntryRows, claim: str) -> tuple[BoardRival, ...]:
    claims = rows.evaluation.index.claims
    return tuple(BoardRival(claims[rival], state) for rival, state in rows.find_rivals(claim))


def _build(
    rows: EntryRows, speakers: Speakers, issue: Issue, verdict: IssueVerdict, depth: int, phrases: Phrases
) -> Board:
    evaluation, index = rows.evaluation, rows.evaluation.index
    entries = BoardEntries(rows, [a.claim for a in verdict.ranking.answers], depth)
    what_ifs = BoardWhatIfs(evaluation, verdict)
    answers = tuple(_answer(entries, what_ifs, claim, phrases) for claim in entries.answers)
    bearings = build_bearings(index)
    bearing = {n for claim in entries.answers for n in bearings.get(claim, {}) if n in index.claims}
    board = Board(
        issue,
        verdict,
        build_sentences(verdict, phrases),
        answers,
        people=build_people(speakers, answers),
        hinges=tuple(what_ifs.find_hinges()),
        together=what_ifs.find_together([entry.id for entry in answers[0].reasons] if answers else []),
        claims=len(bearing),
        weighed=any(argument.weight is not None for argument in index.map.arguments),
        authors=find_authors(index),
    )
    marked = mark_carriers(board)
    return replace(marked, upshot=tell_upshot(index, marked, phrases))


def _answer(entries: BoardEntries, what_ifs: BoardWhatIfs, claim: str, phrases: Phrases) -> BoardAnswer:
    evaluation, index = entries.rows.evaluation, entries.rows.evaluation.index
    verdict, ranking = what_ifs.verdict, what_ifs.verdict.ranking
    ranked = next(a for a in ranking.answers if a.claim == claim)
    reasons, objections = entries.build(claim)
    told_place = tell_place(ranking, ranked, phrases, verdict.balances[claim]) if len(ranking.answers) > 1 else ""
    return BoardAnswer(
        index.claims[claim],
        place=ranked.place,
        told_place=told_place,
        leads=claim in ranking.leaders,
        level=claim in ranking.leaders and len(ranking.leaders) > 1,
        balance=verdict.balances[claim],
        note=build_note(evaluation, claim, phrases),
        reasons=reasons,
        objections=objections,
        own=next((a for a in verdict.own.answers if a.claim == claim), None) if verdict.own else None,
        stances=build_stances(index, claim),
        what_ifs=what_ifs.find_for(claim) if len(ranking.answers) > 1 else (),
        rivals=_find_rivals(entries.rows, claim),
        beneath=entries.count_beneath(claim),
    )
