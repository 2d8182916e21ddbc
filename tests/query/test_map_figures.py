from __future__ import annotations

from dataclasses import replace

from argumap.model import Act, ArgumentMap, Attribution, Claim, Index, Stakeholder
from argumap.query import stats
from argumap.semantics import evaluate
from argumap.verdicts import build_issue_table
from debates import debate
from maps import TOWN, argument

INDEX = Index(TOWN)


def test_the_town_in_figures() -> None:
    told = stats(INDEX)
    assert (told.kinds["claims"], told.linked_arguments, told.reported_attributions) == (6, 1, 2)
    assert dict(told.bearings) == {"supports": 2, "attacks": 1, "undercuts": 1}


def test_the_most_contested_have_most_on_their_weaker_side_then_most_attacks() -> None:
    sides = {"one-sided": (0, 3), "even": (1, 1), "attacked": (1, 2), "praised": (3, 1), "quiet": (4, 0)}
    arguments = [
        argument(f"{claim}-{bearing}-{n}", f"{bearing}-{n}", bearing, claim)
        for claim, (supports, attacks) in sides.items()
        for bearing, count in (("supports", supports), ("attacks", attacks))
        for n in range(count)
    ]
    reasons = sorted({premise for each in arguments for premise in each.premises})
    debate = ArgumentMap(
        claims=tuple(Claim(node_id, "It holds.") for node_id in (*sides, *reasons)), arguments=(*arguments,)
    )
    told = [(count.claim.id, count.supports, count.attacks) for count in stats(Index(debate)).most_contested]
    assert told == [("attacked", 1, 2), ("praised", 3, 1), ("even", 1, 1), ("one-sided", 0, 3)]


def test_whoever_speaks_to_most_comes_first_and_a_claim_counts_once() -> None:
    spoken = replace(
        TOWN,
        stakeholders=(Stakeholder("ann", "Ann"), Stakeholder("bob", "Bob")),
        attributions=(
            Attribution("ann", Act.ASSERTS, "clean-air"),
            Attribution("ann", Act.ARGUES, "clean-air", via=("bob",)),
            Attribution("bob", Act.ASSERTS, "clean-air"),
            Attribution("bob", Act.ASSERTS, "rents-rose", via=("ann",)),
        ),
    )
    told = [(count.by.id, count.spoken, count.reported) for count in stats(Index(spoken)).most_spoken]
    assert told == [("bob", 2, 1), ("ann", 1, 0)]


def test_who_leads_on_each_issue_is_told_where_the_map_is_evaluated() -> None:
    index = Index(debate("a supports x; b attacks y", "x y"))
    text = stats(index, evaluate(index)).text()
    assert build_issue_table(evaluate(index)).text() in text
    assert "Most argued over" not in text
    assert "Most argued over" in stats(index).text()


def test_what_nobody_has_seen_is_counted_where_there_is_any() -> None:
    drafted = ArgumentMap(claims=(Claim("a", "A.", unseen="draft, by statement"), Claim("b", "B.")))
    figures = stats(Index(drafted))
    assert figures.unseen == 1
    assert "Not seen by anybody yet: 1 item" in figures.text()
    assert "Not seen" not in stats(Index(ArgumentMap(claims=(Claim("b", "B."),)))).text()
