"""A debate that goes on: the town's map in three states, in the last of which another answer leads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.model import (
    Act,
    ArgumentMap,
    Attribution,
    Claim,
    Index,
    Issue,
    Source,
    Stakeholder,
    StakeholderType,
)
from argumap.news.judged_states import JudgedState, StatePair
from argumap.semantics import evaluate
from argumap.snapshots import build_snapshot
from argumap.verdicts import build_issue_verdicts
from argumap.views import MapState, ViewInput
from maps import argument, at

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST = ArgumentMap(
    title="Who may drive in the old town?",
    sources=(Source("column", "Give the square back", author="editor"),),
    issues=(
        Issue("cars", "Should the old town be closed to private cars?"),
        Issue("bus", "Should the bus run at night?"),
    ),
    claims=(
        Claim("close-it", "The old town should be closed to cars.", "Close the old town", answers=("cars",)),
        Claim("toll", "Cars should pay at the gates.", "Charge a toll", answers=("cars",)),
        Claim("run-late", "The bus should run until midnight.", "Run it late", answers=("bus",)),
        Claim("clean-air", "Streets without cars have cleaner air.", "Cleaner air", at=at("s1.p1.s1")),
        Claim("quiet", "Nights without cars are quiet.", "Quiet nights", at=at("s1.p1.s2")),
        Claim("unfair", "A toll hits those who earn little.", "Unfair to the poor", at=at("s2.p1.s1")),
    ),
    arguments=(
        argument("clean-air/close-it", "clean-air", "supports", "close-it"),
        argument("quiet/close-it", "quiet", "supports", "close-it"),
        argument("unfair/toll", "unfair", "attacks", "toll"),
    ),
    stakeholders=(
        Stakeholder("editor", "The column's author", StakeholderType.PERSON),
        Stakeholder("mayor", "Petra Lunn", StakeholderType.PERSON, role="mayor"),
    ),
    attributions=(
        Attribution("editor", Act.ASSERTS, "clean-air"),
        Attribution("editor", Act.ASSERTS, "quiet"),
        Attribution("mayor", Act.DISPUTES, "toll", via=("editor",)),
        Attribution("mayor", Act.ARGUES, "unfair", via=("editor",)),
    ),
)
SECOND = replace(
    FIRST,
    claims=(
        *FIRST.claims[:3],
        replace(FIRST.claims[3], text="Streets without any cars have cleaner air."),
        replace(FIRST.claims[4], title="Quiet nights!"),
        FIRST.claims[5],
        Claim("free-pass", "Those who earn little could pass free.", "A free pass"),
    ),
    arguments=(*FIRST.arguments, argument("free-pass/unfair", "free-pass", "attacks", "unfair")),
    stakeholders=(*FIRST.stakeholders, Stakeholder("circle", "Residents' Circle", StakeholderType.GROUP)),
    attributions=(*FIRST.attributions, Attribution("circle", Act.ARGUES, "free-pass")),
)
THIRD = replace(
    SECOND,
    claims=(
        *SECOND.claims,
        Claim("pays-bus", "A toll pays for the bus.", "It pays for the bus"),
        Claim("halves", "A toll halves the traffic.", "Half the traffic"),
        Claim("vans", "Vans keep the air as it was.", "Vans stay"),
        Claim("no-way", "Nobody can reach the town.", "No way in"),
    ),
    arguments=(
        *SECOND.arguments,
        argument("pays-bus/toll", "pays-bus", "supports", "toll"),
        argument("halves/toll", "halves", "supports", "toll"),
        argument("vans/clean-air", "vans", "attacks", "clean-air"),
        argument("no-way/close-it", "no-way", "attacks", "close-it"),
    ),
    attributions=(
        *FIRST.attributions[:2],
        *SECOND.attributions[3:],
        Attribution("mayor", Act.ENDORSES, "toll", via=("editor",)),
        Attribution("mayor", Act.ASSERTS, "pays-bus"),
    ),
)
DATES = ("2027-04-17", "2027-04-26", "2027-05-02")
NOTES = ("the column", "the hearing", "eve of the vote")


def states_of(maps: Sequence[ArgumentMap] = (FIRST, SECOND, THIRD)) -> tuple[MapState, ...]:
    """The maps as they were kept, each with its date and its note."""
    return tuple(
        MapState(build_snapshot(each), date, note) for each, date, note in zip(maps, DATES, NOTES, strict=False)
    )


def judge(states: Sequence[MapState]) -> list[JudgedState]:
    return [JudgedState(state.snapshot, state.text) for state in states]


def pair_of(old: ArgumentMap = FIRST, new: ArgumentMap = THIRD) -> StatePair:
    return StatePair(*judge(states_of((old, new))))


def input_of(states: Sequence[MapState] = ()) -> ViewInput:
    """What the page of changes draws from: the states given, or the three of the town."""
    states = tuple(states) or states_of()
    newest = states[-1].snapshot.map
    evaluation = evaluate(newest)
    return ViewInput(
        newest,
        "town",
        Index(newest),
        evaluation=evaluation,
        verdicts=build_issue_verdicts(evaluation),
        states=states,
    )
