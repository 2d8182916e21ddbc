"""News in words: sentences that the page of changes, `argumap diff` and `argumap log` share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from argumap.news.answer_moves import find_issue_moves, find_turned
from argumap.news.people_news import find_people_news

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argumap.news.answer_moves import AnswerMove, AnswerTally, CountMove, IssueMove, NamedClaim
    from argumap.news.judged_states import JudgedState, StatePair
    from argumap.news.people_news import PersonNews, StanceMove
    from argumap.phrases import Phrases

_NAMED: Final = 3
_SIGNS: Final = {"reason": "+", "objection": "−"}


def tell_lead(move: IssueMove, phrases: Phrases) -> str:
    """Who leads on an issue, and who did."""
    count = len(move.leads if move.lead in {"kept", "asked"} else move.led)
    now, led = (_name_answers([a.label for a in answers], phrases) for answers in (move.leads, move.led))
    return phrases.say(
        f"changes.lead.{move.lead}", n=count, now=now, led=led, by=move.margin, was=move.margin_before
    )


def tell_stance(move: StanceMove, phrases: Phrases) -> str:
    """What somebody does with a claim now and did before, and the side that they take by it."""
    now, before = (phrases.say(f"act.{act}") if act else "" for act in (move.now, move.before))
    if now and before:
        told = phrases.say("changes.stance-turned", now=now, before=before)
    else:
        told = now or phrases.say("changes.stance-gone", before=before)
    side = phrases.say(f"changes.{move.side}", answer=phrases.quote(move.on)) if move.on and move.side else ""
    return phrases.say("grammar.comma").join(filter(None, (told, side)))


def tell_leads(pair: StatePair, phrases: Phrases) -> list[str]:
    """The issues on which something moved, each with who leads, a line each."""
    return [f"{m.question} {tell_lead(m, phrases)}" for m in find_issue_moves(pair) if m.moved]


def tell_standing(state: JudgedState, phrases: Phrases) -> list[str]:
    """Who leads on each issue to which there are several answers, a line each."""
    lines = []
    for issue, ranking in state.rankings.items():
        if len(ranking.answers) > 1:
            names = _name_answers([state.call(claim) for claim in ranking.leaders], phrases)
            told = phrases.say("leads.one" if ranking.leader else "leads.several", names=names)
            lines.append(f"{state.call(issue)} {told}.")
    return lines


def tell_news(pair: StatePair, phrases: Phrases) -> list[str]:
    """All that is new for a reader, line by line; nothing where no answer moved and nobody says anything new."""
    moved = [move for move in find_turned(find_issue_moves(pair))[0] if move.moved]
    people = find_people_news(pair)
    lines = [line for move in moved for line in _tell_issue(move, phrases)]
    if people:
        heading = "changes.people-read" if pair.same_text else "changes.people"
        lines += [phrases.say(heading)]
        lines += [f"  {line}" for person in people for line in _tell_person(person, pair, phrases)]
    return lines


def _tell_issue(move: IssueMove, phrases: Phrases) -> Iterator[str]:
    yield move.question
    yield f"  {tell_lead(move, phrases)}"
    for answer in move.answers:
        if answer.moved:
            yield f"  {answer.answer.label}: {_tell_course(answer, phrases)}"
            for cause in answer.moves:
                yield f"    {_SIGNS[cause.side]} {_tell_cause(cause, phrases)}"


def _tell_course(answer: AnswerMove, phrases: Phrases) -> str:
    if answer.before == answer.after:
        return phrases.say("changes.as-before")
    now = _tell_tally(answer.after, "changes.no-answer", phrases)
    before = _tell_tally(answer.before, "changes.new-answer", phrases)
    return phrases.say("changes.moved-word", now=now, before=before)


def _tell_tally(tally: AnswerTally | None, missing: str, phrases: Phrases) -> str:
    if tally is None:
        return phrases.say(missing)
    told = [phrases.say(f"word.{tally.word}"), *([phrases.say(f"changes.{tally.place}")] if tally.place else [])]
    counts = (
        phrases.say("changes.reasons", n=tally.reasons),
        phrases.say("changes.objections", n=tally.objections),
    )
    return phrases.say("grammar.comma").join((*told, *counts))


def _tell_cause(move: CountMove, phrases: Phrases) -> str:
    comma = phrases.say("grammar.comma")
    names = [
        phrases.say("changes.loosely", name=who.name) if who.loosely else who.name for who in move.who[:_NAMED]
    ]
    more = f" {phrases.say('changes.more', n=len(move.who) - _NAMED)}" if len(move.who) > _NAMED else ""
    who = f"{comma.join(names)}{more}: " if names else ""
    remark = phrases.say(move.remark, by=_join(move.by))
    unsaid = [phrases.say("changes.unsaid")] if move.unsaid else []
    return comma.join([f"{who}{phrases.quote(_join(move.what))}", remark, *unsaid])


def _tell_person(person: PersonNews, pair: StatePair, phrases: Phrases) -> Iterator[str]:
    comma = phrases.say("grammar.comma")
    turned = person.turned and not pair.same_text
    remark = "changes.fresh" if person.fresh else "changes.turned" if turned else ""
    yield comma.join(filter(None, (person.name, person.role, phrases.say(remark) if remark else "")))
    for stance in person.stances[:_NAMED]:
        sign = stance.side.sign if stance.side else "·"
        yield f"  {sign} {phrases.quote(stance.what)}: {tell_stance(stance, phrases)}"
    if len(person.stances) > _NAMED:
        yield f"  {phrases.say('changes.more', n=len(person.stances) - _NAMED)}"


def _name_answers(labels: Sequence[str], phrases: Phrases) -> str:
    """Answers by name; of many the first few, and how many more."""
    named = [phrases.quote(label) for label in labels]
    if len(named) > _NAMED + 1:
        named[_NAMED:] = [phrases.say("changes.others", n=len(named) - _NAMED)]
    return phrases.join(named)


def _join(claims: Sequence[NamedClaim]) -> str:
    return " + ".join(claim.label for claim in claims)
