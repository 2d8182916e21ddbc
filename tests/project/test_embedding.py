from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from argumap.project import load
from argumap.project.embedding import SNIPPET, embed_map, write_snippet

if TYPE_CHECKING:
    from pathlib import Path


class Frame(HTMLParser):
    """The elements of a snippet with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: dict[str, dict[str, str | None]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[tag] = dict(attrs)


def test_a_map_is_embedded_by_a_sandboxed_frame_with_a_picture_in_it(tmp_path: Path) -> None:
    embedded = embed_map(load("graph/old-town-cars"), tmp_path / "town", "/debates/town/")
    found = Frame(embedded.snippet).found
    assert found["iframe"]["src"] == "/debates/town/index.html"
    assert found["iframe"]["sandbox"] == "allow-scripts allow-popups allow-downloads"
    assert "srcdoc" not in found["iframe"]
    assert found["img"]["src"] == "/debates/town/picture.svg"
    assert "“Close the old town to private cars” leads clearly" in str(found["img"]["alt"])
    assert {"index.html", "map.html", "picture.svg", SNIPPET} <= {
        path.name for path in (tmp_path / "town").iterdir()
    }
    assert "without the text of its sources" in (tmp_path / "town" / "index.html").read_text(encoding="utf-8")


def test_a_frame_has_its_size_where_inline_styles_are_forbidden() -> None:
    frame = Frame(write_snippet("town", "index.html", "Town", "")).found["iframe"]
    assert (frame["width"], frame["height"]) == ("100%", "640")


def test_no_title_breaks_out_of_the_frame() -> None:
    found = Frame(write_snippet("town", "index.html", *['"><script>alert(1)</script>'] * 2)).found
    assert list(found) == ["iframe", "a", "img"]
