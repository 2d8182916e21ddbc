"""The outline as data: every claim once in full, under what it bears on nearest."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING

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
    Issue,
    Stakeholder,
    StakeholderType,
    UnreadableSpeech,
)
from argumap.semantics import NotePart, evaluate
from argumap.verdicts import read_plainly
from argumap.views.outline.payload import (
    DEEPEST,
    LARGEST_PART,
    OutlineClaim,
    OutlineReason,
    See,
    build_chapters,
    build_pages,
)
from debates import debate
from draws import draws
from maps import CYCLE, MAPS, TOWN, argument, random_maps
from pages import given, grown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argumap.views import ViewInput


def build_page(made: ViewInput) -> str:
    """All parts of the page."""
    return "\n".join(build_pages(made).values())


def entries(argument_map: ArgumentMap) -> list[OutlineClaim]:
    return [each for each in walk(argument_map) if isinstance(each, OutlineClaim)]


def walk(argument_map: ArgumentMap) -> Iterable[OutlineClaim | See | OutlineReason]:
    """Everything on the page, from top to bottom."""
    waiting: list[OutlineClaim | See | OutlineReason] = []
    for chapter in reversed(build_chapters(given(argument_map, evaluation=evaluate(argument_map)))):
        waiting.extend(reversed(chapter.entries))
    while waiting:
        each = waiting.pop()
        yield each
        if isinstance(each, OutlineClaim):
            waiting.extend(reversed(each.reasons))
        elif isinstance(each, OutlineReason):
            waiting.extend(reversed((*each.premises, *each.undercuts)))


def entry(argument_map: ArgumentMap, node_id: str) -> OutlineClaim:
    return next(each for each in entries(argument_map) if each.claim.id == node_id)


def chain(length: int) -> ArgumentMap:
    """A claim for each claim, one under the other."""
    claims = tuple(Claim(f"c{n}", f"Statement {n}.", answers=("q",) if n == 0 else ()) for n in range(length))
    steps = tuple(argument(f"a{n}", f"c{n}", "supports", f"c{n - 1}") for n in range(1, length))
    return ArgumentMap(issues=(Issue("q", "What now?"),), claims=claims, arguments=steps)


def undercuts(length: int) -> ArgumentMap:
    """An objection whose step is denied by a step that is denied, and so on."""
    claims = (
        Claim("t", "T.", answers=("q",)),
        Claim("o", "O."),
        *(Claim(f"c{n}", f"C{n}.") for n in range(length)),
    )
    steps = tuple(argument(f"u{n}", f"c{n}", "undercuts", f"u{n - 1}" if n else "o/t") for n in range(length))
    return ArgumentMap(
        issues=(Issue("q", "What now?"),), claims=claims, arguments=(argument("o/t", "o", "attacks", "t"), *steps)
    )


@pytest.mark.parametrize("length", [150, 10_000])
def test_a_long_chain_of_undercuts_goes_on_further_down(length: int) -> None:
    denied = undercuts(length)
    told = [each for each in walk(denied) if isinstance(each, OutlineReason)]
    assert sorted(each.argument.id for each in told) == sorted(each.id for each in denied.arguments)
    assert sorted(each.claim.id for each in entries(denied)) == sorted(claim.id for claim in denied.claims)
    cut = [each for each in told if each.further]
    assert 0 < len(cut) <= length // 5
    page = build_page(given(denied, evaluation=None))
    assert all(f'href="#n={see.id}"' in page or length > 1_000 for each in cut for see in each.further)
    assert page.count("which goes on elsewhere") >= len(cut)


@pytest.mark.parametrize("argument_map", MAPS.values(), ids=MAPS)
def test_every_claim_stands_once_in_full(argument_map: ArgumentMap) -> None:
    ids = [each.claim.id for each in entries(argument_map)]
    assert sorted(ids) == sorted(claim.id for claim in argument_map.claims)


@settings(max_examples=draws(30), deadline=None)
@drawn(random_maps())
def test_whatever_the_map_every_claim_and_every_step_stands_once(argument_map: ArgumentMap) -> None:
    ids = [each.claim.id for each in entries(argument_map)]
    assert sorted(ids) == sorted(claim.id for claim in argument_map.claims)
    steps = [each.argument.id for each in walk(argument_map) if isinstance(each, OutlineReason)]
    assert len(steps) == len(set(steps))


def test_a_claim_with_two_targets_is_told_once_and_seen_from_the_other() -> None:
    keep = entry(TOWN, "keep-open")
    assert [premise for reason in keep.reasons for premise in reason.premises] == [
        See("trade-falls", "Shops lose custom")
    ]
    assert entry(TOWN, "trade-falls").claim.id == "trade-falls"


def test_an_undercut_stands_under_the_step_it_denies() -> None:
    objection = entry(TOWN, "close-it").objections[0]
    (undercut,) = objection.undercuts
    assert undercut.relation == "undercuts"
    assert [each.claim.id for each in undercut.premises if isinstance(each, OutlineClaim)] == [
        "footfall-rose",
        "rents-rose",
    ]


def test_a_cycle_ends_in_a_pointer() -> None:
    seen = [each.id for each in walk(CYCLE) if isinstance(each, See)]
    assert sorted(seen) == ["a", "c"]


def test_untied_claims_come_last_and_say_what_to_do() -> None:
    chapters = build_chapters(given(MAPS["one claim"]))
    assert [(chapter.kind, len(chapter.entries)) for chapter in chapters] == [("untied", 1)]
    page = build_page(given(MAPS["one claim"]))
    assert "Add a question, and let claims answer it." in page
    assert "What is argued" in page
    loose = build_page(given(replace(TOWN, claims=(*TOWN.claims, Claim("loose", "It rains.")))))
    assert "Say in the map" in loose
    assert "What is argued" not in loose


def test_what_is_about_an_answer_stands_beside_it_with_the_words_it_is_drawn_from() -> None:
    words = {"close-it": [{"source": "column", "at": "s1.p1.s1", "state": "exact", "text": "Shut the gates."}]}
    page = build_page(given(TOWN, anchors=words))
    about = page[page.index('class="about"') :]
    assert about.index("Shut the gates.</blockquote>") < about.index("</div>")


def test_without_a_question_what_is_argued_has_its_two_sides() -> None:
    bare = replace(TOWN, issues=(), claims=tuple(replace(claim, answers=()) for claim in TOWN.claims))
    assert 'class="side for"' in build_page(given(bare))


def test_a_deep_branch_goes_on_under_a_heading_of_its_own() -> None:
    chapters = build_chapters(given(chain(3 * DEEPEST)))
    assert [chapter.kind for chapter in chapters] == ["issue", "deeper"]
    cut = [each for each in walk(chain(3 * DEEPEST)) if isinstance(each, See)]
    assert all(each.continued for each in cut)
    assert len(cut) == len(chapters[1].entries) == 2


def test_a_verdict_names_what_it_hangs_on() -> None:
    rebutted = ArgumentMap(
        issues=(Issue("q", "What now?"),),
        claims=(Claim("p", "Do it.", answers=("q",)), Claim("o", "It costs."), Claim("r", "It is free.")),
        arguments=(argument("o/p", "o", "attacks", "p"), argument("r/o", "r", "attacks", "o")),
    )
    verdicts = {each.claim.id: each.verdict for each in entries(rebutted)}
    told = {node_id: (v.word, v.reasons, v.parts) for node_id, v in verdicts.items() if v}
    assert told == {
        "p": ("answered", "", (NotePart("its objection is answered by", ("r",)),)),
        "o": ("opposed", "no reason is given for it", (NotePart("; 1 objection is unanswered:", ("r",)),)),
        "r": ("unchallenged", "", ()),
    }


def test_a_claim_that_objects_to_itself_is_told_so() -> None:
    verdict = entry(CYCLE, "c").verdict
    assert verdict is not None
    assert (verdict.word, verdict.parts) == ("unresolved", (NotePart("objects to itself"),))


def test_two_claims_that_contradict_each_other_are_unresolved() -> None:
    torn = ArgumentMap(claims=(Claim("a", "A.", contradicts=("b",)), Claim("b", "B.")))
    verdicts = [each.verdict for each in entries(torn)]
    assert [(v.word, v.reasons, v.parts) for v in verdicts if v] == [
        ("unresolved", "", (NotePart("in check with its rival:", ("b",)),)),
        ("unresolved", "", (NotePart("in check with its rival:", ("a",)),)),
    ]


def test_the_voice_is_told_by_its_kind() -> None:
    voices = {voice.by: voice for voice in entry(TOWN, "trade-falls").voices}
    assert (voices["shops"].kind, voices["shops"].via) == ("reported", ("the column's author",))
    assert voices["editor"].kind == "own"
    assert entry(TOWN, "rents-rose").voices[0].kind == "presented"


def test_strength_is_shown_on_demand_where_nobody_weighed() -> None:
    weighed = ArgumentMap(claims=(Claim("a", "A.", base=0.8),))
    for argument_map, wanted in ((TOWN, "only counts them"), (weighed, "checked")):
        html = build_page(given(argument_map, evaluation=evaluate(argument_map)))
        assert wanted in html


def test_a_page_without_an_evaluation_tells_no_verdicts() -> None:
    assert 'class="verdict"' not in build_page(given(TOWN))


@pytest.mark.parametrize(
    "made", [grown(10_000), grown(4_200, positions=3, issues=60)], ids=["branches", "questions"]
)
def test_a_large_debate_comes_in_parts_that_lead_to_each_other(made: ArgumentMap) -> None:
    pages = build_pages(given(made, evaluation=evaluate(made)))
    assert max(len(page.encode()) for page in pages.values()) < 3_000_000
    claims = [page.count('<li class="c ') + page.count('<article class="c position"') for page in pages.values()]
    assert sum(claims) == len(made.claims)
    assert max(claims) <= LARGEST_PART
    files = [*pages]
    assert files == ["outline.html", *(f"outline-{n}.html" for n in range(2, len(pages) + 1))]
    for before, after in pairwise(files):
        assert f'rel="next" href="{after}"' in pages[before]
        assert f'rel="prev" href="{before}"' in pages[after]
    home = {found: file for file in files for found in re.findall(r' id="n=([^"]+)"', pages[file])}
    for file in files:
        for to, claim in re.findall(r'href="(outline[-0-9]*\.html|)#n=(c\d+)"', pages[file]):
            assert home[claim] == (to or file)


def test_a_branch_with_very_many_reasons_does_not_outgrow_its_page() -> None:
    wide = debate("; ".join(f"p{n} supports x" for n in range(2 * LARGEST_PART)), "x")
    pages = build_pages(given(wide, evaluation=evaluate(wide)))
    assert len(pages) > 1
    assert max(page.count(' class="c ') for page in pages.values()) <= LARGEST_PART


def test_what_counts_stands_before_what_is_answered_and_says_by_what() -> None:
    argument_map = debate("a supports x; b supports x; c attacks a", "x")
    answer = entry(argument_map, "x")
    assert [(r.argument.premises, r.state and r.state.value, r.answered_by) for r in answer.reasons] == [
        (("b",), "live", ()),
        (("a",), "answered", ("c",)),
    ]
    page = build_page(given(argument_map, evaluation=evaluate(argument_map)))
    assert 'Answered by <a href="#n=c" dir="auto">Claim c.</a>' in page


def test_a_rival_is_told_beside_the_objections_and_not_counted() -> None:
    argument_map = debate("a supports x; b attacks x", "x y", exclusive=True)
    answer = entry(argument_map, "x")
    assert answer.verdict is not None
    assert sum(int(n) for n in re.findall(r"\d+", answer.verdict.sides[1])) == len(answer.objections) == 1
    assert ("contradicts", "y") in answer.beside


def test_a_step_that_somebody_takes_is_told() -> None:
    argument_map = ArgumentMap(
        claims=(Claim("p", "P."), Claim("q", "Q.")),
        arguments=(Argument("s", ("q",), Bearing.SUPPORTS, "p", "sign", "Signs do not lie.", inferred=True),),
        attributions=(Attribution("me", Act.ARGUES, "s"),),
    )
    (reason,) = entry(argument_map, "p").reasons
    assert reason.told
    assert [(voice.by, voice.act) for voice in reason.voices] == [("me", Act.ARGUES)]


def test_a_step_that_the_map_added_is_told_as_the_maps() -> None:
    drawn_by_the_map = replace(TOWN, arguments=tuple(replace(a, inferred=True) for a in TOWN.arguments))
    words = "A step added by the map; the source does not give it."
    assert words in build_page(given(drawn_by_the_map, evaluation=evaluate(drawn_by_the_map)))
    assert words not in build_page(given(TOWN, evaluation=evaluate(TOWN)))


def test_speech_that_cannot_be_read_is_told_at_its_claim() -> None:
    broken = replace(TOWN, unreadable=(UnreadableSpeech("clean-air", 7),))
    assert "said: unreadable (line 7)" in build_page(given(broken))


def test_a_question_says_who_leads_and_counts_say_what_became_of_them() -> None:
    argument_map = debate("a supports x %; b supports x %; c supports y; d attacks y; e attacks d", "x y")
    made = given(argument_map, evaluation=evaluate(argument_map))
    chapter = build_chapters(made)[0]
    assert chapter.upshot is not None
    assert read_plainly(chapter.upshot.head).startswith("“Claim x” leads")
    html = build_page(made)
    assert html.index("Take care: who leads hangs on steps") < html.index("</a>” leads")
    assert '<span class="tally">1 stands</span>' in html
    assert '<span class="tally">1 answered</span>' in html
    assert '<span class="tally">1 against</span>' in html


def test_the_answers_to_a_question_stand_as_they_rank() -> None:
    argument_map = debate("a supports y; b attacks x", "x y z")
    evaluated = build_chapters(given(argument_map, evaluation=evaluate(argument_map)))[0]
    assert [e.claim.id for e in evaluated.entries if isinstance(e, OutlineClaim)] == ["y", "z", "x"]
    written = build_chapters(given(argument_map))[0]
    assert [e.claim.id for e in written.entries if isinstance(e, OutlineClaim)] == ["x", "y", "z"]


def test_many_argue_one_argues_and_who_has_it_from_whom_is_told() -> None:
    told = replace(
        TOWN,
        stakeholders=(
            Stakeholder("editor", "The column's author", StakeholderType.PERSON),
            Stakeholder("drivers", "Drivers of vans", StakeholderType.GROUP),
            Stakeholder("guild", "The guild", StakeholderType.ORGANISATION),
        ),
        attributions=(
            Attribution("drivers", Act.ARGUES, TOWN.claims[0].id, via=("editor", "guild")),
            Attribution("guild", Act.ARGUES, TOWN.claims[0].id, via=("editor",)),
        ),
    )
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", build_page(given(told)))).split())
    assert "Drivers of vans argue as the column's author reports from the guild" in words
    assert "The guild argues as the column's author reports" in words
