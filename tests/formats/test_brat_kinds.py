from __future__ import annotations

import pytest

from argumap.formats._brat_kinds import find_other_kinds, names_claims

_LONG = "the dam of the pond leaks"


@pytest.mark.parametrize(
    "kind", ["Claim", "MajorClaim", "major_claim", "own_claim", "Premise", "Argument_For", "fact"]
)
def test_parts_of_arguments_are_known_by_name(kind: str) -> None:
    assert find_other_kinds({kind: ["leaks"]}, ()) == {}


@pytest.mark.parametrize("kind", ["PER", "Person", "ORG", "Location", "GPE", "Work_Of_Art", "Protein"])
def test_names_and_figures_are_none(kind: str) -> None:
    assert "no claim" in find_other_kinds({kind: [_LONG]}, ())[kind]


def test_what_is_called_otherwise_is_judged_by_its_length() -> None:
    assert find_other_kinds({"Wane": ["old dam"], "Claim": [_LONG]}, ()) == {}
    assert find_other_kinds({"??": ["old"]}, ()) == {}
    assert find_other_kinds({"Wax": [_LONG], "Wane": ["old dam", "the carp", _LONG]}, ()) == {
        "Wane": "a few words of the type 'Wane', which no relation of an argument joins"
    }


def test_what_supports_or_attacks_is_a_part_of_an_argument() -> None:
    assert find_other_kinds({"PER": ["leaks"], "Wane": ["old"]}, {"PER", "Wane"}) == {}


@pytest.mark.parametrize("kind", ["Claim", "waxy", "event", "PER"])
def test_what_names_claims_is_read_as_claims(kind: str) -> None:
    assert names_claims(kind) is not bool(find_other_kinds({kind: [_LONG]}, ()))
