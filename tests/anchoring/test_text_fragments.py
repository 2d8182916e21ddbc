from __future__ import annotations

import pytest

from argumap.anchoring import build_link
from argumap.text import parse_article

ARTICLE = parse_article(
    "One here. Gates stay open, they say. Gates stay open, they say. "
    "The well-known “plan” & its costs came up twice in the council of Ambrel.\n\n- Gates"
)


@pytest.mark.parametrize(
    ("url", "at", "link"),
    [
        pytest.param("https://x.org/a", "s0.p1.s1", "https://x.org/a#:~:text=One%20here.", id="a short sentence"),
        pytest.param(
            "https://x.org/a#top", "s0.p1.s1", "https://x.org/a#top:~:text=One%20here.", id="a fragment stays"
        ),
        pytest.param(
            "https://x.org",
            "s0.p1.s4",
            "https://x.org#:~:text=The%20well%2Dknown%20%E2%80%9Cplan%E2%80%9D%20%26%20its,"
            "in%20the%20council%20of%20Ambrel.",
            id="a long one by its ends",
        ),
        pytest.param(
            "https://x.org",
            "s0.p1.s3",
            "https://x.org#:~:text=open%2C%20they%20say.-,Gates%20stay%20open%2C%20they%20say.",
            id="one that stands twice has a prefix",
        ),
        pytest.param(
            "https://x.org",
            "s0.p1.s1-s2",
            "https://x.org#:~:text=One%20here.,Gates%20stay%20open%2C%20they%20say.",
            id="a range",
        ),
        pytest.param("javascript:alert(1)", "s0.p1.s1", None, id="no address of the web"),
        pytest.param("https://[broken", "s0.p1.s1", None, id="no address at all"),
        pytest.param("https://x.org", "s9", None, id="no such passage"),
    ],
)
def test_links(url: str, at: str, link: str | None) -> None:
    assert build_link(url, ARTICLE, at) == link
