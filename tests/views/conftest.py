"""Pages opened in the browser of the session."""

from __future__ import annotations

import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pages import DESKTOP, Opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

PROBES = Path(__file__).with_name("probes.js")


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.fixture
def open_page(browser: Browser, folder: Path) -> Iterator[Callable[..., Opened]]:
    """``open_page(html, hash, size=DESKTOP, dark=False)`` opens a page's text as a file."""
    contexts = []

    def open_(
        html: str,
        fragment: str = "",
        *,
        size: tuple[int, int] = DESKTOP,
        dark: bool = False,
        touch: bool = False,
        **options: Any,
    ) -> Opened:
        path = _file(folder, html)
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            has_touch=touch or size[0] < 500,
            **options,
        )
        context.add_init_script(path=PROBES)
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.go(path, fragment)
        return opened

    yield open_
    for context in contexts:
        context.close()


def _file(folder: Path, html: str) -> Path:
    path = folder / sha256(html.encode()).hexdigest()[:16] / "map.html"
    if not path.exists():
        path.parent.mkdir()
        path.write_text(html, encoding="utf-8", newline="\n")
    return path
