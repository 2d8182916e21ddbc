"""One door for all kinds of article: the reader is chosen by the file's name or by what is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.errors import NoText
from argumap.files import read_bytes
from argumap.gc_pause import gc_paused
from argumap.text.block_locators import Heading, Paragraph, build_article
from argumap.text.decoding import LIMIT
from argumap.text.documents import decode_text, extract, is_page, tell_kind
from argumap.text.front_matter import find_front_matter
from argumap.text.markdown_parser import parse_markdown
from argumap.text.sentence_splitter import ENGLISH, SEG, get_splitter
from argumap.text.source_facts import SourceFacts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from argumap.text.article import Article, LanguageOrigin
    from argumap.text.block_locators import Raw
    from argumap.text.sentence_splitter import Splitter


@gc_paused()
def parse_article(
    text: str,
    kind: str = "md",
    file: str = "",
    *,
    version: int = SEG,
    language: str | None = None,
    otherwise: str = ENGLISH,
) -> Article:
    """The article that ``text`` holds; ``kind`` is ``md``, ``txt`` or ``html``, ``file`` names it in warnings.

    ``version`` is that of the rules for sentences. ``language`` is a BCP 47 tag; without it the text tells, and
    one that is too short for that is taken for what it is ``otherwise``. A text that opens with an HTML document's
    first tag is read as HTML whatever its kind. Raises `NoText` where no unit is found, `CallError` for a version
    that does not exist.
    """
    if kind == "html" or is_page(text):
        from argumap.text.html_parser import parse_html

        blocks, warnings = parse_html(text, file)
        splitter, language_by = _choose(_words_of(blocks), version, language, otherwise)
    else:
        splitter, language_by = _choose(text, version, language, otherwise)
        blocks, warnings = parse_markdown(text, file, wrapped=kind == "md", splitter=splitter)
    article = build_article(text, blocks, warnings, splitter, language_by)
    if not article.units:
        raise NoText(f"{file or 'the text'} holds no sentence; give a file that holds the article's text", file)
    return article


def read_article(
    path: Path, *, version: int = SEG, language: str | None = None, otherwise: str = ENGLISH
) -> Article:
    """The article in a file, by the rules and in the language that `parse_article` takes.

    A PDF, a Word document, a saved web page and a transcript with time codes are read by what is found in them;
    ``facts``, ``left_out`` and ``fragments`` of the article say what else that is. The bytes tell what a file is,
    whatever it is called.

    Raises `CannotRead` or `TooLarge`, and as `parse_article` does.
    """
    data = read_bytes(path, LIMIT)
    kind = tell_kind(data, path.suffix)
    found = extract(data, kind, path.name)
    text, read_as = (decode_text(data, kind, path.name), kind) if found is None else (found.text, found.kind)
    article = parse_article(text, read_as, path.name, version=version, language=language, otherwise=otherwise)
    if found is None:
        return _with_facts(article, kind)
    return replace(article, document=kind, facts=found.facts, left_out=found.left_out, fragments=found.fragments)


def _with_facts(article: Article, kind: str) -> Article:
    """A plain page with the authors that its head names, Markdown with what stands above it."""
    if kind != "html":
        found = find_front_matter(article.text.splitlines())
        return replace(article, facts=found.facts) if found else article
    from argumap.text.page_authors import find_page_authors

    authors = find_page_authors(article.text)
    return replace(article, facts=SourceFacts(authors=authors)) if authors else article


def _choose(text: str, version: int, language: str | None, otherwise: str) -> tuple[Splitter, LanguageOrigin]:
    """The rules for a text, and how its language is known; version 1 knew but one."""
    if language or version == 1:
        return get_splitter(version, language or ENGLISH), "given"
    from argumap.text.language_guess import guess_language

    guessed = guess_language(text)
    return get_splitter(version, guessed or otherwise), "guessed" if guessed else "assumed"


def _words_of(blocks: Iterable[Raw]) -> str:
    """The words of a page without its marks and scripts."""
    return " ".join(block.flow.text for block in blocks if isinstance(block, Heading | Paragraph))
