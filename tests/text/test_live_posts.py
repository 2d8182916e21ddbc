"""A row of posts is one article, in its order and with its headings; teasers beside an article are none."""

from __future__ import annotations

import pytest

from argumap.text.web_page import read_page

SAYS = "The council has voted for the charge by 11 to 8, and the mayor said that it was right."
POSTS = "".join(
    f"<{{0}}><time>20:{n}</time><h3>Part {n} of the evening</h3><p>{SAYS} This is part {n}.</p></{{1}}>"
    for n in (41, 22, 10)
)


@pytest.mark.parametrize(
    ("opening", "closing", "around"),
    [
        pytest.param('section class="post"', "section", "article", id="sections in an article"),
        pytest.param('article class="block"', "article", "div", id="articles in a block"),
        pytest.param('div class="entry"', "div", "main", id="entries in the main part"),
    ],
)
def test_a_live_report_is_read_whole(opening: str, closing: str, around: str) -> None:
    posts = POSTS.format(opening, closing)
    page = (
        "<html><head><script></script><title>The vote</title></head><body>"
        f"<{around}><h1>The vote, live</h1><p>We report this evening from the hall of the council.</p>"
        f"<div>{posts}</div></{around}></body></html>"
    )
    text = read_page(page, "live.html").text
    order = [text.index(words) for words in ("We report", "Part 41 of", "Part 22 of", "Part 10 of", "part 10.")]
    assert order == sorted(order)
    assert text.count(SAYS) == 3


def test_teasers_of_other_articles_stay_out() -> None:
    teasers = "".join(f'<article class="teaser"><h3>Another {n}</h3><p>A teaser.</p></article>' for n in range(4))
    own = "".join(f"<p>{SAYS} It was hour {n} of the evening.</p>" for n in range(6))
    page = (
        f'<html><head><script></script></head><body><div class="top">{teasers}</div>'
        f"<article><h1>The vote</h1>{own}</article></body></html>"
    )
    text = read_page(page, "page.html").text
    assert text.count(SAYS) == 6
