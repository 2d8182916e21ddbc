"""Who argues what as data: the numbers are those of the query room."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given as drawn
from hypothesis import settings

from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    Index,
    Issue,
    Source,
    Stakeholder,
    UnreadableSpeech,
)
from argumap.query import says
from argumap.semantics import evaluate
from argumap.views.matrix.payload import (
    FEW,
    LARGEST,
    build_cards,
    build_comparison,
    build_matrix,
    build_page,
    pack_rows,
    write_csv_rows,
)
from debates import debate, said
from draws import draws
from maps import MAPS, TOWN, argument, random_maps
from pages import given, grown


def sums(argument_map: ArgumentMap) -> dict[tuple[str, str], tuple[int, int]]:
    """By stakeholder and position: for how many claims they speak for it and against it."""
    matrix = build_matrix(Index(argument_map))
    return {
        (column.stakeholder.id, group.position.id): (group.sums[n].speaks_for, group.sums[n].speaks_against)
        for group in matrix.groups
        if group.position
        for n, column in enumerate(matrix.columns)
    }


def asked(argument_map: ArgumentMap) -> dict[tuple[str, str], tuple[int, int]]:
    """The same as the query room answers it."""
    index = Index(argument_map)
    return {
        (stakeholder.id, group.position.id): (group.speaks_for, group.speaks_against)
        for stakeholder in argument_map.stakeholders
        for group in says(index, stakeholder.id).groups
        if group.position
    }


def numbers(table: dict[tuple[str, str], tuple[int, int]]) -> dict[tuple[str, str], tuple[int, int]]:
    return {key: value for key, value in table.items() if value != (0, 0)}


@pytest.mark.parametrize("argument_map", [*MAPS.values(), grown(200)], ids=[*MAPS, "200"])
def test_x3_sums_equal_what_says_answers(argument_map: ArgumentMap) -> None:
    assert numbers(sums(argument_map)) == numbers(asked(argument_map))


@settings(max_examples=draws(30), deadline=None)
@drawn(random_maps())
def test_x3_sums_equal_what_says_answers_whatever_the_map(argument_map: ArgumentMap) -> None:
    assert numbers(sums(argument_map)) == numbers(asked(argument_map))


def test_x8_a_claim_under_two_positions_has_a_cell_in_each_group_with_its_sign() -> None:
    matrix = build_matrix(Index(TOWN))
    shops = [column.stakeholder.id for column in matrix.columns].index("shops")
    signs = {
        group.position.id: cell.sign
        for group in matrix.groups
        if group.position
        for row in group.rows
        if row.claim.id == "trade-falls" and (cell := row.spoken.get(shops))
    }
    assert signs == {"close-it": "−", "keep-open": "+"}


def test_columns_run_by_lean_and_the_author_comes_last() -> None:
    matrix = build_matrix(Index(TOWN))
    assert [column.stakeholder.id for column in matrix.columns] == ["shops", "editor"]
    assert [pole.id for pole in matrix.poles] == ["close-it", "keep-open"]
    assert matrix.columns[0].lean == -1


def test_voices_are_told_apart() -> None:
    matrix = build_matrix(Index(TOWN))
    kinds = {
        (cell.by, cell.claim): cell.kind
        for group in matrix.groups
        for row in group.rows
        for cell in row.spoken.values()
    }
    assert kinds["editor", "clean-air"] == "own"
    assert kinds["shops", "trade-falls"] == "reported"
    assert kinds["editor", "rents-rose"] == "presented"


def test_what_is_only_presented_takes_no_side() -> None:
    matrix = build_matrix(Index(TOWN))
    cells = [cell for group in matrix.groups for row in group.rows for cell in row.spoken.values()]
    presented = [cell for cell in cells if cell.kind == "presented"]
    assert presented
    assert all(cell.side is None for cell in presented)


def test_a_disputed_claim_speaks_the_other_way() -> None:
    argument_map = ArgumentMap(
        issues=(Issue("q", "What now?"),),
        claims=(Claim("p", "Do it.", answers=("q",)), Claim("r", "It helps.")),
        arguments=(argument("r/p", "r", "supports", "p"),),
        stakeholders=(Stakeholder("ann", "Ann"),),
        attributions=(Attribution("ann", Act.DISPUTES, "r"),),
    )
    assert sums(argument_map) == {("ann", "p"): (0, 1)}


def test_what_bears_only_by_the_mappers_step_is_told() -> None:
    argument_map = ArgumentMap(
        issues=(Issue("q", "What now?"),),
        claims=(Claim("p", "Do it.", answers=("q",)), Claim("r", "It helps."), Claim("s", "It is cheap.")),
        arguments=(
            argument("r/p", "r", "supports", "p"),
            Argument("drawn", ("s",), Bearing.SUPPORTS, "p", inferred=True),
        ),
        stakeholders=(Stakeholder("ann", "Ann"),),
        attributions=(Attribution("ann", Act.ASSERTS, "s"),),
    )
    (group,) = build_matrix(Index(argument_map)).groups
    assert {row.claim.id: row.mapped for row in group.rows} == {"p": False, "r": False, "s": True}


def test_the_csv_has_the_numbers_of_the_page() -> None:
    matrix = build_matrix(Index(TOWN))
    rows = write_csv_rows(matrix)
    assert rows[0] == ["position", "claim", "id", "bearing", "Shopkeepers' guild", "The column's author", "voices"]
    assert all(len(row) == len(rows[0]) for row in rows)
    total = next(row for row in rows if row[1:3] == ["sum", "close-it"])
    group = matrix.groups[0]
    assert total[4:6] == [f"+{s.speaks_for} −{s.speaks_against}" for s in group.sums]


def test_each_card_holds_the_cells_of_its_column() -> None:
    matrix = build_matrix(Index(TOWN))
    for n, card in enumerate(build_cards(matrix)):
        cells = [row.spoken[n] for group in matrix.groups for row in group.rows if n in row.spoken]
        assert [cell for _, _, said in card.under for _, cell in said] == cells


def test_a_missing_cell_of_a_comparison_is_a_hole() -> None:
    comparison = build_comparison(Index(TOWN))
    assert comparison is not None
    assert [concept.id for concept in comparison.concepts] == ["open-streets", "closed-streets"]
    ((issue, cells),) = comparison.rows
    assert issue.id == "air"
    assert [None if cell is None else [claim.id for claim in cell] for cell in cells] == [[], ["clean-air"]]
    assert comparison.holes == 1
    assert "Nothing is said of this" in build_page(given(TOWN))


def test_a_map_that_compares_nothing_has_no_comparison() -> None:
    assert build_comparison(Index(MAPS["cycle"])) is None
    assert 'id="comparison"' not in build_page(given(MAPS["cycle"]))


def test_who_has_a_stake_and_no_voice_stands_apart() -> None:
    html = build_page(given(TOWN))
    assert "Schoolchildren" in html.partition("Have a stake, and do not speak here")[2]


def test_an_argument_commits_to_its_premises() -> None:
    argument_map = ArgumentMap(
        sources=(Source("s", "S"),),
        issues=(Issue("q", "What now?"),),
        claims=(Claim("p", "Do it.", answers=("q",)), Claim("r", "It helps.")),
        arguments=(argument("step", "r", "supports", "p"),),
        stakeholders=(Stakeholder("ann", "Ann"),),
        attributions=(Attribution("ann", Act.ARGUES, "step"),),
    )
    cells = [
        cell for g in build_matrix(Index(argument_map)).groups for row in g.rows for cell in row.spoken.values()
    ]
    assert [(cell.claim, cell.sign) for cell in cells] == [("r", "+")]
    assert sums(argument_map) == {("ann", "p"): (0, 0)}


def test_a_table_too_large_to_read_begins_with_the_sums_and_says_so() -> None:
    large = grown(2_000)
    matrix = build_matrix(Index(large))
    assert matrix.size > LARGEST
    html = build_page(given(large))
    assert "Each position shows its sums; open it to see its claims." in html
    assert html.count('<tr data-order="') == 0
    assert html.count('data-fold="') == len(matrix.groups)
    assert html.count("<li><span") <= FEW * FEW * len(matrix.columns) + 10


def test_empty_cells_cost_nothing() -> None:
    alone = crowd_of(40, 40)
    matrix = build_matrix(Index(alone))
    cells = sum(len(row.spoken) for group in matrix.groups for row in group.rows)
    packed = pack_rows(matrix)["groups"]
    assert sum(len(row[5]) for group in packed for row in group["rows"]) == cells == 40
    assert matrix.size == 40 * 41


def crowd_of(speakers: int, claims: int) -> ArgumentMap:
    """One position, and reasons that each have one speaker of their own."""
    reasons = [f"c{n}" for n in range(claims)]
    return ArgumentMap(
        issues=(Issue("q", "What now?"),),
        claims=(Claim("p", "Do it.", answers=("q",)), *(Claim(reason, f"{reason}.") for reason in reasons)),
        arguments=tuple(argument(f"{reason}/p", reason, "supports", "p") for reason in reasons),
        stakeholders=tuple(Stakeholder(f"s{n}", f"Speaker {n}") for n in range(speakers)),
        attributions=tuple(Attribution(f"s{n}", Act.ASSERTS, reason) for n, reason in enumerate(reasons)),
    )


def test_all_of_a_table_is_packed() -> None:
    matrix = build_matrix(Index(TOWN))
    packed = [row for group in pack_rows(matrix)["groups"] for row in group["rows"]]
    told = [row for group in matrix.groups for row in group.rows]
    assert [row[:3] for row in packed] == [[row.claim.label, row.claim.id, row.bearing] for row in told]
    assert [[(cell[0], cell[3]) for cell in row[5]] for row in packed] == [
        [(n, cell.sign) for n, cell in row.spoken.items()] for row in told
    ]


def test_a_step_that_the_map_added_is_told_as_the_maps() -> None:
    drawn_by_the_map = replace(TOWN, arguments=tuple(replace(a, inferred=True) for a in TOWN.arguments))
    words = 'title="by a step added by the map"'
    assert words in build_page(given(drawn_by_the_map, evaluation=evaluate(drawn_by_the_map)))
    assert words not in build_page(given(TOWN, evaluation=evaluate(TOWN)))


def test_speech_that_cannot_be_read_is_told_at_its_claim() -> None:
    broken = replace(TOWN, unreadable=(UnreadableSpeech("clean-air", 7),))
    assert "said: unreadable (line 7)" in build_page(given(broken))


PREMISED = ArgumentMap(
    issues=(Issue("q", "What now?"),),
    claims=(
        Claim("p", "Do it.", answers=("q",)),
        Claim("r", "It helps."),
        Claim("s", "Help is good.", implicit=True),
    ),
    arguments=(argument("step", "r s", "supports", "p"),),
    stakeholders=(Stakeholder("ann", "Ann"),),
    attributions=(
        Attribution("ann", Act.ARGUES, "step", via=("bob",)),
        Attribution("ann", Act.ASSERTS, "r", via=("bob",)),
    ),
)


def test_a_premise_that_nobody_says_is_no_speech() -> None:
    matrix = build_matrix(Index(PREMISED))
    (group,) = matrix.groups
    cells = {row.claim.id: cell for row in group.rows for cell in row.spoken.values()}
    assert {claim: (cell.mark, cell.sign) for claim, cell in cells.items()} == {
        "r": ("reported", "+"),
        "s": ("committed", "+"),
    }
    assert cells["s"].words == "Ann: for Do it. (committed to it, because they argue from it)"
    assert [row.total for row in group.rows if row.claim.id == "s"] == [0]
    assert [row[4] for row in write_csv_rows(matrix) if row[2] == "s"] == ["+ committed"]
    page = build_page(given(PREMISED))
    assert "not said: committed to it, because they argue from it" in page
    assert '<span class="quiet">committed to it, because they argue from it</span>' in page


@pytest.mark.parametrize("argument_map", [PREMISED, *MAPS.values()], ids=["premised", *MAPS])
def test_the_foot_and_what_says_answers_count_the_same(argument_map: ArgumentMap) -> None:
    index = Index(argument_map)
    foot = {column.stakeholder.id: column.claims for column in build_matrix(index).columns}
    assert foot == {who: says(index, who).claims for who in foot}


def test_who_only_takes_a_step_has_a_column_that_the_filter_shows() -> None:
    alone = replace(PREMISED, attributions=PREMISED.attributions[:1])
    (column,) = build_matrix(Index(alone)).columns
    assert (column.claims, column.cells) == (0, 2)


def test_a_position_carries_its_word_and_score() -> None:
    spoken = said(debate("a supports x; b attacks x", "x y"), "ann asserts a", "ann asserts x")
    html = build_page(given(spoken, evaluation=evaluate(spoken)))
    head = html[html.index('<span class="standing">') :].partition("</th>")[0]
    assert "contested" in head
    assert "1 : 1" in head
    assert "1 reason stands, 1 objection is open" in head
    assert '<span class="standing">' not in build_page(given(spoken))


def test_a_concession_has_a_mark_and_words_of_its_own() -> None:
    spoken = said(debate("a attacks x; b attacks x", "x"), "ann concedes a", "ann asserts b", "ann asserts x")
    matrix = build_matrix(Index(spoken))
    cells = {row.claim.id: cell for row in matrix.groups[0].rows for cell in row.spoken.values()}
    assert {claim: (cell.mark, cell.look, cell.sign) for claim, cell in cells.items()} == {
        "x": ("own", "for", "+"),
        "a": ("conceded", "neither", "−"),
        "b": ("own", "against", "−"),
    }
    assert cells["a"].words == "Ann: concedes a point against Claim x. (concedes it, in their own voice)"
    page = build_page(given(spoken))
    assert "conceded: granted, and not pressed" in page
    assert [row[4] for row in write_csv_rows(matrix) if row[2] == "a"] == ["− conceded"]


def test_what_is_argued_or_disputed_as_well_is_no_mere_concession() -> None:
    spoken = said(
        debate("a attacks x; b attacks x", "x"),
        "ann concedes a",
        "ann disputes a",
        "bob concedes b",
        "bob argues r1",
    )
    cells = [cell for row in build_matrix(Index(spoken)).groups[0].rows for cell in row.spoken.values()]
    assert [(cell.claim, cell.mark) for cell in cells] == [("a", "own"), ("b", "own")]
    assert "granted, and not pressed" not in build_page(given(spoken))


def test_positions_stand_as_they_rank_and_one_that_nobody_gives_says_so() -> None:
    drawn = debate("a supports y; b attacks x", "x y z")
    drawn = replace(drawn, claims=tuple(replace(c, implicit=c.id == "z") for c in drawn.claims))
    spoken = said(drawn, "ann asserts a", "ann asserts x")
    html = build_page(given(spoken, evaluation=evaluate(spoken)))
    groups = re.findall(r'<tr class="group">.*?</th>', html, flags=re.DOTALL)
    assert [re.findall("Claim (.)", head) for head in groups] == [["y"], ["z"], ["x"]]
    assert ["said by nobody" in head for head in groups] == [False, True, False]
    assert 'class="status bare"' in groups[1]
