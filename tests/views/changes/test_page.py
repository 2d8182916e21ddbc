"""The page of what changed: both maps in one debate, readable without network or script."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from argumap.model import ArgumentMap, Claim, ClaimType
from argumap.project import build_difference_page
from argumap.snapshots import build_snapshot
from argumap.snapshots.diff_report import Difference
from argumap.views.changes.payload import SHOWN, build_rows
from hostile import PAYLOADS, together
from maps import TOWN, argument, at

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


NEW = replace(
    TOWN,
    claims=(
        replace(TOWN.claims[0], text="The old town must be closed to private cars."),
        *TOWN.claims[1:-1],
        Claim("buses", "Buses bring customers.", at=at("s2.p4.s1")),
    ),
    arguments=(
        argument("clean-air/keep-open", "clean-air", "attacks", "keep-open"),
        *TOWN.arguments[1:3],
        argument("buses/trade-falls", "buses", "attacks", "trade-falls"),
    ),
    attributions=TOWN.attributions[:-1],
)


def between(old: ArgumentMap, new: ArgumentMap) -> Difference:
    return Difference(build_snapshot(old, "before"), build_snapshot(new, "now"))


def test_a_map_too_large_to_read_shows_what_changed() -> None:
    claims = tuple(Claim(f"c{n}", f"Statement {n}.") for n in range(SHOWN + 500))
    old = ArgumentMap("Large", claims=claims)
    new = replace(old, claims=(replace(claims[0], text="Other words."), *claims[1:]))
    page = build_difference_page(between(old, new))
    assert "2499 lines are left out here" in page
    assert page.count('class="row') == 1


def test_a_chain_without_end_is_no_tower_of_lists() -> None:
    n = 3_000
    chain = ArgumentMap(
        "Chain",
        claims=tuple(Claim(f"c{i}", f"Statement {i}.") for i in range(n)),
        arguments=tuple(argument(f"c{i + 1}/c{i}", f"c{i + 1}", "attacks", f"c{i}") for i in range(n - 1)),
    )
    rows = build_rows(between(ArgumentMap("Chain"), chain))
    assert len(rows) == n
    assert max(row.depth for row in rows) <= 60


def test_steps_that_undercut_each_other_come_to_an_end() -> None:
    claims = tuple(Claim(node_id, f"Statement {node_id}.") for node_id in "abc")
    arguments = (
        argument("r", "b", "attacks", "a"),
        argument("s", "c", "undercuts", "r"),
        argument("t", "b", "undercuts", "s"),
        argument("u", "c", "undercuts", "u"),
    )
    looped = ArgumentMap("Loop", claims=claims, arguments=arguments)
    assert {row.id for row in build_rows(between(ArgumentMap(), looped))} == {"a", "b", "c"}


def changed(texts: tuple[str, ...]) -> str:
    """The page of a map that has each text in every field, every third claim reworded and every third new."""
    new = together(texts)
    old = tuple(replace(claim, text=f"{claim.text} before") for claim in new.claims[::3])
    return build_difference_page(
        between(replace(new, claims=old + new.claims[1::3]), replace(new, title=f"{new.title} now"))
    )


class Elements(HTMLParser):
    """The elements of a page, each with the names of its attributes, and its links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: Counter[tuple[str, ...]] = Counter()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag, *(name for name, _ in attrs)] += 1
        self.links += [value or "" for name, value in attrs if name == "href"]


def test_no_text_from_outside_becomes_markup() -> None:
    wild = Elements(changed(PAYLOADS))
    tame = Elements(changed(tuple(f"tame {n}" for n in range(len(PAYLOADS)))))
    for page in (wild, tame):  # How many words came and went depends on the words.
        del page.found["del",], page.found["ins",]
    assert wild.found == tame.found
    assert [link for link in wild.links if not re.fullmatch(r"#(main|n=[\w/.%~-]+)", link, re.ASCII)] == []


@pytest.mark.browser
def test_the_page_opens_without_a_request_or_a_complaint(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "changes.html"
    path.write_text(build_difference_page(between(TOWN, NEW)), encoding="utf-8")
    page = browser.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(path.as_uri() + "#n=buses")
    assert page.locator("li.row.came").first.inner_text().startswith("＋")
    assert page.locator("[id='n=buses']").is_visible()
    quiet = page.locator("li.quiet-row").first
    assert quiet.is_visible()
    page.check("#only")
    assert not quiet.is_visible()
    assert requests == [path.as_uri() + "#n=buses"] or requests == [path.as_uri()]
    assert complaints == []
    page.close()


def test_the_list_of_edits_marks_the_words_that_came_and_went() -> None:
    page = build_difference_page(between(TOWN, NEW))
    done = page[page.index('id="done"') : page.index('id="debate"')]
    assert "<del>should</del> <ins>must</ins>" in done
    assert "{+" not in done


def test_no_part_of_the_page_shows_marks_instead_of_struck_words() -> None:
    claims = (replace(TOWN.claims[0], title="Shut the old town"), *TOWN.claims[1:])
    page = build_difference_page(between(TOWN, replace(TOWN, title="Who drives in the old town?", claims=claims)))
    debate = page[page.index('id="debate"') :]
    assert "reworded (title): <del>Close</del> <ins>Shut</ins> the old town</p>" in debate
    assert "the map&#39;s title reads: Who <del>may drive</del> <ins>drives</ins>" in page
    assert "[-" not in page
    assert "{+" not in page


def test_what_follows_and_what_was_done_begin_with_the_titles_of_claims() -> None:
    new = replace(NEW, claims=(*NEW.claims[:2], replace(NEW.claims[2], type=ClaimType.VALUE), *NEW.claims[3:]))
    page = build_difference_page(between(TOWN, new))
    follows = page[page.index('id="follows"') : page.index('id="done"')]
    done = page[page.index('id="done"') : page.index('id="debate"')]
    assert '<a href="#n=keep-open">Keep it open</a> <span class="quiet small">keep-open</span>' in follows
    assert "went from" in follows
    assert "Cleaner air</a>: claim clean-air is of type value, was fact" in done


def test_where_nothing_follows_the_page_says_so() -> None:
    assert "<p>No other verdict changed.</p>" in build_difference_page(between(TOWN, TOWN))
