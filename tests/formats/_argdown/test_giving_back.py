from __future__ import annotations

from dataclasses import replace
from difflib import ndiff
from typing import TYPE_CHECKING

import pytest

from argdown_core import count, needs_core, read_by_core
from argdown_texts import POND
from argumap.formats._argdown.giving_back import EarlierSource, give_back
from argumap.model import Act, Argument, Attribution, Bearing, Claim, ClaimType, Issue, Stakeholder
from foreign_files import came, read, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.model import ArgumentMap

RECORD = came("argdown", read("argdown", POND))


def change(claim: str, **values: object) -> Callable[[ArgumentMap], ArgumentMap]:
    def changed(record: ArgumentMap) -> ArgumentMap:
        new = {each.id: replace(each, **values) if each.id == claim else each for each in record.claims}  # type: ignore[arg-type]  # the keys of a claim
        return replace(record, claims=tuple(new.values()))

    return changed


def add_step(record_id: str, premises: str, target: str) -> Callable[[ArgumentMap], ArgumentMap]:
    step = Argument(record_id, tuple(premises.split()), Bearing.SUPPORTS, target)
    return lambda record: replace(record, arguments=(*record.arguments, step))


def drop_step(gone: str) -> Callable[[ArgumentMap], ArgumentMap]:
    return lambda record: replace(record, arguments=tuple(step for step in record.arguments if step.id != gone))


def add_frogs(record: ArgumentMap) -> ArgumentMap:
    frogs = Claim("frogs", "Frogs live there.", type=ClaimType.FACT)
    return add_step("frogs/keep-it", "frogs", "keep-it")(replace(record, claims=(*record.claims, frogs)))


def add_speaker(record: ArgumentMap) -> ArgumentMap:
    said = Attribution("anglers", Act.ASSERTS, "rain")
    people = (*record.stakeholders, Stakeholder("anglers", "Anglers"))
    return replace(record, stakeholders=people, attributions=(*record.attributions, said))


def drop_list(record: ArgumentMap) -> ArgumentMap:
    gone = {"another-one", "reason-sic-so"}
    steps = tuple(step for step in record.arguments if step.target != "another-one")
    return replace(record, claims=tuple(c for c in record.claims if c.id not in gone), arguments=steps)


def differences(record: ArgumentMap) -> list[str]:
    lines = ndiff(POND.splitlines(), give_back(EarlierSource(POND, "a file.argdown"), record).splitlines())
    return [line for line in lines if line[0] in "+-" and line[1:].strip()]


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (
            change("drain-it", text="The pond must go [now]."),
            [
                "- [Drain it]: The __mill pond__ should be drained. #policy",
                "+ [Drain it]: The pond must go \\[now]. #policy",
            ],
        ),
        (
            change("cellars-beside-pond-wet", text="Cellars are damp."),
            ["- (1) Cellars beside the pond are wet.", "+ (1) Cellars are damp."],
        ),
        (
            change("old-leaks", type=ClaimType.FACT),
            [
                "- <Old leaks>: Old leaks never end a dam /* so they say */ at all.",
                "+ <Old leaks>: Old leaks never end a dam at all. #(Carp and others) {type: fact}",
            ],
        ),
        (add_frogs, ["+ [Keep it]", "+     + [frogs]", "+ [frogs]: Frogs live there. {type: fact}"]),
        (add_step("rain/keep-it", "rain", "keep-it"), ["+ [Keep it]", "+     + [Rain]"]),
        (
            add_step("both", "rain carp", "keep-it"),
            ["+ <both>", "+ (1) [Rain]", "+ (2) [Carp]", "+ ----", "+ (3) [Keep it]"],
        ),
        (
            lambda record: replace(record, title="Ponds"),
            ['- title: "The mill pond"', "+ title: Ponds"],
        ),
        (
            lambda record: replace(record, issues=(*record.issues, Issue("cost", "What does it cost?"))),
            ["+ # What does it cost? {id: cost}"],
        ),
    ],
)
def test_what_nobody_touched_stays_as_it_is(edit: Callable[[ArgumentMap], ArgumentMap], told: list[str]) -> None:
    assert differences(edit(RECORD)) == told


@pytest.mark.parametrize(
    "edit",
    [
        add_speaker,
        drop_list,
        drop_step("carp/drain-it"),
        drop_step("rain/cellars-3"),
        add_step("rain/list-item", "rain", "list-item"),
        change("leak", text="The dam leaks a lot."),
        change("leak", answers=("may-mill-pond-drained",)),
        change("carp", also=("No carp.",)),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_an_edited_map_goes_back_edited(edit: Callable[[ArgumentMap], ArgumentMap], ends: str) -> None:
    imported = read("argdown", POND.replace("\n", ends))
    edited = edit(came("argdown", imported))
    [text] = write("argdown", edited, imported.kept).values()
    back = read("argdown", text).map
    assert sorted(claim.text for claim in back.claims) == sorted(claim.text for claim in edited.claims)
    assert len(back.arguments) == len(edited.arguments)
    assert [text] == list(write("argdown", edited, imported.kept).values())


@needs_core
def test_argdown_reads_what_went_back_changed() -> None:
    edits = (add_frogs, add_speaker, drop_list, add_step("both", "rain carp", "keep-it"))
    texts = [write("argdown", edit(RECORD), read("argdown", POND).kept)[".argdown"] for edit in edits]
    found = read_by_core(texts)
    assert [each["errors"] for each in found] == [[]] * len(texts)
    assert all(count(each["json"])[0] > 8 for each in found)
