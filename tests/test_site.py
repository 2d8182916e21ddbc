"""The documentation as a site: it needs no network, and what is sought in it is found from a plain file."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest.importorskip("sphinx", reason="sphinx is not installed, so the site is not built")

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
LOADED = re.compile(r"<(?:script|link|img|iframe|source)\b[^>]*?(?:src|href)=\"([^\"]*)\"")
LOADED_BY_STYLE = re.compile(r"url\(([^)]*)\)|@import\s+([^;]*)")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    call = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "-c",
        "docs/site",
        "-d",
        str(folder / "kept"),
        ".",
        str(folder),
    ]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_no_page_and_no_style_loads_anything_from_elsewhere(site: Path) -> None:
    pages = [page.read_text(encoding="utf-8") for page in site.rglob("*.html")]
    styles = [style.read_text(encoding="utf-8") for style in site.rglob("*.css")]
    loaded = [address for page in pages for address in LOADED.findall(page)]
    loaded += [a or b for style in styles for a, b in LOADED_BY_STYLE.findall(style)]
    assert len(loaded) > len(pages)
    assert [address for address in loaded if re.match(r"['\"]?(\w+:)?//", address)] == []


def test_every_page_of_the_repository_is_on_the_site(site: Path) -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "graph/README.md", ROOT / "output/README.md"]
    missing = [page.name for page in pages if not (site / page.relative_to(ROOT)).with_suffix(".html").is_file()]
    assert missing == []


def test_every_room_is_described(site: Path) -> None:
    page = (site / "docs/rooms.html").read_text(encoding="utf-8")
    rooms = {path.parent.name for path in (ROOT / "src/argumap").glob("*/__init__.py")} - {"cli"}
    assert [room for room in sorted(rooms) if f'id="argumap-{room.replace("_", "-")}"' not in page] == []


def test_all_that_argumap_offers_is_described(site: Path) -> None:
    import argumap

    page = (site / "docs/api.html").read_text(encoding="utf-8")
    assert [name for name in argumap.__all__ if name[0] != "_" and f'id="argumap.{name}"' not in page] == []
    public = [name for name in vars(argumap.Map) if not name.startswith("_")]
    assert [name for name in public if f'id="argumap.Map.{name}"' not in page] == []


@pytest.mark.browser
def test_a_word_is_found_on_the_site_as_it_lies_on_the_disk(site: Path, browser: Browser) -> None:
    with closing(browser.new_context()) as context:
        page, asked = context.new_page(), []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{(site / 'search.html').as_uri()}?q=undercut")
        page.locator("ul.search a", has_text="Glossary").first.wait_for()
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
