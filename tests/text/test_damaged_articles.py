"""Files that are cut, changed or nested beyond sense: an article, or one plain sentence, and nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argumap.draft import draft_map
from argumap.errors import ArgumapError
from argumap.text import read_article
from documents import PDF, make_docx

SAVED = Path(__file__).parents[1] / "articles" / "saved"
CAPTIONS = (
    "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ada Quill>The bridge is old.\n\n"
    "00:05.000 --> 00:07.000\n<v Jon>It is.\n"
)
SUBTITLES = (
    "1\n00:00:01,000 --> 00:00:04,000\nADA: The bridge is old.\n\n2\n00:00:05,000 --> 00:00:07,500\nJON: It is.\n"
)
TALK = (
    "ADA QUILL: The bridge is old.\n\nJON TULLY: I said that it is – “old”, she says.\n\n"
    "| a | b |\n|---|---|\n| c | d |\n"
)
FILES: dict[str, bytes] = {
    "talk.txt": TALK.encode(),
    "talk.md": f"---\ntitle: x\n---\n# Talk\n\n{TALK}\n```\ncode\n```\n* [a](b)\n".encode(),
    "plain.html": f"<html><head><title>T</title></head><body><h1>Talk</h1><p>{TALK}</p><table><tr><td>a".encode(),
    "page.html": (SAVED / "ferry-charge-live.html").read_bytes(),
    "talk.vtt": CAPTIONS.encode(),
    "talk.srt": SUBTITLES.encode(),
    "talk.docx": make_docx(),
    "talk.pdf": PDF,
}
ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1252",
    "cp500",
    "shift_jis",
    "utf-7",
)


def read_or_tell(path: Path) -> str:
    """What is said of a file that is no article; "" for one that is, and whose draft can be made."""
    try:
        article = read_article(path)
    except ArgumapError as error:
        told = str(error)
        assert path.name in told or "extra" in told
        assert "\n" not in told
        assert len(told) < 300
        return told
    draft_map(article)
    for unit in article.units:
        assert 0 <= unit.start <= unit.end <= len(article.text)
    return ""


@pytest.mark.parametrize("name", FILES)
def test_the_files_are_articles_before_they_are_damaged(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    assert read_or_tell(tmp_path / name) == ""


@pytest.mark.parametrize("name", ["talk.txt", "talk.md", "plain.html", "talk.vtt", "talk.srt"])
def test_a_text_may_be_cut_at_every_byte(name: str, tmp_path: Path) -> None:
    for end in range(len(FILES[name])):
        (tmp_path / name).write_bytes(FILES[name][:end])
        read_or_tell(tmp_path / name)


@pytest.mark.parametrize("name", ["page.html", "talk.docx", "talk.pdf"])
def test_a_document_may_be_cut_anywhere(name: str, tmp_path: Path) -> None:
    data = FILES[name]
    for end in range(0, len(data), max(1, len(data) // 60)):
        (tmp_path / name).write_bytes(data[:end])
        read_or_tell(tmp_path / name)


_EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), st.binary(max_size=12)), min_size=1, max_size=8)


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_EDITS)
def test_bytes_may_be_changed(name: str, tmp_path: Path, edits: list[tuple[float, int, bytes]]) -> None:
    data = FILES[name]
    for place, length, put in edits:
        at = int(place * len(data))
        data = data[:at] + put + data[at + length :]
    (tmp_path / name).write_bytes(data)
    read_or_tell(tmp_path / name)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", ["talk.txt", "talk.md", "plain.html", "page.html", "talk.vtt", "talk.srt"])
def test_any_encoding_is_read_or_told(name: str, encoding: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(FILES[name].decode("utf-8").encode(encoding, "replace"))
    read_or_tell(tmp_path / name)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".vtt", ".srt", ".docx", ".pdf", ".jpg", ""])
def test_a_wrong_name_is_no_harm(name: str, suffix: str, tmp_path: Path) -> None:
    (tmp_path / f"named{suffix}").write_bytes(FILES[name])
    read_or_tell(tmp_path / f"named{suffix}")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("deep.html", "<div>" * 20_000 + "It rains." + "</div>" * 20_000, id="elements"),
        pytest.param(
            "deep.html", "<script></script>" + "<b><i>" * 20_000 + "It rains.", id="marks of a saved page"
        ),
        pytest.param("deep.html", "<table><tr><td>" * 5_000 + "It rains.", id="tables"),
        pytest.param("deep.md", ">" * 20_000 + " It rains.\n", id="quotations"),
        pytest.param("deep.md", "* " * 10_000 + "It rains.\n", id="lists"),
        pytest.param("deep.md", "[" * 20_000 + "It rains.", id="links"),
        pytest.param("deep.md", "*_" * 20_000 + "It rains.", id="emphasis"),
        pytest.param("deep.md", "|" * 20_000 + "\n" + "|-" * 20_000 + "|\n", id="cells"),
        pytest.param("deep.txt", "(“" * 20_000 + "It rains.", id="brackets"),
        pytest.param(
            "deep.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v A>" * 20_000 + "It rains.\n", id="voices"
        ),
    ],
)
def test_nesting_without_end(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    read_or_tell(tmp_path / name)


def _zip(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in parts.items():
            written.writestr(name, data)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        pytest.param(
            {"word/document.xml": b" " * 210_000_000}, "unpacks to more than 200 MB", id="one large part"
        ),
        pytest.param(
            {"word/document.xml": b"<a/>", **{f"word/media/{n}": b"\0" * 60_000_000 for n in range(4)}},
            "unpacks to more than 200 MB",
            id="several parts",
        ),
        pytest.param({"word/styles.xml": b"<a/>"}, "no Word document", id="without its text"),
        pytest.param({"word/document.xml": b"<a>" * 50_000}, "", id="without an end"),
        pytest.param({"word/document.xml": b"PK\x03\x04" * 100}, "", id="a zip for a text"),
    ],
)
def test_a_packed_file_that_is_none(parts: dict[str, bytes], told: str, tmp_path: Path) -> None:
    (tmp_path / "bomb.docx").write_bytes(_zip(parts))
    said = read_or_tell(tmp_path / "bomb.docx")
    assert said
    assert told in said
