"""Sheets for pictures: a debate as maps have it, and the shapes that are hard to lay out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.pictures import PictureSheet, PointState, SheetAnswer, SheetPoint, SheetPremise

if TYPE_CHECKING:
    from collections.abc import Mapping

LONG = (
    "Whether the council should close the square to cars for good, open it on market days alone, or wait until "
    "the new bridge has been built and the traffic been counted anew"
)
WORDS = "A car park at the edge of the old town pays for itself"


def premise(text: str, who: str = "the shops") -> SheetPremise:
    return SheetPremise(text, text, who)


def point(*texts: str, answered: str = "", added: bool = False, who: str = "the shops") -> SheetPoint:
    return SheetPoint(
        tuple(premise(text, who) for text in texts),
        PointState.ANSWERED if answered else PointState.LIVE,
        added=added,
        answered=((premise(answered),),) if answered else (),
    )


def joined(shared: str, *texts: str) -> tuple[SheetPoint, ...]:
    """Points of one card that share a premise."""
    return tuple(
        SheetPoint((premise(text),), shared=(premise(shared),), joined=n > 0) for n, text in enumerate(texts)
    )


def answer(
    name: str, reasons: tuple[SheetPoint, ...] = (), objections: tuple[SheetPoint, ...] = (), place: str = ""
) -> SheetAnswer:
    counts = f"{len(reasons)} reasons, {len(objections)} objections"
    return SheetAnswer(name, name, place, counts, leads=place == "leads", reasons=reasons, objections=objections)


def sheet(*answers: SheetAnswer, title: str = "Should the square be closed?", **rest: object) -> PictureSheet:
    told = {
        "upshot": "“Close it” leads with two reasons against one unanswered objection.",
        "turn": "Two more unanswered objections would end its lead.",
        "notes": ("Whoever is named says it.", "Source: a column. Snapshot 0123456789ab."),
        "claims": 40,
        "middle": "Answers",
        "no_reason": "no reason in this map",
        "no_objection": "no objection in this map",
        **rest,
    }
    return PictureSheet(title=title, answers=answers, **told)  # type: ignore[arg-type]


def numbered(count: int, words: str = WORDS) -> tuple[SheetPoint, ...]:
    return tuple(point(f"{words} {n}") for n in range(count))


DEBATE = sheet(
    answer(
        "Close it",
        (
            replace(point("Trade falls where cars drive through"), strongest=True),
            point("Noise keeps guests away", "Guests pay for the square"),
            point("The bridge is near", added=True),
            point("The law asks for it", answered="The law was repealed"),
        ),
        (
            point("Deliveries need the square"),
            *joined("Shops have no back door", "Bakers deliver early", "So do bars"),
        ),
        place="leads",
    ),
    answer("Open it on market days", numbered(2), (), place="second"),
    answer("Leave it", (), (point("Somebody was hurt", who=""),), place="third"),
)

SHAPES: Mapping[str, PictureSheet] = {
    "a debate": DEBATE,
    "one claim": sheet(answer("The square is loud")),
    "no answer": sheet(upshot="No claim of the map answers this.", turn=""),
    "nothing but a title": sheet(upshot="", turn="", notes=()),
    "twelve answers": sheet(*(answer(f"Answer {n}", numbered(2), numbered(1)) for n in range(12))),
    "forty reasons": sheet(answer("Close it", numbered(40), numbered(3), place="leads"), answer("Leave it")),
    "long titles": sheet(
        *(
            answer(LONG, (point(LONG), point(LONG, LONG, answered=LONG)), (point(LONG, who=LONG),))
            for _ in range(3)
        ),
        title=LONG,
        upshot=LONG,
        turn=LONG,
    ),
    "one long word": sheet(
        answer("W" * 160, (point("x" * 300),), (point("y" * 160, who="z" * 160),)), title="Q" * 160
    ),
    "Arabic": sheet(
        answer(
            "إغلاق الساحة",
            (point("التجارة تتراجع حيث تمر السيارات", who="المحلات"),),
            (point("التسليم يحتاج الساحة"),),
        ),
        title="هل ينبغي إغلاق الساحة أمام السيارات؟",
        rtl=True,
        language="ar",
    ),
    "Chinese": sheet(
        answer("关闭广场", (point("汽车经过的地方，生意就会下降，" * 4, who="商店"),), (point("送货需要广场"),)),
        title="广场应该对汽车关闭吗？" * 6,
        language="zh",
    ),
    "signs of the file": sheet(
        answer("a < b & \"c\" 'd'", (point("</text><script>"), point("#set $x$ @y [z]")), ())
    ),
}
