from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from argumap.semantics import build_framework, evaluate
from draws import draws, seeded
from maps import MAPS
from oracle import judge, random_map

if TYPE_CHECKING:
    from collections.abc import Mapping


WORDS = {1: ("stands", "applies"), 0: ("undecided", "undecided"), -1: ("falls", "blocked")}


@pytest.mark.campaign
def test_the_flattened_framework_gives_the_same_labels() -> None:
    draw = seeded(6)
    for _ in range(draws(1_500)):
        argument_map = random_map(draw)
        flat = build_framework(argument_map)
        labels = naive_labels(flat.arguments, flat.attacks)
        status = evaluate(argument_map).status
        told = {node_id: status[node_id] for node_id in labels if node_id in status}
        assert told == {node_id: WORDS[labels[node_id]][node_id.startswith("r")] for node_id in told}
        assert {c.id for c in argument_map.claims} <= labels.keys()


def naive_labels(arguments: tuple[str, ...], attacks: tuple[tuple[str, str], ...]) -> Mapping[str, int]:
    label = dict.fromkeys(arguments, 0)
    while True:
        new = {x: min([1, *(-label[a] for a, b in attacks if b == x)]) for x in arguments}
        if new == label:
            return label
        label = new


@pytest.mark.campaign
def test_positions_of_a_map_are_those_of_its_flattened_framework() -> None:
    draw, tried = seeded(7), 0
    while tried < draws(400):
        argument_map = random_map(draw, claims=4, arguments=4)
        flat = build_framework(argument_map)
        if len(flat.arguments) > 11:
            continue
        tried += 1
        claims = {c.id for c in argument_map.claims}
        evaluation = evaluate(argument_map)
        for semantics, family in judge(flat.arguments, flat.attacks).items():
            expected = {extension & claims for extension in family}
            assert set(evaluation.extensions(semantics)) == expected, semantics


def test_the_framework_names_its_nodes_for_people() -> None:
    flat = build_framework(MAPS["town"])
    assert ("not:footfall-rose", "other-towns") in flat.attacks
    assert ("other-towns", "trade-falls/close-it") in flat.attacks
    assert "clean-air/close-it" not in flat.arguments
