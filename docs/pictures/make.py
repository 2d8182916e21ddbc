"""Makes the README's pictures from the article's map: ``.venv/bin/python docs/pictures/make.py``."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from argumap.project import load, write_view

ROOT = Path(__file__).parents[2]
PICTURES = {"map": (1440, 900), "matrix": (1280, 720)}
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]


def main() -> None:
    debate = load(ROOT / "graph" / "open-vs-closed-ai")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for name, (width, height) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
            page.goto(write_view(debate, name, Path(folder)).as_uri())
            page.wait_for_function("document.fonts.status === 'loaded'")
            target = Path(__file__).with_name(f"{name}.png")
            page.screenshot(path=target)
            print(f"Wrote {target.relative_to(ROOT)}")
        browser.close()


if __name__ == "__main__":
    main()
