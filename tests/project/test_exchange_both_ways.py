"""What holds for every format that is read and written: whoever adds one finds it tried here."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.formats import FORMATS
from argumap.project.fidelity import Fidelity, find_facts, measure, read_full_map
from foreign_files import came, read, write

BOTH_WAYS = [name for name, plug_in in FORMATS.items() if plug_in.read and plug_in.write]
# Where a claim is nothing but a name, this is one.
REWORDED = "herons"
WORDLESS = frozenset({"apx"})
"""The formats that have a name for a claim and no place for its words."""


def first(files: dict[str, str]) -> str:
    return next(iter(files.values()))


@pytest.fixture(params=BOTH_WAYS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def file(name: str) -> str:
    """The file that the full map is in the format."""
    return first(write(name, read_full_map()))


def test_a_file_that_nobody_touched_goes_back_as_it_came(name: str, file: str) -> None:
    imported = read(name, file)
    assert first(write(name, came(name, imported), imported.kept)) == file


def test_what_the_map_holds_goes_back_without_what_was_kept_beside_it(name: str, file: str) -> None:
    imported = read(name, file)
    bare = first(write(name, came(name, imported)))
    again = read(name, bare)
    assert find_facts(again.map) == find_facts(imported.map)
    assert first(write(name, came(name, again))) == bare


@pytest.mark.parametrize("beside", [True, False], ids=["with what was kept", "without"])
def test_a_claim_that_was_reworded_goes_back_reworded_and_all_else_as_it_was(
    name: str, file: str, *, beside: bool
) -> None:
    if name in WORDLESS:
        assert measure(FORMATS[name])["claims"] is not Fidelity.KEPT
        pytest.skip("it has names for claims and no words")
    imported = read(name, file)
    claim, *others = came(name, imported).claims
    edited = replace(came(name, imported), claims=(replace(claim, text=REWORDED), *others))
    once = first(write(name, edited, imported.kept if beside else ()))
    again = read(name, once)
    assert find_facts(again.map) == find_facts(edited)
    assert first(write(name, edited, imported.kept if beside else ())) == once
