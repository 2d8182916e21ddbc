from __future__ import annotations

from dataclasses import replace

import pytest

from argumap.errors import NotFound
from argumap.model import Index
from argumap.views import ViewInput, build_navigation, get_view
from maps import TOWN


def test_the_navigation_leads_in_order_to_every_view_of_one_map() -> None:
    views = build_navigation()
    assert [view.place for view in views] == [*range(1, len(views) + 1)]
    assert "changes" not in {view.name for view in views}


def test_a_view_that_compares_versions_is_none_of_one_map() -> None:
    with pytest.raises(NotFound, match="views has no 'changes'; it has "):
        get_view("changes")


@pytest.mark.parametrize("name", ["index", "matrix", "outline", "sections"])
def test_a_page_for_reading_leads_to_the_others_and_says_where_the_reader_is(name: str) -> None:
    page = get_view(name).build(ViewInput(TOWN, "town", Index(TOWN)))
    assert all(f'href="{view.file}' in page for view in build_navigation() if view.name != name)
    assert 'aria-current="page"' in page


@pytest.mark.parametrize("name", ["index", "outline"])
def test_a_page_says_where_only_one_answer_can_hold(name: str) -> None:
    alone = tuple(c if c.id == "close-it" else replace(c, answers=()) for c in TOWN.claims)
    for exclusive, claims in ((True, TOWN.claims), (False, TOWN.claims), (True, alone)):
        issues = tuple(replace(i, exclusive=exclusive) if i.id == "cars" else i for i in TOWN.issues)
        rivals = replace(TOWN, issues=issues, claims=claims)
        told = "Only one of these can hold." in get_view(name).build(ViewInput(rivals, "town", Index(rivals)))
        assert told == (exclusive and claims is not alone)


@pytest.mark.parametrize(
    ("language", "texts", "tag", "spoken"),
    [
        pytest.param("de-CH", "The town is old.", "de-CH", "de", id="as the map says"),
        pytest.param(
            None, "Die Stadt ist alt, und der Platz gehört denen, die zu Fuß gehen.", "de", "de", id="guessed"
        ),
        pytest.param("fa", "", "fa", "en", id="not spoken"),
        pytest.param(None, "", "", "en", id="not told"),
    ],
)
def test_a_page_speaks_the_language_of_its_map(language: str | None, texts: str, tag: str, spoken: str) -> None:
    claims = tuple(replace(claim, text=texts) for claim in TOWN.claims)
    told = replace(TOWN, language=language, claims=claims)
    given = ViewInput(told, "town", Index(told))
    assert (given.language, given.phrases.code) == (tag, spoken)
    assert f'<html lang="{spoken}"' in get_view("outline").build(given)
