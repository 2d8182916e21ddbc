"""The first screen of the network, however much a map holds: neither empty nor a tangle, and it can be read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    Issue,
    Stakeholder,
    StakeholderType,
)
from argumap.semantics import build_page_equations, evaluate
from argumap.views.map.pyvis_page import build_page
from pages import DESKTOP, PHONE, given, grown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pages import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser
SIZES = {"desktop": DESKTOP, "laptop": (1280, 720), "tablet": (768, 1024), "phone": PHONE}
LEAST_TEXT = 11
LONG = "a title that goes on for a hundred and sixty characters, as some do who cannot stop before all is said "


def crowded(answers: int = 12, reasons: int = 40, people: int = 60) -> ArgumentMap:
    """Many answers, one of them with many reasons, and many who speak."""
    drawn = [*_points(answers, reasons)]
    return ArgumentMap(
        title="Twelve measures",
        issues=(Issue("q", "Which measure should the town take before the winter?"),),
        claims=(
            *(
                Claim(f"p{n}", f"The town should take measure number {n}.", f"Take measure {n}", answers=("q",))
                for n in range(answers)
            ),
            *(claim for claim, _ in drawn),
        ),
        arguments=tuple(argument for _, argument in drawn),
        stakeholders=tuple(
            Stakeholder(f"s{n}", f"Speaker number {n} of the council", StakeholderType.PERSON)
            for n in range(people)
        ),
        attributions=tuple(
            Attribution(f"s{n % people}", Act.ARGUES, claim.id) for n, (claim, _) in enumerate(drawn)
        ),
    )


def _points(answers: int, reasons: int) -> Iterator[tuple[Claim, Argument]]:
    for n in range(answers):
        for k in range(reasons if n == 0 else 2 + n % 4):
            point = f"r{n}-{k}"
            bearing = Bearing.ATTACKS if k % 3 == 2 else Bearing.SUPPORTS
            yield (
                Claim(point, f"Measure {n} has effect {k} on those by the river.", f"Effect {k} of measure {n}"),
                Argument(f"{point}/p{n}", (point,), bearing, f"p{n}"),
            )
            if k % 2:
                yield (
                    Claim(f"{point}x", f"Effect {k} was measured twice over.", f"Measured twice, {k}"),
                    Argument(f"{point}x/{point}", (f"{point}x",), Bearing.SUPPORTS, point),
                )


def long_titles() -> ArgumentMap:
    claims = tuple(Claim(f"c{n}", f"{n} is {LONG}.", (LONG * 2)[:160], answers=("q",)) for n in range(4))
    return ArgumentMap(issues=(Issue("q", f"What of {LONG}?"),), claims=claims)


@cache
def page(name: str) -> str:
    argument_map = {
        "crowded": crowded,
        "24 questions": lambda: grown(200, positions=2, issues=24),
        "long": long_titles,
    }.get(name, lambda: grown(int(name)))()
    more: dict[str, Any] = {}
    if name in {"crowded", "long"}:
        more = {"evaluation": evaluate(argument_map), "equations": build_page_equations(argument_map)}
    return build_page(given(argument_map, **more))


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("name", ["crowded", "24 questions", "long", "2000", "10000"])
def test_the_first_screen_can_be_read(name: str, size: tuple[int, int], open_page: Open) -> None:
    opened = open_page(page(name), "#view=network", size=size)
    run = opened.run
    shown = run("() => argumapPage.placed().shown.length")
    assert 5 <= shown <= 60
    assert run("() => probe.overlaps()") == []
    assert run("() => probe.cut()") == []
    assert run("() => probe.leastText()") >= LEAST_TEXT
    assert run("() => probe.crossings()") <= 12
    seen = run("() => argumapPage.placed().shown.filter(id => probe.isOnStage(id)).length")
    assert seen >= min(shown, 4)
    assert run("() => probe.hiddenByBars()") == []
    assert opened.complaints == []


def test_the_leading_answer_shows_its_best_few_where_there_is_room(open_page: Open) -> None:
    opened = open_page(page("crowded"), "#view=network")
    leader = opened.run("() => argumapPage.map.issues[0].ranking[0][0]")
    badges = dict(opened.run("() => probe.folded()"))
    assert opened.run("id => argumapPage.state.open.has(id)", leader)
    assert badges[leader] == "+44"


# A card that goes on beyond the drawing is not seen there.
UNDER = """() => [...document.querySelectorAll('#key:not([open]) summary, #zoom .button')].flatMap(button => {
  const {left, top, right, bottom} = button.getBoundingClientRect();
  return argumapPage.placed().shown.filter(id => {
    const [x, y, end, foot] = probe.rect(id);
    const end_of_drawing = document.getElementById('net').getBoundingClientRect().bottom;
    return x < right && end > left && y < bottom && Math.min(foot, end_of_drawing) > top;
  });
})"""


@pytest.mark.parametrize("name", ["crowded", "24 questions", "200"])
def test_on_a_tablet_nothing_that_is_pressed_lies_on_a_card(name: str, open_page: Open) -> None:
    opened = open_page(page(name), "#view=network", size=SIZES["tablet"])
    assert opened.run(UNDER) == []
