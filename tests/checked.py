"""One check on a map written in a few lines: what it finds, and the line at which it says so."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent
from typing import TYPE_CHECKING, TypeAlias

from argumap.anchoring import TiedPassages, build_lock, check_anchors
from argumap.checks import CHECKS, Subject
from argumap.mapfile import parse_map
from argumap.model import Index
from argumap.semantics import evaluate
from argumap.text import parse_article

if TYPE_CHECKING:
    from collections.abc import Mapping

    from argumap.errors import Problem

Found: TypeAlias = list[tuple[str, str]]


def subject_of(text: str, article: str = "", *, evaluated: bool = True) -> Subject:
    """The map in ``text``, which must read without a problem; ``article`` is the text of its source ``s``."""
    reading = parse_map(text)
    assert reading.problems == (), [str(problem) for problem in reading.problems]
    index = Index(reading.map)
    evaluation = evaluate(index) if evaluated else None
    subject = Subject(reading.map, index, reading.locations.nearest, evaluation)
    return tied_to(subject, {"s": article}) if article else subject


def tied_to(subject: Subject, texts: Mapping[str, str]) -> Subject:
    """A map with the texts of its sources at hand; it is in the language of the first."""
    articles = {source: parse_article(text) for source, text in texts.items()}
    states = check_anchors(subject.map, build_lock(articles), articles)
    language = next(article.splitter.language for article in articles.values())
    return replace(subject, tied=TiedPassages(subject.map, states, articles).find, language=language)


def problems_of(name: str, text: str, article: str = "", *, evaluated: bool = True) -> list[Problem]:
    return list(CHECKS[name](subject_of(text, article, evaluated=evaluated)))


def found(name: str, body: str, article: str = "") -> Found:
    """The codes that the check ``name`` gives, each with the words of the line it points at."""
    text = f"argumap: 1\n{dedent(body).strip()}\n"
    lines = text.splitlines()
    return [(problem.code, lines[problem.line - 1].strip()) for problem in problems_of(name, text, article)]
