from __future__ import annotations

import pytest

from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    Index,
    Stakeholder,
    build_commitments,
    build_conceded,
    build_made,
)
from maps import TOWN, argument

INDEX = Index(TOWN)


@pytest.mark.parametrize(
    ("acts", "made"),
    [
        pytest.param({"p": Act.ARGUES, "q": Act.ASSERTS}, {"step"}, id="argues one premise and holds the other"),
        pytest.param({"p": Act.ARGUES}, set(), id="says nothing of the other premise"),
        pytest.param({"p": Act.ASSERTS, "q": Act.ASSERTS}, set(), id="holds both and argues neither"),
        pytest.param({"p": Act.ARGUES, "q": Act.DISPUTES}, set(), id="disputes the other premise"),
        pytest.param({"step": Act.CONCEDES}, {"step"}, id="concedes the step itself"),
    ],
)
def test_an_argument_is_made_by_who(acts: dict[str, Act], made: set[str]) -> None:
    spoken = ArgumentMap(
        claims=(Claim("p", "P."), Claim("q", "Q."), Claim("c", "C.")),
        arguments=(
            argument("step", "p q", "supports", "c"),
            Argument("guess", ("p",), Bearing.SUPPORTS, "c", inferred=True),
        ),
        stakeholders=(Stakeholder("ann", "Ann"),),
        attributions=tuple(Attribution("ann", act, of) for of, act in acts.items()),
    )
    assert build_made(Index(spoken), "ann") == made


def test_arguing_for_a_claim_does_not_commit_to_it() -> None:
    assert "close-it" not in build_commitments(INDEX, "shops")


@pytest.mark.parametrize(
    ("speech", "conceded"),
    [
        pytest.param([(Act.CONCEDES, "p")], {"p"}, id="a claim"),
        pytest.param([(Act.CONCEDES, "step")], {"step", "p", "q"}, id="a step with what it rests on"),
        pytest.param([(Act.CONCEDES, "p"), (Act.ARGUES, "p")], set(), id="argued as well"),
        pytest.param([(Act.CONCEDES, "p"), (Act.ARGUES, "step")], set(), id="argued from"),
        pytest.param([(Act.CONCEDES, "p"), (Act.DISPUTES, "q")], {"p"}, id="beside what is disputed"),
        pytest.param([(Act.ASSERTS, "p")], set(), id="asserted"),
    ],
)
def test_what_is_only_granted_is_conceded(speech: list[tuple[Act, str]], conceded: set[str]) -> None:
    spoken = ArgumentMap(
        claims=(Claim("p", "P."), Claim("q", "Q."), Claim("c", "C.")),
        arguments=(argument("step", "p q", "supports", "c"),),
        stakeholders=(Stakeholder("ann", "Ann"),),
        attributions=tuple(Attribution("ann", act, of) for act, of in speech),
    )
    assert build_conceded(Index(spoken), "ann") == conceded
