"""How much of a board the debate sheet shows at first, and that its drawing is whole without a script."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import argumap
import debates
from argumap.model import ArgumentMap, Bearing, Claim, Issue
from argumap.semantics import evaluate
from argumap.semantics.page_equations import build_page_equations
from argumap.views.map.debate_sheet import FOLDED, PIPS, build_sheets, find_signs
from argumap.views.map.pyvis_page import build_page
from argumap.views.map.sheet_room import FEW, MOST
from maps import TOWN, argument
from page_shapes import debated
from pages import given

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.views import ViewInput
    from pages import Opened

    Open = Callable[..., Opened]


def debate(answers: int, reasons: int) -> ArgumentMap:
    """So many answers to one question, the first with so many reasons and each other with one objection."""
    heads = tuple(Claim(f"a{n}", f"Answer number {n} is right.", answers=("q",)) for n in range(answers))
    points = tuple(Claim(f"r{n}", f"Reason number {n} holds.") for n in range(reasons))
    objections = tuple(Claim(f"o{n}", f"Objection number {n} holds.") for n in range(1, answers))
    return ArgumentMap(
        issues=(Issue("q", "What should be done?"),),
        claims=(*heads, *points, *objections),
        arguments=(
            *(argument(f"s{n}", f"r{n}", "supports", "a0") for n in range(reasons)),
            *(argument(f"t{n}", f"o{n}", "attacks", f"a{n}") for n in range(1, answers)),
        ),
    )


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def judged(argument_map: ArgumentMap) -> ViewInput:
    return given(argument_map, evaluation=evaluate(argument_map), equations=build_page_equations(argument_map))


def test_the_leader_shows_its_best_reasons_and_counts_the_rest() -> None:
    (sheet,) = build_sheets(judged(debate(2, 60)))
    leader, other = sheet.bands
    assert FEW < len(leader.reasons.seen) <= MOST
    assert (len(leader.reasons.folded), leader.reasons.left) == (FOLDED, 20 - len(leader.reasons.seen))
    assert leader.reasons.more == 60 - len(leader.reasons.seen)
    assert (len(other.objections.seen), other.objections.more) == (1, 0)
    assert sheet.most == 60 > PIPS
    assert sheet.ticks


def test_a_fold_never_holds_a_single_line() -> None:
    for reasons in range(1, 24):
        (sheet,) = build_sheets(judged(debate(3, reasons)))
        assert sheet.bands[0].reasons.more != 1


def test_what_is_folded_tells_how_much_of_it_the_map_added() -> None:
    reasons = "; ".join(f"{name} supports x" for name in "abcdefghijlmnopqrstuv")
    html = build_page(judged(debates.debate(f"{reasons}; k supports x %; w supports y", "x y z")))
    assert ", 1 of them added by the map</span>" in html


def test_the_whole_rest_of_a_side_is_told_by_state() -> None:
    drawn = debate(2, 100)
    denials = (argument(f"u{n}", "o1", "attacks", f"r{n}") for n in range(50))
    circles = (argument(f"c{n}", f"r{n}", "attacks", f"r{n}") for n in range(50, 53))
    drawn = replace(drawn, arguments=(*drawn.arguments, *denials, *circles))
    rest = build_sheets(judged(drawn))[0].bands[0].reasons
    assert (rest.more, rest.unresolved, rest.answered) == (100 - len(rest.seen), 3, 50)
    assert "more reasons, 50 of them answered, 3 of them unresolved" in build_page(judged(drawn))


@pytest.mark.parametrize(("answers", "slim"), [(3, 0), (12, 10)])
def test_of_many_answers_only_the_first_stands_open(answers: int, slim: int) -> None:
    (sheet,) = build_sheets(judged(debate(answers, 3)))
    assert sum(band.slim for band in sheet.bands) == slim
    assert not sheet.bands[0].slim


def test_without_an_evaluation_or_an_answer_there_is_no_sheet() -> None:
    assert build_sheets(given(TOWN)) == ()
    assert build_sheets(judged(debate(0, 0))) == ()


def test_every_direct_reason_and_objection_stands_in_the_document_with_its_sign_once() -> None:
    html = build_page(judged(TOWN))
    drawn = re.findall(r'<li class="case (pro|con)[^"]*" data-step="([^"]+)"', html)
    heads = {claim.id for claim in TOWN.claims if claim.answers}
    direct = {a.id: a.bearing for a in TOWN.arguments if a.target in heads}
    sides = {Bearing.SUPPORTS: "pro", Bearing.ATTACKS: "con"}
    assert sorted((side, step) for side, step in drawn if step in direct) == sorted(
        (sides[bearing], step) for step, bearing in direct.items()
    )


def test_a_what_if_is_offered_only_where_it_turns_something() -> None:
    turned = build_page(judged(debates.debate("a supports x; c supports y; d attacks y", "x y")))
    assert "Without “Claim d.”:" in turned
    told = build_page(judged(debates.debate("a supports x; b supports x; d attacks x", "x y")))
    assert "carries the lead" in told.partition('class="lede"')[2].partition("</p>")[0]
    assert "Without “Claim a.”:" not in told, "the sentence under the question tells it of the leader"
    same = build_page(judged(debates.debate("a supports x; b supports x; c supports x; o attacks x", "x")))
    assert 'class="turn"' not in same, "that nothing is against it without what is against it tells nothing"


@pytest.mark.browser
def test_the_debate_is_drawn_before_any_script_runs(open_page: Open) -> None:
    opened = open_page(
        build_page(judged(TOWN)).replace("<html ", "<html data-ready ", 1), java_script_enabled=False
    )
    assert opened.page.is_visible(".board .answer h3")
    assert opened.page.is_visible(".wing .case")
    assert opened.page.is_hidden("#net")


@pytest.mark.browser
def test_choosing_opens_the_panel_and_moves_nothing(open_page: Open) -> None:
    opened = open_page(build_page(judged(TOWN)))
    assert opened.page.is_hidden("#panel")
    boxes = """() => [...document.querySelectorAll('#debate :is(.case, .answer, .question)')].map(each => {
      const {x, y, width, height} = each.getBoundingClientRect(); return [x, y, width, height]; })"""
    before = opened.run(boxes)
    opened.page.click(".wing.con .case .title >> nth=0")
    assert opened.page.is_visible("#panel h2")
    assert opened.run(boxes) == before
    assert opened.run("() => document.querySelector('.case.chosen').matches('.lit')")
    opened.page.click("#sheet-close")
    assert opened.page.is_hidden("#panel")
    assert opened.complaints == []


@pytest.mark.browser
def test_a_link_to_a_claim_further_down_unfolds_the_way_to_it(open_page: Open) -> None:
    drawn = "b supports a; c supports b; d supports c; e supports b"
    html = build_page(judged(debates.debate(drawn, "a")))
    beside = open_page(html, "#n=c")
    assert beside.page.is_visible(".near .chosen .title[data-n=c]"), "what stands there already is not unfolded"
    opened = open_page(html, "#n=d")
    assert opened.page.is_visible(".under .chosen .title[data-n=d]")
    assert opened.page.is_visible("#panel h2")


@pytest.mark.browser
def test_a_what_if_is_told_on_the_board_and_taken_back(open_page: Open) -> None:
    opened = open_page(build_page(judged(debate(2, 3))))
    answers = "() => [...document.querySelectorAll('.band')].map(band => band.dataset.answer)"
    assert opened.run(answers) == ["a0", "a1"]
    opened.page.click(".case[data-step=s0] .title")
    width = "() => document.querySelector('.rows').getBoundingClientRect().width"
    before = opened.run(width)
    opened.page.click("#detail [data-supposes=set-aside]")
    assert opened.run(width) == before
    assert "2 reasons" in opened.page.inner_text(".band[data-answer=a0] .answer")
    assert opened.page.is_visible(".case[data-step=s0].aside .change")
    assert opened.run("() => [...document.querySelectorAll('.gone')].map(each => each.dataset.n)") == ["r0"]
    lede = opened.page.inner_text(".board:not([hidden]) .lede:visible")
    assert lede.startswith("Suppose “Reason number 0 holds.” did not hold.")
    assert "Still “Answer number 0 is right.” would lead." in lede
    assert opened.run("() => [...document.querySelectorAll('.now-then tbody td')].map(td => td.textContent)") == [
        "Leads · 3 reasons · no objection",
        "Leads · 2 reasons · no objection",
    ]
    opened.page.go_back()
    opened.page.wait_for_selector(".now-then", state="detached")
    opened.page.go_forward()
    opened.page.click(".lede.supposed button")
    assert "3 reasons" in opened.page.inner_text(".band[data-answer=a0] .answer")
    assert opened.page.locator(".change, .supposed, .now-then").count() == 0


def test_a_what_if_draws_as_many_signs_as_stood_there(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argumap.views.map.pyvis_page.PIPS", 2)
    opened = open_page(build_page(judged(debate(2, 3))))
    signs = "() => document.querySelectorAll('.band[data-answer=a0] .answer .side.pro .pip').length"
    assert opened.run(signs) == 2
    opened.page.click(".case[data-step=s0] .title")
    opened.page.click("#detail [data-supposes=set-aside]")
    assert opened.run(signs) == 2


def test_no_key_is_needed_where_words_stand_beside_what_they_tell_of() -> None:
    (plain,) = build_sheets(judged(debate(2, 3)))
    assert find_signs(plain) == frozenset()
    linked = debates.debate("a,b supports x %; c supports x; d undercuts r1; c attacks y", "x y")
    html = build_page(judged(linked))
    assert 'class="signs"' not in html
    assert "may be true, but does not decide it" in words_of(
        html.partition('data-step="r1"')[2].partition("</ul>")[0]
    )
    assert "added by the map" in words_of(html.partition('data-step="r0"')[2].partition("</li>")[0])


def test_that_others_are_heard_only_as_reported_stands_with_the_upshot() -> None:
    html = build_page(judged(read_shipped("old-town-cars")))
    assert words_of(html.partition('class="asides"')[2].partition("</p>")[0]).endswith("heard only as reported.")


def test_an_answer_that_nobody_argues_stands_among_the_others_as_that() -> None:
    html = build_page(judged(debates.debate("a supports x", "x y")))
    assert "2 answers (1 argued)" in words_of(html)
    band = words_of(html.partition('data-answer="y"')[2].partition("</section>")[0])
    assert band.endswith("not argued Claim y. No reason is given here. No objection is given here.")


def test_one_claim_that_bears_on_two_answers_tells_in_both_places_of_the_other() -> None:
    html = build_page(judged(debates.debate("a supports x; a attacks y; b attacks x; b supports y", "x y")))
    told = [words_of(told) for told in re.findall(r'<a class="go"[^>]*data-go="r[^>]*>(.*?)</a>', html)]
    assert told == [
        "also against “Claim y.” ↓",
        "also for “Claim y.” ↓",
        "also against “Claim x.” ↑",
        "also for “Claim x.” ↑",
    ]


@pytest.mark.browser
def test_one_claim_in_two_places_is_lit_in_the_other_where_the_pointer_rests(open_page: Open) -> None:
    opened = open_page(build_page(judged(debates.debate("a supports x; a attacks y; c attacks y", "x y"))))
    opened.page.hover(".case[data-step=r0]")
    assert opened.run("() => [...document.querySelectorAll('.twin')].map(each => each.dataset.step)") == ["r1"]
    opened.page.hover(".question h2")
    assert opened.page.locator(".twin").count() == 0


@pytest.mark.browser
def test_a_person_is_shown_where_they_speak_beneath_a_card(open_page: Open) -> None:
    drawn = debates.debate("a attacks x; b attacks a; c attacks b; d supports x", "x y")
    opened = open_page(build_page(judged(debates.said(drawn, "ann asserts c"))))
    opened.page.click(".answer .speaker[data-n=ann]")
    assert opened.page.is_visible(".under li.lit > .title[data-n=c]")
    assert opened.run("() => document.getElementById('panel').dataset.side") == "start"


def test_each_of_two_claims_that_count_together_tells_where_else_it_counts() -> None:
    html = build_page(judged(debates.debate("a,b supports x; a attacks y", "x y")))
    assert "also against “Claim y.”" in words_of(html.partition('data-step="r0"')[2].partition("</li>")[0])


def test_what_answers_is_quoted_in_the_card_it_belongs_to() -> None:
    html = build_page(judged(debates.debate("a attacks x; b attacks a; c attacks a", "x")))
    card = html.partition('data-step="r0"')[2].partition("</div>")[0]
    assert words_of(card).endswith("answered by “Claim b.” 1 more")


def test_only_the_other_questions_are_offered() -> None:
    foot = build_page(judged(debated(issues=2))).partition('id="debate-foot"')[2].partition("</nav>")[0]
    assert re.findall(r"<li( hidden)?><a", foot) == [" hidden", ""]
    assert 'class="questions"' not in build_page(judged(debate(2, 3)))


@pytest.mark.browser
def test_a_point_tells_its_sentence_who_and_where_to_pointer_and_keys(open_page: Open) -> None:
    opened = open_page(build_page(judged(TOWN)))
    title = opened.page.locator(".wing.con .case .title[data-n=trade-falls]")
    title.hover()
    peek = opened.page.locator("#peek")
    peek.wait_for(state="visible")
    told = peek.inner_text()
    assert "Shops in the old town lose customers when cars are kept out." in told
    assert "guild" in told
    peek.hover()
    assert peek.is_visible()
    opened.page.keyboard.press("Escape")
    assert peek.is_hidden()
    opened.page.mouse.move(2, 2)
    opened.page.locator(".question .title").focus()
    while opened.run("() => document.activeElement?.matches('.title[data-n=trade-falls]')") is not True:
        opened.page.keyboard.press("Tab")
    peek.wait_for(state="visible")
    assert title.get_attribute("aria-describedby") == "peek"
    opened.page.keyboard.press("Enter")
    assert peek.is_hidden()
    opened.page.wait_for_selector("#panel h2", state="visible")


@pytest.mark.browser
def test_a_person_is_lit_on_the_sheet_with_their_stand_on_every_answer(open_page: Open) -> None:
    opened = open_page(build_page(judged(TOWN)), "#who=shops")
    assert opened.page.is_visible(".their-case")
    lit = "() => [...document.querySelectorAll('.case[data-case=held]')].map(each => each.dataset.step)"
    assert "trade-falls/close-it" in opened.run(lit)
    assert opened.page.locator(".answer .stand").count() == 2
    opened.page.click("#who-off")
    assert opened.page.locator(".their-case, .stand, [data-case]").count() == 0


@pytest.mark.browser
def test_what_is_unfolded_stands_in_the_address_and_back_folds_it(open_page: Open) -> None:
    opened = open_page(build_page(judged(debate(2, 30))))
    folded = opened.page.locator(".band[data-answer=a0] .folded").first
    assert folded.is_hidden()
    opened.page.click(".band[data-answer=a0] .unfold")
    assert folded.is_visible()
    opened.page.wait_for_function("() => location.hash.includes('unfold=pro')")
    opened.page.reload()
    opened.page.wait_for_selector("html[data-ready]", state="attached")
    assert folded.is_visible()
    opened.page.go_back()
    folded.wait_for(state="hidden")


@pytest.mark.browser
def test_the_network_is_made_when_it_is_turned_to_and_keeps_what_is_chosen(open_page: Open) -> None:
    opened = open_page(build_page(judged(TOWN)), "#n=trade-falls")
    assert opened.page.locator("canvas.mini, #net canvas").count() == 0
    opened.page.click(".sheets [data-sheet=network]")
    opened.page.wait_for_selector("#net canvas", state="visible")
    assert opened.run("() => argumapPage.state.selected") == "trade-falls"
    opened.page.wait_for_function("() => location.hash.includes('view=network')")


@pytest.mark.browser
def test_a_claim_has_the_same_figure_on_the_sheet_and_where_it_is_spoken(open_page: Open) -> None:
    drawn = "a supports x; a attacks y; b attacks x; c supports a; d undercuts r0; e attacks d; c supports b"
    opened = open_page(build_page(judged(debates.debate(drawn, "x y"))))
    figures = opened.run(
        """() => Object.fromEntries([...document.querySelectorAll('.case:has(> .block .beneath)')].map(each =>
          [each.querySelector('.title').dataset.n, parseInt(each.querySelector('.beneath').title)]))"""
    )
    assert figures == {"a": 3}
    for claim, figure in figures.items():
        opened.run("id => argumapPage.show(id)", claim)
        opened.page.wait_for_function(
            "([n]) => document.getElementById('live').textContent.includes(`${n} point`)", arg=[figure]
        )


@pytest.mark.browser
def test_answers_that_would_be_level_are_all_told_so(open_page: Open) -> None:
    level = debates.debate("a supports x; b supports x; c supports y", "x y")
    opened = open_page(build_page(judged(level)), "#aside=b")
    opened.page.wait_for_selector(".lede.supposed")
    ranks = "() => [...document.querySelectorAll('.answer .rank')].map(rank => rank.textContent)"
    assert opened.run(ranks) == ["Would be level", "Would be level"]


SHIPPED = Path(__file__).parents[3] / "graph"


@cache
def read_shipped(name: str) -> ArgumentMap:
    return argumap.load(SHIPPED / name).record


@pytest.mark.browser
@pytest.mark.parametrize("name", [path.parent.name for path in sorted(SHIPPED.glob("*/map.yaml"))])
def test_all_answers_of_a_shipped_map_stand_on_its_first_screen(name: str, open_page: Open) -> None:
    opened = open_page(build_page(judged(read_shipped(name))), size=(1440, 900))
    bottoms = opened.run(
        """() => [...document.querySelectorAll('.board:not([hidden]) .band')].map(band =>
          Math.max(...[...band.querySelectorAll('.answer, .case')].map(e => e.getBoundingClientRect().bottom)))"""
    )
    assert len(bottoms) == 3
    assert max(bottoms) <= 900
    foot = opened.page.locator("#debate-foot .questions")
    assert foot.count() == 0 or foot.evaluate("foot => foot.getBoundingClientRect().bottom") <= 892
    assert opened.run(
        """() => [...document.querySelectorAll('.board:not([hidden]) .case [data-go]')].every(({dataset}) =>
          document.querySelector(`.board:not([hidden]) [data-step="${dataset.go}"]`)?.checkVisibility())"""
    ), "what another answer points to is not folded away"


@pytest.mark.browser
def test_a_sign_stands_at_the_middle_of_a_card_of_one_line(open_page: Open) -> None:
    opened = open_page(build_page(judged(read_shipped("old-town-cars"))), size=(1440, 900))
    offsets = opened.run(
        """() => [...document.querySelectorAll('.board:not([hidden]) .brief > .block')].map(block => {
          const middle = each => { const {y, height} = each.getBoundingClientRect(); return y + height / 2; };
          return [block.clientHeight, middle(block.querySelector('.pip')) - middle(block)]; })
          .filter(([height]) => height > 0 && height < 40).map(([, offset]) => offset)"""
    )
    assert offsets
    assert all(abs(offset) <= 1.5 for offset in offsets)


@pytest.mark.browser
def test_the_last_of_many_answers_is_on_the_first_screen_with_its_score(open_page: Open) -> None:
    opened = open_page(build_page(judged(debate(12, 40))), size=(1440, 900))
    last = opened.page.locator(".band").last
    assert last.evaluate("band => band.getBoundingClientRect().bottom") <= 900
    assert last.locator(".figure").first.is_visible()
    assert not last.locator(".count").last.is_visible()
    last.locator(".open-band").click()
    assert last.locator(".count").last.is_visible()
    opened.page.wait_for_function("() => location.hash.includes('unfold=slim')")


@pytest.mark.browser
def test_unfolding_and_folding_leave_what_was_looked_at_where_it_was(open_page: Open) -> None:
    opened = open_page(build_page(judged(debate(2, 40))), size=(1440, 900))
    top = "selector => document.querySelector(selector).getBoundingClientRect().top"
    first, button = ".band .case", ".band .unfold"
    before = opened.run(top, first)
    opened.page.click(button)
    assert opened.run(top, first) == before
    opened.page.locator(button).first.scroll_into_view_if_needed()
    pressed = opened.run(top, button)
    opened.run("selector => document.querySelector(selector).click()", button)
    assert opened.page.locator(".band .folded").first.is_hidden()
    assert abs(opened.run(top, button) - pressed) < 2 or opened.run("() => scrollY") == 0


def test_who_is_for_an_answer_and_against_it_is_told_and_where_the_author_stands() -> None:
    html = build_page(judged(TOWN))
    card = words_of(html.partition('data-answer="close-it"')[2].partition('class="wing')[0])
    assert "Shopkeepers" in card
    assert "only the author" in card


def test_who_argues_on_both_sides_is_named_once_as_that() -> None:
    drawn = debates.debate("a supports x; b supports a; c attacks a; d supports y", "x y")
    html = build_page(judged(debates.said(drawn, "ann asserts b", "ann asserts c", "bob asserts a")))
    card = words_of(html.partition('data-answer="x"')[2].partition('class="wing')[0])
    assert "For it: Bob On both sides: Ann" in card
    assert card.count("Ann") == 1


def test_what_answers_and_what_supports_stands_beneath_with_who_says_it() -> None:
    drawn = debates.debate("a attacks x; b attacks a; c attacks y; d supports c", "x y")
    html = build_page(judged(debates.said(drawn, "ann asserts b", "bob asserts d")))
    assert "answered by “Claim b.” Ann" in words_of(html.partition('data-step="r0"')[2].partition("</ul>")[0])
    card = words_of(html.partition('data-step="r2"')[2].partition("</ul>")[0])
    assert "because “Claim d.” Bob" in card
    assert "behind" not in card, "what is shown is not offered again"


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        ("b supports a; c supports b", "1 reason behind it"),
        ("b supports a; c supports a; d attacks a; e attacks d", "2 reasons behind it, 1 against"),
        ("d undercuts r4; e attacks d", "1 point against it"),
    ],
)
def test_a_card_tells_the_reasons_that_place_it_and_in_its_hover_all_points_beneath(drawn: str, told: str) -> None:
    html = build_page(
        judged(
            debates.debate(f"z supports x; y supports z; w supports z; v supports z; a supports x; {drawn}", "x")
        )
    )
    button = html.partition('data-fold="on:r4"')[2].partition("</button>")[0]
    assert button.partition(">")[2] == told
    assert re.search(r'title="\d points beneath it in all', button)


def test_two_claims_that_support_together_are_told_as_one_reason() -> None:
    html = build_page(judged(debates.debate("a attacks x; b,c supports a; d supports y", "x y")))
    near = html.partition('data-step="r0"')[2].partition('class="near"')[2].partition("</ul>")[0]
    assert near.count("<li") == 1
    assert words_of(near.partition(">")[2]) == "because “Claim b.” , and “Claim c.”"


def test_reasons_beneath_that_are_not_shown_in_place_are_counted_there() -> None:
    html = build_page(judged(debates.debate("a attacks x; b,c supports a; b,d supports a; e supports y", "x y")))
    near = html.partition('data-step="r0"')[2].partition('class="near"')[2].partition("</ul>")[0]
    assert words_of(near.partition(">")[2]).endswith("“Claim c.” 1 more")


def test_objections_that_only_the_map_makes_are_told_as_its_own() -> None:
    drawn = debates.debate("a supports x; a attacks y %; b supports y", "x y")
    html = build_page(judged(debates.said(drawn, "ann asserts a")))
    card = words_of(html.partition('data-answer="y"')[2].partition('class="wing')[0])
    assert "1 objection 1 added by the map" in card
    assert "Ann" not in card


def test_what_is_own_reported_or_the_maps_is_told_apart_where_it_is_counted() -> None:
    html = build_page(judged(read_shipped("open-vs-closed-ai")))
    card = words_of(html.partition('data-answer="release-weights"')[2].partition('class="wing')[0])
    assert "6 reasons 2 not as their own view 1 added by the map" in card


def test_the_reasons_that_carry_the_lead_are_marked_on_their_cards() -> None:
    html = build_page(judged(debates.debate("a supports x; b supports x; d supports y", "x y")))
    cards = html.partition('class="rows"')[2]
    assert cards.count('class="carries"') == 2
    told = words_of(cards.partition('data-step="')[2].partition("</li>")[0])
    assert "carries the lead" in told


def test_that_answers_exclude_each_other_is_told_once() -> None:
    shipped = build_page(judged(read_shipped("old-town-cars")))
    heads = words_of(shipped.partition('class="heads"')[2].partition("<section")[0])
    assert heads.count("only one can hold") == 1
    assert 'class="excluded"' not in shipped


def test_where_only_the_author_is_for_an_answer_nobody_else_is_told_missing() -> None:
    html = build_page(judged(read_shipped("open-vs-closed-ai")))
    card = words_of(html.partition('data-answer="release-weights"')[2].partition('class="wing')[0])
    assert "only the author" in card
    assert "nobody named" not in card


@pytest.mark.browser
def test_what_answers_an_objection_is_chosen_where_it_stands(open_page: Open) -> None:
    opened = open_page(build_page(judged(debates.debate("a attacks x; b attacks a; c supports x", "x y"))), "#n=b")
    assert opened.page.is_visible(".answering li.chosen > .title[data-n=b]")


@pytest.mark.browser
def test_what_is_told_of_the_lead_is_not_told_of_a_what_if(open_page: Open) -> None:
    html = build_page(judged(read_shipped("old-town-cars")))
    opened = open_page(html, "#aside=pupils-breathe-fumes")
    opened.page.wait_for_selector(".lede.supposed")
    assert opened.page.locator(".asides:visible, .case .carries:visible").count() == 0


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("size", [(1440, 900), (1280, 800)], ids=["desktop", "laptop"])
@pytest.mark.parametrize("name", [path.parent.name for path in sorted(SHIPPED.glob("*/map.yaml"))])
def test_all_answers_stand_on_the_first_screen_of_a_laptop_and_in_german(
    name: str, size: tuple[int, int], language: str, open_page: Open
) -> None:
    opened = open_page(build_page(judged(replace(read_shipped(name), language=language))), size=size)
    bottoms = opened.run(
        """() => [...document.querySelectorAll('.board:not([hidden]) .band')].map(band =>
          Math.max(...[...band.querySelectorAll('.answer, .case')].map(e => e.getBoundingClientRect().bottom)))"""
    )
    assert len(bottoms) == 3
    assert max(bottoms) <= size[1]
