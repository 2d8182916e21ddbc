"""Makes the README's pictures from the article's map: ``.venv/bin/python docs/pictures/make.py``.

``debate.png`` is drawn by argumap; ``steps.png`` is a strip of stills of its pages, which takes a Chromium.
"""

from __future__ import annotations

import base64
import html
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from argumap.pictures import parse_size
from argumap.project import Map, build, load

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
STILL = (1440, 900)
STEPS = {
    "index": "Read who leads, and what would turn it",
    "map": "Follow each reason and objection down",
    "matrix": "See who argues what, and in whose voice",
    "picture": "Put the debate on a slide",
}
STYLE = """body{margin:0;padding:24px;background:#f7f5f0;font:600 24px/1.3 system-ui,sans-serif;color:#1a1c1f}
ol{display:grid;grid-template-columns:1fr 1fr;gap:28px 24px;margin:0;padding:0;list-style:none;counter-reset:n}
li{counter-increment:n}p{margin:0 0 10px}p::before{content:counter(n) "  ";color:#0b57a4}
img{display:block;width:100%;height:auto;border:1px solid #dcd8cd;border-radius:8px}"""
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]


def main() -> None:
    debate = load(ROOT / "graph" / "open-vs-closed-ai")
    (HERE / "debate.png").write_bytes(debate.picture().typeset("png"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        _show_strip(browser, _take_stills(browser, debate))
        browser.close()
    print("Wrote debate.png and steps.png")


def _take_stills(browser: Browser, debate: Map) -> dict[str, bytes]:
    """What the first screen of each page shows, and the picture that is drawn without a browser."""
    stills: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        build(debate, Path(folder))
        for name in STEPS:
            if name == "picture":
                stills[name] = debate.picture(size=parse_size("x".join(map(str, STILL)))).typeset("png")
                continue
            page = browser.new_page(
                viewport=dict(zip(("width", "height"), STILL, strict=True)), color_scheme="light"
            )
            page.goto((Path(folder) / f"{name}.html").as_uri())
            page.wait_for_function("document.fonts.status === 'loaded'")
            stills[name] = page.screenshot()
            page.close()
    return stills


def _show_strip(browser: Browser, stills: dict[str, bytes]) -> None:
    items = "".join(_show(words, stills[name]) for name, words in STEPS.items())
    page = browser.new_page(viewport={"width": 1600, "height": 900}, color_scheme="light")
    page.set_content(f"<style>{STYLE}</style><ol>{items}</ol>")
    page.locator("body").screenshot(path=HERE / "steps.png")


def _show(words: str, still: bytes) -> str:
    source = f"data:image/png;base64,{base64.b64encode(still).decode()}"
    return f'<li><p>{html.escape(words)}</p><img src="{source}" alt=""></li>'


if __name__ == "__main__":
    main()
