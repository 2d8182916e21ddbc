"""``argumap draft``: what it tells, and what it leaves alone."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

import pytest

from argumap import load
from argumap.cli import run
from documents import PDF, VTT, make_docx
from serving import serve
from test_docs import blocks, commands
from test_docs import check as check_shown

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def column(here: Path) -> str:
    text = (
        "Close the square?\n\nThe guild says that trade would suffer. "
        "That is not true: the cafés have won.\n\nThank you for this.\n"
    )
    (here / "column.txt").write_text(text, encoding="utf-8")
    return "column.txt"


def test_it_tells_what_came_out_and_what_is_open(column: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", column]) == 0
    out = capfd.readouterr().out
    assert "2 claims, of which 1 is said by 1 named voice" in out
    assert "2 sentences left out as stating nothing: 1 formula and 1 headline" in out
    assert "argumap review graph/column" in out
    assert run(["check", "graph/column"]) == 0


def test_json_has_the_figures(column: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", column, "--as", "square", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["claims"], told["attributions"], told["arguments"]) == (2, 1, 1)
    assert set(told["left_out"].values()) == {"headline", "formula"}


def test_a_map_of_that_name_is_left_alone(column: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", column]) == 0
    assert run(["draft", column]) == 2
    assert "another name with `--as NAME`" in capfd.readouterr().err


@pytest.mark.parametrize("content", [b"", b"  \n\n", b"\x00\x01\x02"])
def test_a_file_without_text_is_one_sentence(
    content: bytes, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (here / "a.txt").write_bytes(content)
    assert run(["draft", "a.txt"]) == 2
    assert capfd.readouterr().err.count("\n") == 1
    assert [path.name for path in Path("graph").iterdir()] == ["bridge"]


@pytest.mark.parametrize(
    "text", ["- [One](http://x.example/1)\n- [Two](http://x.example/2)\n", "Why?\n\nHow so?\n"]
)
def test_an_article_that_states_nothing_is_one_sentence(
    text: str, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (here / "a.md").write_text(text, encoding="utf-8")
    assert run(["draft", "a.md"]) == 2
    told = capfd.readouterr()
    assert told.out == ""
    assert told.err.startswith("argumap: a.md states nothing that a map could hold: ")
    assert told.err.endswith("; nothing was written\n")
    assert [path.name for path in Path("graph").iterdir()] == ["bridge"]


def test_an_article_comes_from_standard_input(here: Path) -> None:
    text = "The guild says that trade would suffer."
    ran = subprocess.run(
        [sys.executable, "-m", "argumap", "draft", "-", "--as", "piped"],
        input=text,
        text=True,
        check=False,
        cwd=here,
    )
    assert ran.returncode == 0
    assert run(["check", "graph/piped"]) == 0
    assert (here / "graph/piped/.argumap/article.md").read_text(encoding="utf-8") == text


def test_a_saved_page_is_drafted_from_its_article_and_says_what_it_left_out(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    saved = Path(__file__).parents[1] / "articles/saved/ferry-news.html"
    (here / "page.html").write_bytes(saved.read_bytes())
    assert run(["draft", "page.html", "--as", "ferry"]) == 0
    told = capfd.readouterr().out
    assert "Left out of the page as no part of the article: links to other pages (6)" in told
    record = load("graph/ferry").record
    (source,) = record.sources
    assert (source.title, source.published) == ("Should the night ferry be dropped?", "2031-03-14")
    assert source.url == "https://courier.example/2031/03/night-ferry"
    assert {s.id: s.name for s in record.stakeholders}[source.author or ""] == "Ottilie Brandvold"
    assert source.file == ".argumap/article.md"
    kept = (here / "graph/ferry/.argumap/article.md").read_text(encoding="utf-8")
    assert kept == saved.with_suffix(".md").read_text(encoding="utf-8")
    assert run(["check", "ferry"]) == 0
    assert run(["source", "add", "ferry", "--source", "page.html"]) == 0
    assert "comments (4)" in capfd.readouterr().out


@pytest.mark.parametrize("name", ["talk.vtt", "two.pdf", "minutes.docx"])
def test_every_kind_comes_from_standard_input(name: str, here: Path) -> None:
    data = {"talk.vtt": VTT, "two.pdf": PDF, "minutes.docx": make_docx()}[name]
    ran = subprocess.run(
        [sys.executable, "-m", "argumap", "draft", "-", "--as", "piped"], input=data, check=False, cwd=here
    )
    assert ran.returncode == 0
    assert run(["check", "graph/piped"]) == 0
    kept = "article.txt" if name == "talk.vtt" else "article.md"
    assert "is old." in (here / "graph/piped/.argumap" / kept).read_text(encoding="utf-8")


@pytest.fixture
def ferry(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a saved page, which a name leads to that the test may follow."""
    monkeypatch.setattr("argumap.project.fetching.resolve_publicly", lambda *_: ["127.0.0.1"])
    page = (Path(__file__).parents[1] / "articles/saved/ferry-news.html").read_bytes()
    with serve({"/2031/night-ferry.html": (200, {"Content-Type": "text/html"}, page)}) as server:
        yield f"http://paper.example:{server.server_port}/2031/night-ferry.html"


def test_an_address_is_fetched_with_fetch_alone(ferry: str, here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", ferry]) == 2
    assert "nothing is fetched unasked" in capfd.readouterr().err
    assert run(["draft", "--fetch", "column.txt"]) == 2
    assert "--fetch takes an address" in capfd.readouterr().err
    assert run(["draft", ferry, "--fetch"]) == 0
    (source,) = load("graph/night-ferry").record.sources
    assert (source.url, source.file) == (ferry, ".argumap/article.md")
    assert run(["check", "night-ferry"]) == 0
    assert sorted(path.name for path in here.iterdir()) == ["graph"]


def test_a_text_that_is_not_at_hand_is_fetched_from_where_its_source_stands(
    ferry: str, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["draft", ferry, "--fetch", "--as", "ferry"]) == 0
    before = (here / "graph/ferry/anchors.lock.json").read_bytes()
    rmtree(here / "graph/ferry/.argumap")
    assert run(["source", "add", "ferry", "--source", ferry]) == 2
    assert "source add MAP --fetch" in capfd.readouterr().err
    assert run(["source", "add", "ferry", "--fetch"]) == 0
    assert (here / "graph/ferry/.argumap/article.md").is_file()
    assert (here / "graph/ferry/anchors.lock.json").read_bytes() == before
    assert run(["source", "add", "ferry", "--fetch"]) == 2
    assert "leave --fetch out" in capfd.readouterr().err


def test_what_cannot_be_fetched_leaves_nothing_behind(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = sorted(here.rglob("*"))
    assert run(["draft", "http://127.0.0.1:9/page", "--fetch"]) == 2
    assert capfd.readouterr().err.count("\n") == 1
    assert sorted(here.rglob("*")) == before


def test_what_the_documentation_shows_of_articles_comes_out(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    saved = Path(__file__).parents[1] / "articles/saved/ferry-news.html"
    (here / "night-ferry.html").write_bytes(saved.read_bytes())
    (here / "ferry.bib").write_text(
        "@article{x, title={Should the night ferry be dropped?}, author={Brandvold, Ottilie}, date={2031-03-15},"
        "doi={10.1234/x}}",
        encoding="utf-8",
    )
    shown = [
        content for _, note, content in blocks("docs/drafting.md") if note == "later" and "night-ferry" in content
    ]
    assert len(shown) == 3
    for each in (each for content in shown for each in commands(content, "")):
        if "unasked" in each.output:
            assert run(shlex.split(each.command)[1:]) == 2
            assert capfd.readouterr().err == each.output
        else:
            check_shown(each, capfd)


def test_what_is_new_in_a_changed_text_is_drafted_after_relocating(
    column: str, here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["draft", column]) == 0
    before = load("graph/column").record
    text = (here / column).read_text(encoding="utf-8")
    new = "The mayor argues that the square is too loud."
    (here / column).write_text(text.replace("The guild says", f"{new} The guild says"), encoding="utf-8")
    capfd.readouterr()
    assert run(["draft", "--more", "column"]) == 2
    assert "anchor relocate" in capfd.readouterr().err
    assert run(["anchor", "relocate", "column", "--accept", "safe"]) == 0
    capfd.readouterr()
    assert run(["draft", "--more", "column", "--json"]) == 0
    added = json.loads(capfd.readouterr().out)["claims"]
    after = load("graph/column").record
    assert [claim.text for claim in after.claims if claim.id in added] == ["The square is too loud."]
    assert {claim.id for claim in after.claims} - set(added) == {claim.id for claim in before.claims}
    assert run(["check", "column"]) == 0


def test_a_page_that_is_saved_anew_is_followed_without_its_library_from_then_on(
    here: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (Path(__file__).parents[1] / "articles/saved/ferry-news.html").read_text(encoding="utf-8")
    (here / "page.html").write_text(page, encoding="utf-8")
    assert run(["draft", "page.html", "--as", "ferry"]) == 0
    new = "<p>The mayor Inga Holt says that the pier is rotten.</p>"
    (here / "page.html").write_text(
        page.replace("<h2>What comes next", f"{new}<h2>What comes next"), encoding="utf-8"
    )
    assert run(["anchor", "relocate", "ferry", "--source", "page.html", "--accept", "safe"]) == 0
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    capfd.readouterr()
    assert run(["draft", "--more", "ferry", "--json"]) == 0
    (added,) = json.loads(capfd.readouterr().out)["claims"]
    claims = {claim.id: claim for claim in load("graph/ferry").record.claims}
    assert claims[added].text == "The pier is rotten."
    assert run(["check", "ferry"]) == 0


def test_more_than_a_book_is_one_sentence_at_once(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "long.txt").write_text("The dike is old and nobody has mended it. " * 500_000, encoding="utf-8")
    before = sorted(here.rglob("*"))
    assert run(["draft", "long.txt"]) == 2
    assert capfd.readouterr().err == (
        "argumap: long.txt has 21 MB of text; at most 5 MB are drafted, so give it in parts, a chapter each\n"
    )
    assert sorted(here.rglob("*")) == before


def test_a_poem_is_told_to_be_one(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    stanza = "O river, wide and slow,\nwhere do your waters go,\nbeneath the pale moon's light,\nsays the night.\n"
    (here / "poem.txt").write_text(f"{stanza}\n{stanza}", encoding="utf-8")
    assert run(["draft", "poem.txt"]) == 0
    assert "It is set in verse" in capfd.readouterr().out


def test_standard_input_wants_a_name(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", "-"]) == 2
    assert "--as NAME" in capfd.readouterr().err
    assert sorted(path.name for path in here.iterdir()) == ["graph"]


def test_more_of_a_map_is_drafted(column: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", column]) == 0
    assert run(["review", "column", "--do", "drop trade-suffer"]) in {0, 2}
    capfd.readouterr()
    assert run(["draft", "--more", "graph/bridge", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["map"], told["claims"], told["open_sentences"]) == ("bridge", [], 0)
    assert run(["draft", "--more", "bridge"]) == 0
    assert capfd.readouterr().out == "0 claims added to bridge, nothing else touched.\n"


@pytest.mark.parametrize("more", [["--more", "bridge", "--as", "x"], ["column.txt", "--source", "column.txt"]])
def test_options_of_a_new_map_and_of_one_that_is_there_do_not_mix(
    more: list[str], column: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["draft", *more]) == 2
    assert "--more" in capfd.readouterr().err
