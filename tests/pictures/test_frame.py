from __future__ import annotations

from argumap.phrases import ENGLISH
from argumap.pictures.cards import OBJECTIONS, REASONS, Measures, Setting, build_card
from argumap.pictures.frame import Strip, build_foot, build_head
from argumap.pictures.scene import Words
from picture_sheets import DEBATE, joined, point

SETTING = Setting(1500, Measures(1, 17.5, 16, apart=False), ENGLISH)


def texts(strip: Strip) -> list[str]:
    return [shape.text for group in strip.groups for shape in group.shapes if isinstance(shape, Words)]


def test_the_head_has_the_title_the_upshot_and_what_would_turn_it() -> None:
    assert texts(build_head(DEBATE, 0, SETTING, brief=False)) == [DEBATE.title, DEBATE.upshot, DEBATE.turn]
    assert texts(build_head(DEBATE, 0, SETTING, brief=True)) == [DEBATE.title, DEBATE.upshot]


def test_the_legend_names_exactly_the_signs_in_use() -> None:
    plain = build_card([point("a")], REASONS, SETTING, bold=False)
    added = build_card([point("b", added=True)], OBJECTIONS, SETTING, bold=False)
    answered = build_card([point("c", answered="d")], REASONS, SETTING, bold=False)
    shared = build_card(joined("s", "a", "b"), OBJECTIONS, SETTING, bold=False)

    assert texts(build_foot([answered], [], 0, SETTING)) == [
        "+",
        "answered by a point that stands, so not counted",
    ]
    named = ["+", "reason"]
    assert texts(build_foot([plain], [], 0, SETTING)) == named
    told = texts(build_foot([plain, added, answered, shared], ["A note."], 0, SETTING))
    assert told == [
        *named,
        *("−", "objection", "&", "together with each below it"),
        *("−", "added by the map; the source does not give it"),
        *("+", "answered by a point that stands, so not counted", "A note."),
    ]
