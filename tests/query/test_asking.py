from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.errors import CallError, NotFound
from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    Concept,
    Index,
    Issue,
    Stakeholder,
)
from argumap.query import (
    Filters,
    Side,
    Verdict,
    about,
    build_commitments,
    build_made,
    case_against,
    case_for,
    compare,
    find,
    gaps,
    get_id,
    join_maps,
    path,
    says,
    stance_side,
    stats,
    to_json,
    who,
)
from maps import CYCLE, HOSTILE, TOWN, argument

INDEX = Index(TOWN)


# --- names ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "kind", "id"),
    [
        pytest.param("close-it", "claim", "close-it", id="an id"),
        pytest.param("trade", "claim", "trade-falls", id="the beginning of an id"),
        pytest.param("Keep it open", "claim", "keep-open", id="a whole title"),
        pytest.param("lose custom", "claim", "trade-falls", id="words of a title"),
        pytest.param("walkers ELSEWHERE", "claim", "footfall-rose", id="words in any case"),
        pytest.param("closed cars access", "claim", None, id="words that no one claim has"),
        pytest.param("access", "claim", "keep-open", id="a word of a text"),
        pytest.param("guild", "stakeholder", "shops", id="a word of a name"),
        pytest.param("open to cars", "concept", "open-streets", id="words of a label"),
    ],
)
def test_a_node_is_called_by(name: str, kind: str, id: str | None) -> None:
    if id is None:
        with pytest.raises(NotFound):
            get_id(INDEX, name, kind)
    else:
        assert get_id(INDEX, name, kind) == id


def test_an_ambiguous_name_lists_what_it_may_mean() -> None:
    with pytest.raises(CallError, match=r"may mean 2 things.*close-it \(Close the old town\)"):
        get_id(INDEX, "old town", "claim", "issue", among={"close-it", "trade-falls", "cars"})


def test_an_unknown_name_offers_the_nearest() -> None:
    with pytest.raises(NotFound, match=r"no claim is called 'trad-fals'; nearest: trade-falls"):
        get_id(INDEX, "trad-fals", "claim")


def test_a_map_without_stakeholders_says_so() -> None:
    with pytest.raises(NotFound, match="the map has none"):
        says(Index(CYCLE), "anyone")


def test_a_name_of_signs_alone_means_nothing() -> None:
    with pytest.raises(NotFound):
        get_id(INDEX, "?!", "claim")


# --- who and says -----------------------------------------------------------------------------------------


def test_who_tells_each_voice_and_where_it_speaks() -> None:
    shops, editor = who(INDEX, "trade-falls").stances
    assert (shops.by.id, shops.act, [r.id for r in shops.via]) == ("shops", Act.ARGUES, ["editor"])
    assert [(p.source, p.at) for p in shops.at] == [("column", "s2.p1.s2")]
    assert (editor.by.id, editor.act, editor.reported) == ("editor", Act.CONCEDES, False)
    assert [p.at for p in editor.at] == ["s2.p3.s1"]


def test_whoever_argues_from_a_claim_is_committed_to_it() -> None:
    spoken = replace(TOWN, attributions=(Attribution("shops", Act.ENDORSES, "other-towns"),))
    standing = who(Index(spoken), "rents-rose")
    assert not standing.stances
    assert [(s.by.id, s.of) for s in standing.arguing_from] == [("shops", "other-towns")]
    assert build_commitments(Index(spoken), "shops") == {
        "footfall-rose": ("other-towns",),
        "rents-rose": ("other-towns",),
    }


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


def test_says_groups_by_position_and_counts_sides() -> None:
    groups = {group.position.id: group for group in says(INDEX, "shops").groups if group.position}
    assert {p: (g.speaks_for, g.speaks_against) for p, g in groups.items()} == {
        "close-it": (0, 1),
        "keep-open": (2, 0),
    }


def test_who_disputes_a_reason_speaks_the_other_way() -> None:
    spoken = replace(TOWN, attributions=(Attribution("shops", Act.DISPUTES, "clean-air"),))
    [group] = says(Index(spoken), "shops").groups
    [said] = group.said
    assert (said.bearing, said.side, group.speaks_against) == (Side.FOR, Side.AGAINST, 1)


def test_says_tells_whether_the_reporter_agrees() -> None:
    verdicts = {
        said.node.id: [(o.by.id, o.verdict) for o in said.others]
        for g in says(INDEX, "shops").groups
        for said in g.said
    }
    assert verdicts == {"trade-falls": [("editor", Verdict.AGREES)], "keep-open": [("editor", Verdict.REPORTS)]}


def test_on_keeps_one_position_and_via_what_is_reported() -> None:
    assert [g.position and g.position.id for g in says(INDEX, "editor", on="keep").groups] == ["keep-open"]
    assert says(INDEX, "editor", via=True).groups == ()
    with pytest.raises(NotFound, match="no position is called 'clean-air'"):
        says(INDEX, "editor", on="clean-air")


@pytest.mark.parametrize(
    ("acts", "side"),
    [
        ((Act.ASSERTS,), Side.FOR),
        ((Act.CONCEDES,), Side.FOR),
        ((Act.DISPUTES,), Side.AGAINST),
        ((Act.PRESENTS, Act.QUESTIONS, Act.SUPPOSES), None),
        ((Act.PRESENTS, Act.ENDORSES), Side.FOR),
        ((Act.ASSERTS, Act.DISPUTES), Side.BOTH),
    ],
)
def test_acts_take_a_side(acts: tuple[Act, ...], side: Side | None) -> None:
    assert stance_side(acts, Side.FOR) is side
    assert stance_side(acts, Side.AGAINST) is (side.turned if side else None)


# --- cases and chains -------------------------------------------------------------------------------------


def test_a_case_shows_linked_premises_and_undercuts_as_what_they_are() -> None:
    attack, undercut = case_against(INDEX, "close-it").reasons
    assert (attack.argument, attack.side, attack.depth) == ("trade-falls/close-it", Side.AGAINST, 1)
    assert (undercut.bearing, undercut.target, undercut.side) == (Bearing.UNDERCUTS, attack.argument, Side.FOR)
    assert [point.claim.id for point in undercut.premises] == ["footfall-rose", "rents-rose"]


def test_a_case_cut_for_depth_counts_what_it_hides() -> None:
    [attack] = case_against(INDEX, "close-it", 1).reasons
    assert attack.hidden == 1


def test_a_cycle_ends_in_a_reference() -> None:
    first, second = case_against(Index(CYCLE), "a").reasons
    assert (first.argument, first.premises[0].elsewhere) == ("b/a", False)
    assert (second.argument, second.premises[0].claim.id, second.premises[0].elsewhere) == ("a/b", "a", True)
    [own] = case_against(Index(CYCLE), "c").reasons
    assert own.premises[0].elsewhere


def test_a_case_knows_the_points_that_nothing_answers() -> None:
    assert [p.claim.id for p in case_for(INDEX, "close-it").unanswered] == ["clean-air"]
    assert not case_against(INDEX, "close-it").unanswered


def test_a_case_of_ten_thousand_steps_in_a_row_is_told() -> None:
    n = 10_000
    chain = ArgumentMap(
        claims=tuple(Claim(f"c{i}", "It holds.") for i in range(n)),
        arguments=tuple(argument(f"r{i}", f"c{i + 1}", "attacks", f"c{i}") for i in range(n - 1)),
    )
    case = case_against(Index(chain), "c0")
    assert (len(case.reasons), case.reasons[-1].depth, case.reasons[-1].side) == (n - 1, n - 1, Side.AGAINST)
    assert to_json(case)


def test_a_chain_is_told_in_words() -> None:
    chain = path(INDEX, "rents-rose", "close-it")
    assert chain.direction == "bears on"
    assert chain.sentences == (
        "“Rents rose” undercuts the step from “Shops lose custom” against “Close the old town” "
        "(together with “More walkers elsewhere”)",
        "That step objects to “Close the old town”",
    )
    assert path(INDEX, "close-it", "clean-air").sentences == (
        "“Close the old town” is supported by “Cleaner air”",
    )


def test_a_chain_turns_only_where_it_must() -> None:
    chain = path(INDEX, "trade-falls", "clean-air")
    assert (chain.direction, len(chain.links)) == ("linked", 4)
    assert path(INDEX, "shops", "close-it").direction == "bears on"


def test_a_common_speaker_is_no_reason() -> None:
    apart = ArgumentMap(
        claims=(Claim("p", "P."), Claim("q", "Q.")),
        stakeholders=(Stakeholder("ann", "Ann"),),
        attributions=(Attribution("ann", Act.ASSERTS, "p"), Attribution("ann", Act.ASSERTS, "q")),
    )
    with pytest.raises(NotFound, match="no chain of reasons connects p and q"):
        path(Index(apart), "p", "q")


def test_a_node_is_no_step_from_itself() -> None:
    assert path(INDEX, "close-it", "close-it").links == ()


# --- comparing and finding --------------------------------------------------------------------------------


def test_two_stakeholders_agree_and_clash() -> None:
    found = compare(INDEX, "editor", "shops")
    assert [s.claim.id for s in found.agreed] == ["trade-falls"]
    assert [(c.by, c.argument) for c in found.attacks] == [("b", "trade-falls/close-it")]
    assert [n.id for n in found.only_b] == ["keep-open"]
    assert [(p.position.id, p.opposed) for p in found.positions] == [("close-it", True), ("keep-open", False)]


def test_two_positions_share_a_point_that_cuts_both_ways() -> None:
    found = compare(INDEX, "close", "keep")
    assert [(s.claim.id, s.a, s.b) for s in found.disputed] == [("trade-falls", Side.AGAINST, Side.FOR)]
    assert not found.positions


@pytest.mark.parametrize(("a", "b"), [("shops", "shops"), ("close", "close-it")], ids=["twice", "by two names"])
def test_nobody_is_compared_with_themselves(a: str, b: str) -> None:
    with pytest.raises(CallError, match="name two different"):
        compare(INDEX, a, b)


def test_a_stakeholder_and_a_position_are_not_compared() -> None:
    with pytest.raises(CallError, match="two kinds"):
        compare(INDEX, "shops", "close-it")


@pytest.mark.parametrize(
    ("words", "filters", "ids"),
    [
        pytest.param("rent", Filters(), ["rents-rose"], id="the beginning of a word"),
        pytest.param("ents", Filters(), [], id="not the middle of one"),
        pytest.param("town walkers", Filters(), ["footfall-rose"], id="all words must be there"),
        pytest.param("…", Filters(), [], id="signs are no words"),
        pytest.param("", Filters(tag="money"), ["rents-rose"], id="by tag"),
        pytest.param("", Filters(section="s1"), ["cars", "close-it", "clean-air"], id="by section"),
        pytest.param("", Filters(section="column#s1.p2"), ["clean-air"], id="by part of a named source"),
        pytest.param("", Filters(by="shops"), ["keep-open", "trade-falls"], id="by speaker"),
        pytest.param("", Filters(role="rebuttal"), ["footfall-rose", "rents-rose"], id="by role"),
        pytest.param("", Filters(type="organisation"), ["shops"], id="by type of stakeholder"),
        pytest.param("", Filters(kind="concept"), ["open-streets", "closed-streets"], id="by kind"),
        pytest.param("", Filters(about="open"), ["clean-air"], id="about a narrower thing"),
        pytest.param("", Filters(contested=True), ["close-it"], id="contested"),
        pytest.param(
            "",
            Filters(position="keep"),
            ["keep-open", "trade-falls"],
            id="by position",
        ),
        pytest.param("rose", Filters(unanswered=True), ["rents-rose", "footfall-rose"], id="titles before texts"),
    ],
)
def test_find(words: str, filters: Filters, ids: list[str]) -> None:
    assert [found.node.id for found in find(INDEX, words, filters)] == ids


def test_titles_come_before_texts_and_accents_do_not_matter() -> None:
    cafes = ArgumentMap(
        claims=(Claim("a", "The CAFÉ is shut."), Claim("b", "Nothing.", title="Cafés"), Claim("c", "カフェは閉店"))
    )
    assert [f.node.id for f in find(Index(cafes), "cafe")] == ["b", "a"]
    assert [f.node.id for f in find(Index(cafes), "閉店")] == ["c"]


def test_a_section_that_is_no_locator_is_refused() -> None:
    with pytest.raises(CallError, match="is no locator"):
        find(INDEX, "", Filters(section="second"))


def test_gaps_and_stats_of_the_town() -> None:
    found = gaps(INDEX)
    assert [o.argument for o in found.unanswered] == ["other-towns"]
    assert [v.stakeholder.id for v in found.voiceless] == ["children"]
    assert [(c.criterion.id, c.concept.id) for c in found.cells] == [("air", "open-streets")]
    assert found.uncited is None
    figures = stats(INDEX)
    assert (figures.kinds["claims"], figures.linked_arguments, figures.reported_attributions) == (6, 1, 2)


def test_about_reaches_narrower_things() -> None:
    [remark] = about(INDEX, "open-streets").remarks
    assert [node.id for node in remark.through] == ["closed-streets"]


def test_hostile_texts_and_dangling_ids_are_answered() -> None:
    assert who(Index(HOSTILE), "valueof").stances
    dangling = ArgumentMap(
        claims=(Claim("p", "P."),),
        arguments=(argument("r", "nobody", "attacks", "p"), argument("u", "p", "undercuts", "nothing")),
        attributions=(Attribution("ghost", Act.ARGUES, "p", via=("shade",)),),
    )
    index = Index(dangling)
    assert who(index, "p").stances[0].by.name == "ghost"
    assert case_against(index, "p").reasons[0].premises[0].claim.kind == "unknown"
    assert path(index, "p", "u").links
    assert gaps(index).unanswered
    assert stats(index).contested == 1


# --- several maps -----------------------------------------------------------------------------------------


def test_one_map_stays_as_it_is() -> None:
    assert join_maps({"town": TOWN}) is TOWN


def test_maps_are_joined_by_stakeholders_and_concepts() -> None:
    other = ArgumentMap(
        issues=(Issue("cars", "Cars?"),),
        claims=(Claim("close-it", "Close it all.", answers=("cars",), about=("closed-streets",)),),
        stakeholders=(Stakeholder("shops", "The guild", role="trade body"),),
        attributions=(Attribution("shops", Act.DISPUTES, "close-it"),),
        concepts=(Concept("closed-streets", "Car-free streets"),),
    )
    index = Index(join_maps({"town": TOWN, "next": other}))
    shops = index.stakeholders["shops"]
    assert (shops.name, shops.role, shops.aliases) == ("Shopkeepers' guild", "trade body", ("The guild",))
    assert {a.of for a in index.speech["shops"]} == {"town#trade-falls", "town#keep-open", "next#close-it"}
    assert [r.claim.id for r in about(index, "closed").remarks] == ["town#clean-air", "next#close-it"]
    assert get_id(index, "trade-falls", "claim") == "town#trade-falls"
    with pytest.raises(CallError, match="may mean 2 things"):
        get_id(index, "close-it", "claim")
    assert who(index, "town#clean-air").node.at[0].source == "town#column"


def test_same_as_joins_and_parts() -> None:
    maps = {
        "a": ArgumentMap(stakeholders=(Stakeholder("smith", "Smith", same_as="u:1"),)),
        "b": ArgumentMap(stakeholders=(Stakeholder("smith", "Another Smith", same_as="u:2"),)),
        "c": ArgumentMap(
            stakeholders=(Stakeholder("j-smith", "J. Smith", same_as="u:1"),),
            attributions=(Attribution("j-smith", Act.ASSERTS, "x"),),
        ),
        "d": ArgumentMap(stakeholders=(Stakeholder("j-smith", "Smith of d"),)),
    }
    atlas = join_maps(maps)
    assert [(s.id, s.name) for s in atlas.stakeholders] == [("smith", "Smith"), ("b#smith", "Another Smith")]
    assert atlas.attributions[0].by == "smith"
    assert get_id(Index(atlas), "j-smith", "stakeholder") == "smith"


def test_a_map_whose_name_has_a_number_sign_is_refused() -> None:
    with pytest.raises(CallError, match="no #"):
        join_maps({"a#b": TOWN, "c": TOWN})


@pytest.mark.parametrize("name", ["close", "zebra#close"], ids=["an id", "an id with its map"])
def test_the_name_of_a_map_is_no_word_of_its_nodes(name: str) -> None:
    index = Index(join_maps({"zebra": TOWN, "b": ArgumentMap()}))
    assert get_id(index, name, "claim") == "zebra#close-it"
    with pytest.raises(NotFound):
        get_id(index, "zeb", "claim")
    assert find(index, "zeb") == ()
