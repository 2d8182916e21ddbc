"""Who argues what in a browser: what is shown follows from the address."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from argumap.mapfile import read_map
from argumap.model import Act, ArgumentMap, Attribution, Claim, Index, Issue, Stakeholder
from argumap.semantics import evaluate
from argumap.views.matrix.payload import build_page
from debates import debate, said
from maps import argument
from pages import DESKTOP, PHONE, given

if TYPE_CHECKING:
    from collections.abc import Callable

    from pages import Opened

    Open = Callable[..., Opened]

pytestmark = pytest.mark.browser

GRAPH = Path(__file__).parents[3] / "graph"


def crowd(speakers: int) -> ArgumentMap:
    """One question with two answers, ten reasons each, and speakers who each take a few of them."""
    reasons = [f"c{n}" for n in range(20)]
    return ArgumentMap(
        title="A crowd",
        issues=(Issue("q", "What now?"),),
        claims=(
            Claim("p0", "Do it.", answers=("q",)),
            Claim("p1", "Leave it.", answers=("q",)),
            *(Claim(node_id, f"Reason {node_id}.") for node_id in reasons),
        ),
        arguments=tuple(
            argument(f"{c}/p{n % 2}", c, "attacks" if n % 3 == 0 else "supports", f"p{n % 2}")
            for n, c in enumerate(reasons)
        ),
        stakeholders=tuple(Stakeholder(f"s{n}", f"Society number {n}") for n in range(speakers)),
        attributions=tuple(
            Attribution(f"s{n}", Act.ASSERTS, reasons[(n * k) % 20]) for n in range(speakers) for k in (1, 3)
        ),
    )


@cache
def page(name: str) -> str:
    if name == "crowd":
        return build_page(given(crowd(60)))
    return build_page(given(read_map(GRAPH / name / "map.yaml").map))


AI = "open-vs-closed-ai"
HEADS = """() => [...document.querySelector('table.who').querySelectorAll('tr.heads th[data-by]')]
  .filter(each => !each.hidden).map(each => each.dataset.by)"""


def test_an_answer_is_opened_folded_and_opened_again_by_back(open_page: Open) -> None:
    opened = open_page(page(AI)).page
    button = opened.locator("[data-open=release-weights]")
    assert button.get_attribute("aria-expanded") == "false"
    rows = opened.locator("tbody[data-answer=release-weights] tr.claim:visible")
    few = rows.count()
    button.click()
    assert "open=release-weights" in opened.url
    assert rows.count() > few
    opened.go_back()
    assert rows.count() == few


def test_columns_stand_by_side_on_the_opened_answer(open_page: Open) -> None:
    opened = open_page(page(AI), "#open=keep-closed")
    assert opened.run(HEADS)[-2:] == ["lecun", "author"]
    first = opened.page.locator("table.who").first
    assert first.locator("tr.brackets th").all_inner_texts() == ["3 for", "1 against", "1 on both sides"]
    opened.page.click("[data-open=release-weights]")
    assert opened.run(HEADS)[0] == "author"
    assert {*opened.run(HEADS)[1:3]} == {"altman", "anthropic"}


def test_a_mark_opens_who_and_where_below_it_and_has_an_address(open_page: Open) -> None:
    opened = open_page(page(AI), "#open=keep-closed").page
    opened.locator("tr.claim[data-n=concentration-is-the-limit] td[data-by=lecun] .mark").click()
    told = opened.locator(".opened-mark").inner_text()
    assert "Yann LeCun: says so" in told
    assert "s2.p5.s1" in told
    assert "n=concentration-is-the-limit&by=lecun" in opened.url
    again = open_page(page(AI), "#n=concentration-is-the-limit&by=lecun").page
    assert again.locator(".opened-mark").count() == 1
    opened.go_back()
    assert opened.locator(".opened-mark").count() == 0


def test_escape_closes_what_a_mark_has_opened_and_the_focus_stays_on_the_mark(open_page: Open) -> None:
    opened = open_page(page(AI)).page
    label = "() => document.activeElement.getAttribute('aria-label')"
    opened.locator("td .mark:visible").first.focus()
    marked = opened.evaluate(label)
    opened.keyboard.press("Enter")
    opened.locator(".opened-mark .ways a").first.focus()
    opened.keyboard.press("Escape")
    assert opened.locator(".opened-mark").count() == 0
    assert "by=" not in opened.url
    assert opened.evaluate(label) == marked
    opened.keyboard.press("Enter")
    opened.go_back()
    assert opened.locator(".opened-mark").count() == 0
    assert opened.evaluate(label) == marked


def test_a_link_to_a_folded_row_opens_its_answer(open_page: Open) -> None:
    opened = open_page(page(AI), "#n=closed-suits-business").page
    assert opened.locator("[id='n=closed-suits-business']").is_visible()
    box = opened.locator("[id='n=closed-suits-business']").bounding_box()
    assert box
    assert box["y"] >= 0


def test_the_voice_is_kept_in_the_address_and_true_after_back(open_page: Open) -> None:
    opened = open_page(page(AI)).page
    every = opened.locator("td .mark:visible").count()
    opened.select_option("#voice", "reported")
    assert "voice=reported" in opened.url
    assert opened.locator("td .mark:visible").count() < every
    opened.go_back()
    assert opened.locator("td .mark:visible").count() == every
    assert opened.locator("#voice").input_value() == ""


def test_search_leaves_the_person_or_the_point_that_is_sought(open_page: Open) -> None:
    opened = open_page(page(AI))
    opened.page.fill("#find", "lecun")
    assert opened.run(HEADS) == ["lecun"]
    opened.page.fill("#find", "suit businesses")
    assert opened.page.locator("table.who").first.locator("tr.claim:visible").count() == 1
    assert opened.page.locator("#found").inner_text() == "1 found"


def test_sixty_people_show_marks_and_counts_on_the_first_screen(open_page: Open) -> None:
    opened = open_page(page("crowd"))
    named = opened.run(HEADS)
    assert 6 <= len(named) <= 20
    marks = opened.run(
        "() => [...document.querySelectorAll('td .mark')].filter(e => e.offsetParent && "
        "e.getBoundingClientRect().right <= innerWidth && e.getBoundingClientRect().bottom <= innerHeight).length"
    )
    assert marks > 5
    assert opened.page.locator("tr.heads .rest:visible").count() >= 1
    opened.page.locator(".rest-button").first.click()
    assert len(opened.run(HEADS)) == 60
    opened.page.go_back()
    assert opened.run(HEADS) == named


def test_the_csv_has_what_is_shown(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(page(AI), "#open=keep-closed&find=lecun")
    with opened.page.expect_download() as waiting:
        opened.page.click("#share summary")
        opened.page.click("#share [data-offer=csv]")
    waiting.value.save_as(tmp_path / "saved.csv")
    with (tmp_path / "saved.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["", "Yann LeCun"]
    assert ["The real drawback is power in few hands", "− says so"] in rows


def test_a_persons_case_takes_the_place_of_the_table(open_page: Open) -> None:
    opened = open_page(page(AI), "#who=lecun").page
    text = opened.locator("#aside").inner_text()
    assert "Yann LeCun speaks against" in text
    assert "AI in few hands endangers everyone" in text
    assert "Release the weights" in text, "silent on it"
    assert opened.locator("#everybody").is_hidden()
    opened.click("#who-off")
    assert opened.locator("#everybody").is_visible()


def test_two_people_side_by_side_and_another_chosen(open_page: Open) -> None:
    opened = open_page(page(AI), "#compare=lecun,altman").page
    text = opened.locator("#aside").inner_text()
    assert "They oppose each other on “Keep the strongest models closed”." in text
    lefts = (
        "() => [...document.querySelectorAll('.heads h3')].map(e => [e.textContent, e.getBoundingClientRect().x])"
    )
    heads = opened.evaluate(lefts)
    assert [head for head, _ in heads] == ["Yann LeCun", "The question and what both speak to", "Sam Altman"]
    assert [x for _, x in heads] == sorted(x for _, x in heads)
    opened.locator(".pair select").first.select_option("anthropic")
    assert "compare=anthropic,altman" in opened.url
    assert "They agree on 2 claims." in opened.locator("#aside").inner_text()
    shared = opened.locator(".middle .theirs .label").all_inner_texts()
    assert "The strongest models need control" in shared, "what both hold stands between them"
    opened.go_back()
    assert "They oppose each other" in opened.locator("#aside").inner_text()


def test_two_answers_side_by_side(open_page: Open) -> None:
    opened = open_page(page(AI), "#compare=release-weights,keep-closed").page
    told = opened.locator(".pair .upshot").inner_text()
    assert told.startswith(
        "“Released weights create lasting risks” (Sam Altman and Anthropic) speaks for “Keep the strongest models "
        "closed” and against “Release the weights”. 2 more claims do as well."
    )
    assert "No claim of theirs would by itself change which answer leads." in told
    both = opened.locator(".middle .card").first.inner_text()
    assert "Released weights create lasting risks" in both
    assert re.search(r"against\s+Release the weights", both)
    assert re.search(r"for\s+Keep the strongest models closed", both)
    assert "The gap in capability is closing" in opened.locator(".side.start").inner_text()
    opened.click("text=Two people")
    assert opened.locator(".versus .heads").is_visible()


@pytest.mark.parametrize(
    ("two", "told"),
    [
        ("keep-closed,nonsense", "Nothing in this map is called “nonsense”."),
        ("keep-closed,power-concentrates", "“Closed models concentrate power” is no answer"),
        ("keep-closed,lecun", "not one with the other"),
    ],
)
def test_two_that_cannot_be_compared_are_told_why(two: str, told: str, open_page: Open) -> None:
    opened = open_page(page(AI), f"#compare={two}").page
    assert told in opened.locator(".pair .upshot").inner_text()


LINES = """() => {
  const line = e => { const box = e.getBoundingClientRect(); return [box.left, box.right, box.top]; };
  const first = s => line(document.querySelector(s));
  return {asked: first('.drawn .asked'), answer: first('.branch > .answer'), step: first('.branch .step .sign')};
}"""


def test_the_way_from_a_claim_to_the_question_is_drawn(open_page: Open) -> None:
    opened = open_page(page(AI), "#who=lecun")
    drawn = opened.run(LINES)
    assert drawn["asked"][1] < drawn["answer"][0] < drawn["answer"][1] < drawn["step"][0]
    branches = opened.page.locator(".branch > .answer").all_inner_texts()
    assert [" ".join(each.split()) for each in branches] == [
        "Keep the strongest models closed against",
        "Release the weights silent",
        "Open, within limits silent",
    ]


def test_a_case_leads_to_a_comparison_and_back(open_page: Open) -> None:
    opened = open_page(page(AI), "#who=lecun").page
    opened.locator(".person .ways select").select_option(label="Sam Altman")
    assert opened.locator(".versus").is_visible()
    opened.go_back()
    assert opened.locator(".branches").is_visible()


def test_from_a_claim_that_is_drawn_again_only_its_name_is_drawn(open_page: Open) -> None:
    opened = open_page(page(AI), "#compare=altman,lecun").page
    again = opened.locator(".again")
    assert again.all_inner_texts() == ["Released weights create lasting risks"]


def test_of_many_reasons_the_first_are_drawn_and_what_is_deep_is_folded(open_page: Open) -> None:
    steps = "; ".join(
        [*(f"n{n} supports x" for n in range(9)), "d1 supports n0", "d2 supports d1", "d3 supports d2"]
    )
    drawn = debate(steps, "x y")
    drawn = said(drawn, *(f"ann asserts {claim.id}" for claim in drawn.claims if claim.id not in "xy"))
    opened = open_page(build_page(given(drawn)), "#who=ann").page
    assert opened.locator(".branch > .steps > .step:visible").count() == 6
    assert opened.locator("summary", has_text="3 more").is_visible()
    assert opened.locator("summary", has_text="2 further points beneath").is_visible()


def test_a_phone_has_no_sideways_scroll_and_names_beside_the_marks(open_page: Open) -> None:
    opened = open_page(page(AI), size=PHONE)
    assert opened.run("() => document.documentElement.scrollWidth") <= PHONE[0]
    shown = "() => getComputedStyle(document.querySelector('tr.best td:not(:empty)'), '::after').content"
    assert len(opened.run(shown)) > 4


def test_on_a_phone_what_is_counted_says_what_it_counts(open_page: Open) -> None:
    opened = open_page(page("crowd"), size=PHONE)
    words = "() => [...document.querySelectorAll('.claim td.rest:not(:empty)')].map(td => td.dataset.words)"
    told = set(opened.run(words))
    assert told
    assert all(re.fullmatch(r"\d+ more", each) for each in told)


def test_dots_stand_for_both_sides_or_for_none(open_page: Open) -> None:
    answers = tuple(Claim(f"a{n}", f"Answer {n}.", answers=("q",)) for n in range(2))
    sides = [("a0", "supports", 12), ("a0", "attacks", 3), ("a1", "supports", 2), ("a1", "attacks", 1)]
    bearing = [(f"{answer}-{side}-{n}", side, answer) for answer, side, many in sides for n in range(many)]
    lopsided = ArgumentMap(
        title="Lopsided",
        issues=(Issue("q", "What now?"),),
        claims=(*answers, *(Claim(c, f"Reason {c}.") for c, _, _ in bearing)),
        arguments=tuple(argument(f"{c}/{answer}", c, side, answer) for c, side, answer in bearing),
        stakeholders=(Stakeholder("s", "Somebody"),),
        attributions=tuple(Attribution("s", Act.ASSERTS, c) for c, _, _ in bearing),
    )
    opened = open_page(build_page(given(lopsided, evaluation=evaluate(lopsided))))
    dots = (
        "() => [...document.querySelectorAll('.who .score')].map(score => score.querySelectorAll('.pip').length)"
    )
    assert opened.run(dots) == [0, 3]


def test_print_keeps_the_table_and_its_head(open_page: Open) -> None:
    opened = open_page(page("crowd")).page
    opened.emulate_media(media="print")
    assert opened.locator("table.who").is_visible()
    head = "() => getComputedStyle(document.querySelector('table.who thead')).display"
    assert opened.evaluate(head) == "table-header-group"
    # A head that takes more than a quarter of a sheet is not repeated on the next.
    assert opened.evaluate("() => document.querySelector('table.who thead').offsetHeight") < 180


HIDDEN = """() => [...document.querySelectorAll("td .mark")].filter(mark => mark.offsetParent).filter(mark => {
  mark.focus();
  const {x, y, width, height} = mark.getBoundingClientRect();
  return ![4, width / 2, width - 4].some(dx => mark.contains(document.elementFromPoint(x + dx, y + height / 2)));
}).length"""


@pytest.mark.parametrize("size", [DESKTOP, (768, 1024)])
def test_no_mark_that_takes_the_focus_is_under_the_names_of_the_rows(
    open_page: Open, size: tuple[int, int]
) -> None:
    opened = open_page(page("crowd"), "#all=yes", size=size)
    opened.run("() => { document.querySelector('.grid').scrollLeft = 9999; }")
    assert opened.run(HIDDEN) == 0


def test_on_paper_every_row_is_there_and_what_was_folded_is_folded_again(open_page: Open) -> None:
    opened = open_page(page("crowd"))
    hidden = "() => document.querySelectorAll('tr.claim[hidden]').length"
    before = opened.run(hidden)
    opened.run("() => dispatchEvent(new Event('beforeprint'))")
    assert opened.run(hidden) == 0
    opened.run("() => dispatchEvent(new Event('afterprint'))")
    assert opened.run(hidden) == before > 0


def test_nobody_with_a_claim_of_a_strange_name_breaks_the_page(open_page: Open) -> None:
    strange = replace(
        crowd(3),
        stakeholders=(Stakeholder("constructor", "__proto__"),),
        attributions=(Attribution("constructor", Act.ASSERTS, "c0"),),
    )
    assert Index(strange).speech["constructor"]
    opened = open_page(build_page(given(strange)), "#who=constructor")
    assert "__proto__" in opened.page.locator("#aside").inner_text()
