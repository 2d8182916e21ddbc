"""The framework as solvers read it: numbered and whole; its grounded labels are the statuses without standards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from argumap.errors import OtherTool
from argumap.formats import FORMATS, Foreign
from argumap.formats._foreign import keep_lines
from argumap.formats.af import recognise
from argumap.model import ArgumentMap, Claim
from argumap.project.fidelity import find_facts
from argumap.semantics import build_framework, evaluate
from draws import draws
from foreign_files import check_cuts, check_round_trip, corpus, counted
from frameworks import put_in, read_framework, take_out, tell_attacks, write_framework
from map_shapes import without_standards
from maps import MAPS, random_maps

if TYPE_CHECKING:
    from pathlib import Path

TOWN = """p af 3
# of the town
1 2
2 1

"""


def read(text: str) -> tuple[dict[int, str], list[tuple[int, int]]]:
    """The names and the attacks, read as the ICCMA rules say: a header, comments, pairs of numbers."""
    header, *lines = text.splitlines()
    assert header.split()[:2] == ["p", "af"]
    names = {int(n): name for n, name in (line[2:].split(" ", 1) for line in lines if line.startswith("#"))}
    attacks = [(int(a), int(b)) for a, b in (line.split() for line in lines if not line.startswith("#"))]
    count = int(header.split()[2])
    assert list(names) == list(range(1, count + 1))
    assert all(1 <= n <= count for attack in attacks for n in attack)
    return {n: name.partition(": ")[0] for n, name in names.items()}, attacks


def label(nodes: dict[int, str], attacks: list[tuple[int, int]]) -> dict[str, str]:
    """Grounded labels: what only falls attack stands, what something standing attacks falls."""
    against = {n: [a for a, b in attacks if b == n] for n in nodes}
    labels = dict.fromkeys(nodes, "undecided")
    changed = True
    while changed:
        changed = False
        for n, attackers in against.items():
            stands = all(labels[a] == "falls" for a in attackers)
            falls = any(labels[a] == "stands" for a in attackers)
            found = "stands" if stands else "falls" if falls else "undecided"
            changed |= found != labels[n]
            labels[n] = found
    return {name: labels[n] for n, name in nodes.items()}


@pytest.mark.parametrize("name", ["town", "empty", "one claim"])
def test_what_is_written_is_the_framework(name: str) -> None:
    names, attacks = read(write_framework("af", MAPS[name]))
    framework = build_framework(MAPS[name])
    assert tuple(names.values()) == framework.arguments
    assert tuple((names[a], names[b]) for a, b in attacks) == framework.attacks


def test_where_all_that_tells_is_attacks_between_claims_there_is_nothing_else() -> None:
    names, attacks = read(write_framework("af", MAPS["cycle"]))
    assert names == {1: "a", 2: "b", 3: "c"}
    assert attacks == [(1, 2), (2, 1), (3, 3)]


@given(random_maps())
@settings(max_examples=draws(60), deadline=None)
def test_a_solver_finds_the_statuses_of_the_map(argument_map: ArgumentMap) -> None:
    found = label(*read(write_framework("af", argument_map)))
    status = evaluate(without_standards(argument_map)).status
    assert {claim.id: found[claim.id] for claim in argument_map.claims} == {
        claim.id: status[claim.id] for claim in argument_map.claims
    }


def test_numbers_become_claims_that_attack_and_it_is_said_that_they_have_no_words() -> None:
    imported = read_framework("af", TOWN)
    assert [claim.text for claim in imported.map.claims] == ["1", "2", "3"]
    assert tell_attacks(imported.map) == {("1", "attacks", "2"), ("2", "attacks", "1")}
    assert {loss.why for loss in imported.losses} == {"an argument without words, held by its name"}
    assert [loss.id for loss in imported.losses] == ["1", "2", "3"]


def test_comments_name_the_numbers() -> None:
    assert [c.text for c in read_framework("af", "p af 2\n# a\n# b\n1 2\n").map.claims] == ["a", "b"]
    numbered = "p af 2\n# 1 dam-leaks: The dam leaks.\n# 2 undercut\n"
    assert [c.text for c in read_framework("af", numbered).map.claims] == ["The dam leaks.", "undercut"]


def test_an_untouched_framework_goes_back_as_it_came_and_without_its_file_too() -> None:
    imported = read_framework("af", TOWN)
    assert write_framework("af", imported.map, imported.kept, "af") == TOWN
    assert FORMATS["af"].rejoin(imported.kept).decode() == TOWN
    once = write_framework("af", imported.map, came="af")
    again = read_framework("af", once).map
    assert find_facts(again) == find_facts(imported.map)
    assert write_framework("af", again, came="af") == once


def test_a_change_changes_what_it_must() -> None:
    imported = read_framework("af", TOWN)
    fewer = replace(imported.map, arguments=imported.map.arguments[1:])
    assert write_framework("af", fewer, imported.kept, "af") == "p af 3\n# of the town\n2 1\n\n"
    without = write_framework("af", take_out(imported.map, "3"), imported.kept, "af")
    assert (without.split("\n")[0], tell_attacks(read_framework("af", without).map)) == (
        "p af 2",
        tell_attacks(imported.map),
    )
    more = write_framework("af", put_in(imported.map, "The fourth one.", "3"), imported.kept, "af")
    assert ("The fourth one.", "attacks", "3") in tell_attacks(read_framework("af", more).map)


def test_words_of_claims_come_back() -> None:
    record = ArgumentMap(claims=(Claim("a", "All: of it\nis said."), Claim("b", "b")))
    back = read_framework("af", write_framework("af", record)).map
    assert [claim.text for claim in back.claims] == ["All: of it is said.", "b"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "it lacks its head"),
        ("1 2\n", "no head"),
        ("p af x\n", "no head"),
        ("p af 2\n1\n", "no attack"),
        ("p af 2\n1 2 3\n", "no attack"),
        ("p af 999999999\n", "more arguments"),
    ],
)
def test_what_is_no_framework_is_told_with_its_line(text: str, told: str) -> None:
    with pytest.raises(OtherTool, match=told):
        read_framework("af", text)


def test_what_cannot_be_held_is_told() -> None:
    imported = read_framework("af", "p af 2\n1 2\n1 2\n1 3\n")
    assert [(loss.id, loss.why) for loss in imported.losses[2:]] == [
        ("1 → 2", "a relation that is told already"),
        ("1 → 3", "a relation of what is no argument of the framework"),
    ]


def test_a_framework_is_known_by_its_head() -> None:
    assert recognise(Foreign("x", TOWN.encode("utf-8-sig")))
    assert recognise(Foreign("x", b"# first\r\np af 3\r\n1 2\r\n"))
    assert not recognise(Foreign("x", b"p cnf 3 2\n1 -2 0\n"))
    assert not recognise(Foreign("x", b""))


def test_a_file_cut_anywhere_is_read_or_refused() -> None:
    check_cuts("af", TOWN)


@pytest.mark.parametrize("path", corpus("iccma/af/*"))
def test_frameworks_of_others_come_in_with_their_counts_and_go_back(path: Path) -> None:
    data = path.read_bytes()
    imported = FORMATS["af"].read_again(path.name, keep_lines(Foreign(path.name, data).text))
    assert imported is not None
    assert (len(imported.map.claims), len(imported.map.arguments)) == (
        counted(path)["nodes"],
        counted(path)["edges"],
    )
    assert {loss.why for loss in imported.losses} == {"an argument without words, held by its name"}
    assert [other for other, plug_in in FORMATS.items() if plug_in.recognise(Foreign("x", data))] == ["af"]
    check_round_trip("af", data)
