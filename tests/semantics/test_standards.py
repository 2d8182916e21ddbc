"""Status under written standards, against the equations written anew and by the laws they obey."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from argumap.model import ArgumentMap, Issue, Standard
from argumap.semantics import STRICT_FIRST, evaluate, label_grounded, relabel, weigh
from argumap.semantics.compiled_map import compile_map, make_whole
from argumap.semantics.grounded_labelling import label_without_standards
from balance_oracle import Plainly, cut, grounded
from draws import draws, seeded
from map_shapes import SHAPES, renamed, with_standards, without_standards
from verdict_cases import small_map

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS = {1: ("stands", "applies"), 0: ("undecided", "undecided"), -1: ("falls", "blocked")}


def written(argument_map: ArgumentMap, **standards: str) -> ArgumentMap:
    """The map with standards on the claims named."""
    return replace(
        argument_map,
        claims=tuple(
            replace(c, standard=Standard(standards[c.id])) if c.id in standards else c for c in argument_map.claims
        ),
    )


def statuses(argument_map: ArgumentMap) -> Mapping[str, str]:
    return evaluate(argument_map).status


def plainly(argument_map: ArgumentMap) -> dict[str, str]:
    label = Plainly(cut(argument_map)).least()
    steps = {a.id for a in argument_map.arguments}
    every = [*(c.id for c in argument_map.claims), *steps]
    return {node: WORDS[label.get(node, -1)][node in steps] for node in every}


@pytest.mark.parametrize(
    ("pros", "cons", "standing"),
    [
        (0, 0, "reason balance clear unanswered"),
        (1, 0, "reason balance clear unanswered backed"),
        (0, 1, ""),
        (1, 1, "reason"),
        (2, 1, "reason balance clear"),
        (3, 2, "reason balance"),
    ],
)
def test_a_claim_stands_by_the_standard_that_is_written_for_it(pros: int, cons: int, standing: str) -> None:
    names = [f"p{n}" for n in range(pros)], [f"x{n}" for n in range(cons)]
    relations = [f"{p} supports t" for p in names[0]] + [f"{x} attacks t" for x in names[1]]
    drawn = small_map(" ".join(["t", *names[0], *names[1]]), "; ".join(relations))
    found = [s.value for s in Standard if statuses(written(drawn, t=s.value))["t"] == "stands"]
    assert found == standing.split()


def test_what_stands_by_balance_speaks_for_and_against_others() -> None:
    drawn = small_map("t a p q x", "a attacks t; p supports a; q supports a; x attacks a")
    assert statuses(drawn)["t"] == "stands"
    assert statuses(written(drawn, a="balance"))["t"] == "falls"


def test_a_standard_is_the_claims_own_else_its_issues_strictest_else_the_maps() -> None:
    drawn = small_map("t a b", "a attacks t; b supports t")
    strict = replace(drawn, issues=(Issue("q", "?", standard=Standard.CLEAR), Issue("r", "?")))
    assert compile_map(drawn).standards == {}
    assert compile_map(strict).standards == {0: Standard.CLEAR}
    two = replace(
        strict,
        issues=(Issue("q", "?", standard=Standard.REASON), Issue("r", "?", standard=Standard.BACKED)),
        claims=(replace(strict.claims[0], answers=("q", "r")), *strict.claims[1:]),
        standard=Standard.UNANSWERED,
    )
    assert compile_map(two).standards == {0: Standard.BACKED, 1: Standard.UNANSWERED, 2: Standard.UNANSWERED}
    assert compile_map(written(two, t="reason")).standards[0] is Standard.REASON


def test_rivals_strike_under_balance_only_where_they_are_not_weaker() -> None:
    drawn = small_map("t~r r p q", "p supports t; q supports r")
    both = written(drawn, t="balance", r="balance")
    assert statuses(drawn)["t"] == statuses(both)["t"] == statuses(both)["r"] == "undecided"
    stronger = small_map("t~r r p q o", "p supports t; q supports r; o supports t")
    found = statuses(written(stronger, t="balance", r="balance"))
    assert (found["t"], found["r"]) == ("stands", "falls")
    assert statuses(written(stronger, t="balance"))["t"] == "stands"
    assert statuses(written(stronger, r="balance"))["t"] == "undecided"
    assert statuses(written(stronger, t="reason", r="reason"))["t"] == "undecided"


def test_an_answered_reason_gives_a_rival_no_weight() -> None:
    drawn = small_map("t~r r p q o", "p supports t; q supports r; o attacks q")
    assert statuses(written(drawn, t="clear"))["t"] == "stands"


def test_weights_are_counted_as_they_are_written() -> None:
    drawn = small_map("t a b c", "a supports t; b supports t; c attacks t")
    shares = (0.1, 0.2, 0.3)
    tie = replace(
        drawn, arguments=tuple(replace(a, weight=w) for a, w in zip(drawn.arguments, shares, strict=True))
    )
    assert statuses(written(tie, t="balance"))["t"] == "falls"
    assert list(make_whole([0.1, 0.25, 1.0])) == [2, 5, 20]
    assert list(make_whole([1.0, 1.0])) == [1, 1]


def test_doubting_a_step_can_turn_a_status_where_it_is_weighed() -> None:
    drawn = written(small_map("t a b", "a supports t; b attacks t"), t="balance")
    delta = evaluate(drawn).what_if(doubt={"r1": 0.5})
    assert [(c.id, c.before, c.after) for c in delta.status] == [("t", "falls", "stands")]


def test_circles_that_would_need_guessing_stay_undecided() -> None:
    drawn = small_map("a b p q", "a attacks b; b attacks a; p supports a; q supports b")
    found = statuses(written(drawn, a="clear", b="clear"))
    assert (found["a"], found["b"]) == ("undecided", "undecided")
    assert statuses(written(drawn, a="reason"))["b"] == "falls"


@pytest.mark.campaign
@pytest.mark.parametrize("shape", SHAPES)
def test_random_maps_come_out_as_by_the_equations_written_anew(shape: str) -> None:
    """``ARGUMAP_DRAWS=9`` draws more than five thousand maps over the ten shapes."""
    draw = seeded(sorted(SHAPES).index(shape) + 1400)
    for _ in range(draws(60)):
        argument_map = with_standards(draw, SHAPES[shape](draw))
        assert dict(statuses(argument_map)) == plainly(argument_map)


@pytest.mark.campaign
@pytest.mark.parametrize("shape", SHAPES)
def test_setting_aside_comes_out_as_deciding_all_anew(shape: str) -> None:
    draw = seeded(sorted(SHAPES).index(shape) + 1500)
    for _ in range(draws(60)):
        compiled = compile_map(with_standards(draw, SHAPES[shape](draw)))
        muted = compiled.muted(compiled.base)
        before = label_grounded(compiled, muted)
        aside = {*draw.sample(range(len(compiled)), min(len(compiled), draw.choice([1, 1, 2]))), *muted}
        change = relabel(compiled, before, sorted(aside))
        after = label_grounded(compiled, aside)
        assert list(change.apply(before).label) == list(after.label)
        assert all(before.label[n] != x for n, x in change.label.items())


@pytest.mark.campaign
def test_of_all_solutions_it_is_the_one_that_decides_least() -> None:
    draw = seeded(1600)
    tried = 0
    while tried < draws(60):
        shape = draw.choice([*SHAPES.values()])
        argument_map = cut(with_standards(draw, shape(draw)))
        if len(argument_map.claims) + len(argument_map.arguments) > 8:
            continue
        tried += 1
        label = evaluate(argument_map).labelling.label
        ids = evaluate(argument_map).compiled.ids
        solutions = list(Plainly(argument_map).every_solution())
        assert dict(zip(ids, label, strict=True)) in solutions
        for node, value in zip(ids, label, strict=True):
            if value:
                assert all(found[node] == value for found in solutions)


@pytest.mark.campaign
@pytest.mark.parametrize("shape", SHAPES)
def test_laws_of_written_standards(shape: str) -> None:
    """Today's status is a special case; contradicting claims never both stand; names and order change nothing."""
    draw = seeded(sorted(SHAPES).index(shape) + 1700)
    for _ in range(draws(30)):
        bare = without_standards(SHAPES[shape](draw))
        before = statuses(bare)
        compiled = compile_map(bare)
        assert label_grounded(compiled) == label_without_standards(compiled)
        assert dict(before) == dict(statuses(replace(bare, standard=Standard.UNANSWERED)))
        written_map = with_standards(draw, bare)
        evaluation = evaluate(written_map)
        for one, other in written_map.contradictions():
            assert {evaluation.status[one], evaluation.status[other]} != {"stands"}
        turned, names = renamed(draw, written_map)
        twin = statuses(turned)
        assert all(twin[names[node]] == status for node, status in evaluation.status.items())


@pytest.mark.campaign
@pytest.mark.parametrize("shape", SHAPES)
def test_the_label_is_what_the_dial_says_at_the_written_standard(shape: str) -> None:
    draw = seeded(sorted(SHAPES).index(shape) + 1800)
    verdicts = {"stands": "holds", "falls": "fails", "undecided": "open"}
    for _ in range(draws(30)):
        argument_map = with_standards(draw, SHAPES[shape](draw))
        evaluation = evaluate(argument_map)
        rivals = {c for pair in argument_map.contradictions() for c in pair}
        for node, claim in enumerate(argument_map.claims):
            standard = evaluation.compiled.standards.get(node, Standard.UNANSWERED)
            if claim.id not in rivals:
                assert weigh(evaluation, claim.id).holds(standard) == verdicts[evaluation.status[claim.id]]


@pytest.mark.campaign
@pytest.mark.parametrize("shape", SHAPES)
def test_more_information_takes_no_label_back(shape: str) -> None:
    """Whatever an undecided node is fixed at, what was decided stays, under every standard of the map."""
    draw = seeded(sorted(SHAPES).index(shape) + 1900)
    for _ in range(draws(30)):
        plain = Plainly(cut(with_standards(draw, SHAPES[shape](draw))))
        label = plain.least()
        more = {node: value or draw.choice([1, 0, -1]) for node, value in label.items()}
        image = plain.image(more)
        assert all(image[node] == value for node, value in label.items() if value)


@pytest.mark.parametrize("standard", STRICT_FIRST)
def test_a_standard_written_for_all_leaves_no_node_out(standard: Standard) -> None:
    drawn = replace(small_map("t! a b", "a attacks t; b supports t"), standard=standard)
    assert compile_map(drawn).standards == dict.fromkeys(range(3), standard)
    assert dict(statuses(drawn)) == plainly(drawn)


def test_the_standardless_labels_are_the_oracles_as_well() -> None:
    draw = seeded(2000)
    for _ in range(draws(50)):
        drawn = cut(without_standards(SHAPES["mixed"](draw)))
        assert Plainly(drawn).least() == grounded(drawn)


def test_what_speaks_for_a_rival_is_heard_by_the_claim_that_weighs_it() -> None:
    drawn = small_map("t~r=balance r p q", "p supports t; q supports r")
    evaluation = evaluate(drawn)
    assert evaluation.status["t"] == "undecided"
    change = relabel(evaluation.compiled, evaluation.labelling, [evaluation.node("q")])
    assert {evaluation.compiled.ids[n]: x for n, x in change.label.items()} == {"q": -1, "r1": -1, "t": 1, "r": -1}
    assert {c.claims: c.becomes for c in evaluation.cruxes("t").found} == {("r",): "stands", ("q",): "stands"}
