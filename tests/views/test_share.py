"""The menu by which every page hands on what it shows, opened from files as readers do."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from argumap.project import load
from argumap.project.outputs import build_files
from argumap.views import VIEWS
from pages import DESKTOP, PHONE, Opened
from town_states import input_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

PAGES = ("index", "map", "outline", "matrix", "sections")
DRAWN = ("index", "map", "matrix")
CHOSEN = "#n=trade-falls"
CLAIM = "Shops in the old town lose trade once customers cannot reach the door by car."

# What a page copies is written down here, the way that its browser allows.
CLIPBOARDS = {
    "of today": "navigator.clipboard.writeText = async text => {window.copied = text}",
    "of old": """Object.defineProperty(navigator, "clipboard", {value: undefined});
        document.addEventListener("copy", () => {window.copied = document.activeElement.value})""",
    "none": """Object.defineProperty(navigator, "clipboard", {value: undefined});
        document.execCommand = () => false""",
}

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built pages of a map whose article is at hand."""
    folder = tmp_path_factory.mktemp("town")
    files = {**build_files(load("graph/old-town-cars")), "changes.html": VIEWS["changes"].build(input_of())}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def look(browser: Browser, town: Path) -> Iterator[Callable[..., Opened]]:
    """``look(page, hash, clipboard="of today", size=DESKTOP)`` opens a page with its menu open."""
    contexts = []

    def look_(
        page: str, fragment: str = "", *, clipboard: str = "of today", size: tuple[int, int] = DESKTOP
    ) -> Opened:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, accept_downloads=True)
        contexts.append(context)
        context.add_init_script(CLIPBOARDS[clipboard])
        opened = Opened(context.new_page())
        opened.go(town / f"{page}.html", fragment)
        opened.page.click("#share summary")
        return opened

    yield look_
    for context in contexts:
        context.close()


def click(opened: Opened, offer: str) -> None:
    opened.page.click(f"#share [data-offer={offer}]")


def save(opened: Opened, offer: str, to: Path) -> Path:
    with opened.page.expect_download() as waiting:
        click(opened, offer)
    waiting.value.save_as(to)
    return to


def read_rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_copies_the_link_to_what_it_shows(page: str, look: Callable[..., Opened]) -> None:
    opened = look(page, CHOSEN)
    click(opened, "link")
    opened.page.wait_for_function("document.querySelector('#share output').textContent")
    copied = opened.run("window.copied")
    assert copied == opened.page.url
    assert copied.endswith(f"{page}.html{CHOSEN}")
    assert opened.run("document.querySelector('#share').open")
    assert [url for url in opened.requests if not url.startswith(("file:", "data:", "blob:"))] == []
    assert opened.complaints == []


@pytest.mark.parametrize("page", ["map", "outline", "matrix", "sections"])
def test_the_quotation_says_the_claim_who_where_and_the_link(page: str, look: Callable[..., Opened]) -> None:
    opened = look(page, CHOSEN)
    if page != "matrix":
        opened.page.locator("[data-offer=quotation]", has_text=CLAIM).wait_for(state="attached")
    click(opened, "quotation")
    opened.page.wait_for_function("window.copied")
    claim, *rest, link = opened.run("window.copied").split("\n")
    assert claim in {f"“{CLAIM}”", "“Shops lose trade”"}
    assert rest[0].startswith("— ")
    assert "Benno Rask" in rest[0]
    assert link == f"Who may drive in the old town?: {opened.page.url}"
    if page in {"map", "sections"}:
        assert "Its chair, Benno Rask, argues that shops lose trade" in rest[1]


def test_on_the_outline_the_claim_that_was_opened_last_is_quoted(look: Callable[..., Opened]) -> None:
    opened = look("outline")
    opened.page.locator(".c > details > summary", has_text="Shops lose trade").first.click()
    opened.page.click("#share summary")
    assert CLAIM in opened.page.inner_text("[data-offer=quotation]")


def test_without_a_chosen_claim_there_is_nothing_to_quote(look: Callable[..., Opened]) -> None:
    button = look("map").page.locator("[data-offer=quotation]")
    assert button.is_disabled()
    assert "Choose a claim first" in button.inner_text()


def test_a_browser_without_a_clipboard_copies_the_older_way(look: Callable[..., Opened]) -> None:
    opened = look("outline", CHOSEN, clipboard="of old")
    click(opened, "link")
    opened.page.wait_for_function("window.copied")
    assert opened.run("window.copied") == opened.page.url


def test_what_cannot_be_copied_stands_selected_in_a_window(look: Callable[..., Opened]) -> None:
    opened = look("outline", CHOSEN, clipboard="none", size=PHONE)
    click(opened, "link")
    field = opened.page.locator("dialog.by-hand textarea")
    assert field.input_value() == opened.page.url
    assert opened.run("getSelection().toString()") == opened.page.url
    assert opened.run("document.documentElement.scrollWidth") <= PHONE[0]
    opened.page.keyboard.press("Escape")
    assert field.count() == 0


@pytest.mark.parametrize("page", DRAWN)
def test_what_is_shown_is_saved_as_a_picture(page: str, look: Callable[..., Opened], tmp_path: Path) -> None:
    opened = look(page)
    picture = save(opened, "png", tmp_path / "picture.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert width == 2 * DESKTOP[0]
    assert height > DESKTOP[1]
    assert len(picture) > 100_000
    assert opened.complaints == []


def test_a_picture_that_cannot_be_copied_is_saved(look: Callable[..., Opened], tmp_path: Path) -> None:
    saved = save(look("index", clipboard="none"), "picture", tmp_path / "picture.png")
    assert saved.read_bytes().startswith(b"\x89PNG")


def test_the_network_is_saved_as_it_is_drawn(look: Callable[..., Opened], tmp_path: Path) -> None:
    opened = look("map", "#view=network")
    assert save(opened, "svg", tmp_path / "map.svg").read_text(encoding="utf-8").startswith("<svg")
    assert save(opened, "png", tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("page", PAGES)
def test_the_table_has_what_is_shown(page: str, look: Callable[..., Opened], tmp_path: Path) -> None:
    rows = read_rows(save(look(page), "csv", tmp_path / "rows.csv"))
    assert len(rows) > 3
    assert len({len(row) for row in rows}) == 1 or page == "matrix"


ANSWER = "Private cars should keep their access to the old town."


@pytest.mark.parametrize("page", ["map", "outline", "sections"])
@pytest.mark.parametrize(
    ("claim", "told"),
    [
        pytest.param(ANSWER, ("answer", "opposed"), id="an answer"),
        pytest.param(CLAIM, ("objection", "opposed"), id="an objection"),
    ],
)
def test_a_claim_has_the_same_row_on_every_page(
    claim: str, told: tuple[str, str], page: str, look: Callable[..., Opened], tmp_path: Path
) -> None:
    head, *rows = read_rows(save(look(page), "csv", tmp_path / "rows.csv"))
    (row,) = {tuple(row) for row in rows if row[0] == claim}
    _, part, who, verdict, place = row
    assert head == ["Claim", "Part", "Who", "Verdict", "Passage"]
    assert (part.split(" · ")[0].lower(), verdict.split(" ")[0]) == told
    assert who.startswith(("Shopkeepers' Guild", "Benno Rask"))
    assert place.startswith("s3.p1")


def test_the_picture_of_changes_is_as_high_as_what_is_shown(look: Callable[..., Opened], tmp_path: Path) -> None:
    opened = look("changes")
    opened.run("document.querySelector('.rest ul').style.height = '4000px'")
    shown = opened.run("document.querySelector('.sheet.changes').getBoundingClientRect().height")
    picture = save(opened, "png", tmp_path / "picture.png").read_bytes()
    height = int.from_bytes(picture[20:24], "big") / 2
    assert shown - 60 < height < shown + 120


def test_the_table_of_changes_says_what_each_row_is_of(look: Callable[..., Opened], tmp_path: Path) -> None:
    opened = look("changes")
    head, *rows = read_rows(save(opened, "csv", tmp_path / "rows.csv"))
    assert head[1:] == ["Answer", "17 April 2027", "2 May 2027", "Because"]
    question, people = opened.page.inner_text("main .kicker"), opened.page.inner_text(".people > h3")
    told = "unchallenged; leads; 2 reasons stand; no objection is unanswered"
    assert [question, "Close the old town", told] in [row[:3] for row in rows]
    assert [people, "Petra Lunn", "", "It pays for the bus: says so, for “Charge a toll”", ""] in rows
    assert {len(row) for row in rows} == {5}


def test_the_table_of_the_outline_has_what_the_search_found(look: Callable[..., Opened], tmp_path: Path) -> None:
    opened = look("outline")
    opened.page.fill("#query", "shops lose trade")
    opened.page.wait_for_function("document.querySelector('.c.hit')")
    rows = read_rows(save(opened, "csv", tmp_path / "rows.csv"))
    assert [row[0] for row in rows] == ["Claim", CLAIM]


@pytest.mark.parametrize("page", PAGES)
def test_the_menu_is_worked_by_keys(page: str, look: Callable[..., Opened]) -> None:
    opened = look(page, CHOSEN)
    keyboard = opened.page.keyboard
    keyboard.press("Escape")
    assert not opened.run("document.querySelector('#share').open")
    assert opened.run("document.activeElement.closest('#share') !== null")
    assert "trade-falls" in opened.page.url
    keyboard.press("Enter")
    keyboard.press("Tab")
    assert opened.run("document.activeElement.dataset.offer") == "link"
    assert opened.page.get_by_role("group", name="Share").is_visible()
    keyboard.press("Enter")
    opened.page.wait_for_function("window.copied")


@pytest.mark.parametrize("page", PAGES)
def test_the_menu_has_room_on_a_phone(page: str, look: Callable[..., Opened]) -> None:
    opened = look(page, size=PHONE)
    box = opened.page.locator(".offers").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE[0]
    assert box["y"] + box["height"] <= PHONE[1]
    heights = opened.run(
        "[...document.querySelectorAll('.offers button')].filter(b => b.offsetParent).map(b => b.offsetHeight)"
    )
    assert min(heights) >= 40
