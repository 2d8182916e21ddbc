"""A picture in words: a sentence or two in its place, and everything it has to tell as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.phrases import get_phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.phrases import Phrases
    from argumap.pictures.sheet import PictureSheet, SheetAnswer, SheetPoint, SheetPremise

MOST_TOLD = 6
"""So many answers are told one by one in the place of a picture."""


def tell_alternative(sheet: PictureSheet) -> str:
    """What stands in the place of a picture for those who do not see it."""
    phrases = get_phrases(sheet.language)
    told = [_tell_answer(answer) for answer in sheet.answers[:MOST_TOLD]]
    kind = phrases.say("picture.alternative", n=len(sheet.answers))
    return " ".join(filter(None, (kind, sheet.title, sheet.upshot, *(f"{answer}." for answer in told))))


def write_text(sheet: PictureSheet) -> str:
    """All that the sheet holds, whatever a picture of it had room for; ends with a line break."""
    return "\n".join(_tell(sheet, get_phrases(sheet.language))) + "\n"


def _tell(sheet: PictureSheet, phrases: Phrases) -> Iterator[str]:
    yield from filter(None, (sheet.title, sheet.upshot, sheet.turn))
    for n, answer in enumerate(sheet.answers, start=1):
        yield from ("", f"{n}. {_tell_answer(answer)}")
        for sign, points, nothing in (
            ("+", answer.reasons, sheet.no_reason),
            ("−", answer.objections, sheet.no_objection),
        ):
            if not points:
                yield f"   {sign} {nothing}"
            for point in points:
                yield f"   {sign} {_tell_point(point, phrases)}"
    yield ""
    yield from sheet.notes


def tell_answering(point: SheetPoint) -> str:
    """What answers a point, several one after another."""
    return "; ".join(" & ".join(premise.text for premise in premises) for premises in point.answered)


def _tell_answer(answer: SheetAnswer) -> str:
    return ": ".join(filter(None, (answer.name, ", ".join(filter(None, (answer.place, answer.counts))))))


def _tell_point(point: SheetPoint, phrases: Phrases) -> str:
    premises = (*point.shared, *point.premises)
    told = " & ".join(map(_tell_premise, premises))
    if point.added:
        told += f" [{phrases.say('picture.added')}]"
    if point.note:
        told += f" [{point.note}]"
    return f"{told} – {phrases.say('picture.answered')} {tell_answering(point)}" if point.answered else told


def _tell_premise(premise: SheetPremise) -> str:
    return f"{premise.text} ({premise.who})" if premise.who else premise.text
