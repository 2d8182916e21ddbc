"""Who wrote an article: one name or several, and nobody who only stands behind them."""

from __future__ import annotations

import pytest

from argumap.draft import draft_map
from argumap.mapfile import write_map
from argumap.model import StakeholderType
from argumap.text import parse_article


@pytest.mark.parametrize(
    ("byline", "names", "language"),
    [
        pytest.param("By Imke Darrow and Jon Tully", ["Imke Darrow", "Jon Tully"], "en", id="two"),
        pytest.param(
            "By Imke Darrow, Jon Tully and Ada Quill", ["Imke Darrow", "Jon Tully", "Ada Quill"], "en", id="three"
        ),
        pytest.param(
            "*By Imke Darrow, Jon Tully, & Ada Quill*",
            ["Imke Darrow", "Jon Tully", "Ada Quill"],
            "en",
            id="a sign",
        ),
        pytest.param("Von Imke Darrow und Jon Tully", ["Imke Darrow", "Jon Tully"], "de", id="German"),
        pytest.param("Par Imke Darrow et Jon Tully", ["Imke Darrow", "Jon Tully"], "fr", id="French"),
    ],
)
def test_all_whom_a_byline_names_are_the_author_together(byline: str, names: list[str], language: str) -> None:
    text = {
        "en": "Holes slow the traffic down.",
        "de": "Löcher bremsen den Verkehr in der ganzen Stadt.",
        "fr": "Les trous ralentissent la circulation dans la ville.",
    }[language]
    record = draft_map(parse_article(f"# Holes\n\n{byline}\n\n{text}", language=language)).map
    author = record.stakeholders[0]
    assert (author.name, author.type) == (byline.strip("*").partition(" ")[2], StakeholderType.GROUP)
    assert (record.sources[0].author, record.sources[0].authors) == (author.id, "; ".join(names))
    assert [claim.text for claim in record.claims] == [text]
    listed = ", ".join(f'"{name}"' for name in names)
    assert f"    authors: [{listed}]" in write_map(record)


@pytest.mark.parametrize(
    "byline",
    [
        pytest.param("By Imke Darrow and the weather desk", id="a desk is nobody by name"),
        pytest.param("By Imke Darrow, transport correspondent", id="an office"),
        pytest.param("By Imke Darrow", id="alone"),
    ],
)
def test_one_name_is_one_person(byline: str) -> None:
    record = draft_map(parse_article(f"# Holes\n\n{byline}\n\nHoles slow the traffic down.", language="en")).map
    assert (record.stakeholders[0].name, record.stakeholders[0].type) == ("Imke Darrow", StakeholderType.PERSON)
    assert record.sources[0].authors is None


def test_whom_somebody_names_is_the_author_alone() -> None:
    text = "# Holes\n\nBy Imke Darrow and Jon Tully\n\nHoles slow the traffic down."
    record = draft_map(parse_article(text, language="en"), author="Ada Quill").map
    assert (record.stakeholders[0].name, record.sources[0].authors) == ("Ada Quill", None)


def test_whoever_held_an_interview_wrote_it() -> None:
    text = "The pilots want to stay. The interview was conducted by Edvin Marsh.\n\nIt is the fog, they say.\n"
    record = draft_map(parse_article(text, "md", language="en")).map
    names = {stakeholder.id: stakeholder.name for stakeholder in record.stakeholders}
    assert names[record.sources[0].author or ""] == "Edvin Marsh"
