"""The shell, the outline, the overview and the map page say the same of every verdict."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

import pytest

from argumap.cli import run
from argumap.mapfile import write_map
from argumap.model import ArgumentMap, Issue
from argumap.semantics import build_page_equations, evaluate, weigh
from argumap.views import VIEWS
from argumap.wording import counted
from pages import given
from verdict_cases import CASES, Case

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pages import Opened

# A file with an argument whose premise is missing is read without the argument.
READABLE = {name: case for name, case in CASES.items() if "missing" not in name}
CLAIMS = [name for name, case in CASES.items() if case.id == "t"]
STEPS = [name for name, case in CASES.items() if case.note.startswith("blocked")]
SIGNS = re.compile("[●◉◑○∅◌◦–]")


@cache
def all_cases() -> ArgumentMap:
    """Every case in one map, its ids behind its number."""
    claims, arguments = [], []
    for n, case in enumerate(CASES.values()):
        prefix = f"{n}.".__add__
        for claim in case.argument_map.claims:
            others = tuple(map(prefix, claim.contradicts))
            claims.append(replace(claim, id=prefix(claim.id), contradicts=others))
        for argument in case.argument_map.arguments:
            premises = tuple(p if p == "nowhere" else prefix(p) for p in argument.premises)
            target = prefix(argument.target)
            arguments.append(replace(argument, id=prefix(argument.id), premises=premises, target=target))
    return ArgumentMap(issues=(Issue("q", "What now?"),), claims=tuple(claims), arguments=tuple(arguments))


@cache
def page(view: str) -> str:
    evaluation = evaluate(all_cases())
    return VIEWS[view].build(
        given(all_cases(), evaluation=evaluation, equations=build_page_equations(all_cases()))
    )


def id_of(name: str) -> str:
    return f"{list(CASES).index(name)}.{CASES[name].id}"


def told_on(html: str, after: str) -> str:
    """The first verdict after a place in a page, as a reader sees it."""
    start = html.index('<span class="status', html.index(after))
    end = html.index("</span>", html.index('<span class="because">', start))
    return " ".join(SIGNS.sub("", unescape(re.sub("<[^>]*>", "", html[start:end]))).split())


@pytest.mark.parametrize("name", CLAIMS)
def test_the_outline_and_the_overview_say_it(name: str) -> None:
    assert told_on(page("outline"), f'id="n={id_of(name)}"') == CASES[name].note
    scored = words_of_answer(name)
    balance = weigh(evaluate(all_cases()), id_of(name))
    reasons, objections = len(balance.pros), len(balance.cons)
    listed = (*balance.pros, *balance.unresolved_pros, *balance.answered_pros)
    against = (*balance.cons, *balance.unresolved_cons, *balance.answered_cons)
    for noun, live, given_there in (("reason", reasons, listed), ("objection", objections, against)):
        if live:
            assert counted(live, noun) in scored
        elif given_there:
            assert f"{counted(len(given_there), noun)}, " in scored
    # Counts, the lists of reasons and what excludes it tell the rest, but for what none of them has a place for.
    special = balance.word == "unsupported" or (balance.word == "unresolved" and not balance.unresolved_rivals)
    if special or CASES[name].argument_map.claims[0].standard:
        assert CASES[name].note in scored


def words_of_answer(name: str) -> str:
    """What the overview says of an answer, as a reader sees it."""
    _, _, after = page("index").partition(f' id="n={id_of(name)}"')
    html = re.split("</article>|</tr>", after)[0]
    return " ".join(SIGNS.sub("", unescape(re.sub("<[^>]*>", "", html))).split())


@pytest.mark.parametrize("case", READABLE.values(), ids=READABLE)
def test_the_shell_says_it(case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "map.yaml").write_text(write_map(case.argument_map), encoding="utf-8")
    run(["why", case.id, "-m", str(folder)])
    assert capsys.readouterr().out.partition("\n")[0] == case.sentence


@pytest.mark.browser
def test_the_map_page_says_it(open_page: Callable[..., Opened]) -> None:
    opened = open_page(page("map"))

    def says(node_id: str) -> str:
        opened.run("id => argumapPage.show(id)", node_id)
        return " ".join(opened.page.inner_text("#detail .status").split())

    assert {name: says(id_of(name)) for name in CLAIMS} == {name: CASES[name].note for name in CLAIMS}
    for name in STEPS:
        opened.run("id => argumapPage.show(id)", id_of(name).replace("r0", "t"))
        assert f"step {CASES[name].note}" in opened.page.inner_text("#detail")
    assert opened.complaints == []


@pytest.mark.browser
def test_the_map_page_says_it_in_a_what_if_too(open_page: Callable[..., Opened]) -> None:
    opened = open_page(page("map"))
    case = id_of("objected though another is answered").removesuffix("t")

    def says(node_id: str) -> str:
        opened.run("id => argumapPage.show(id)", case + node_id)
        return " ".join(opened.page.inner_text("#detail .status").split())

    assert says("b") == "unchallenged"
    opened.page.click("[data-supposes=set-aside]")
    assert says("b") == "set aside"
    assert says("t") == "answered its objection is answered by C"
    says("a")
    opened.page.click("[data-supposes=set-aside]")
    assert says("t") == "unchallenged"
    opened.page.click(".lede.supposed button >> visible=true")
    assert says("t") == "opposed no reason is given for it; 1 objection is unanswered: B"
