"""Articles as sections, paragraphs, sentences and table cells, each with a locator and its place in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argumap.text.article import Article, ArticleSection, Block, Unit
    from argumap.text.article_reader import parse_article, read_article
    from argumap.text.citations import SourceCitation, parse_citations
    from argumap.text.decoding import decode, read_text
    from argumap.text.documents import tell_suffix
    from argumap.text.figures import Figure, Measure, find_figures
    from argumap.text.language_guess import guess_language
    from argumap.text.languages import LANGUAGES, FigureWords, Language, get_language
    from argumap.text.normalisation import NORM, find_tokens, normalise, set_apart, tokens
    from argumap.text.opposites import TurningWord, find_denials, find_turned, find_turning_words
    from argumap.text.sentence_splitter import (
        ENGLISH,
        SEG,
        SPLITTERS,
        Splitter,
        get_splitter,
    )
    from argumap.text.slugs import Slugs
    from argumap.text.source_facts import SourceFacts
    from argumap.text.unit_index import UnitIndex
    from argumap.text.verse import is_verse
else:
    from argumap.lazy_exports import export_lazily

    __getattr__ = export_lazily(
        __name__,
        {
            "article": "Article ArticleSection Block Unit",
            "article_reader": "parse_article read_article",
            "citations": "SourceCitation parse_citations",
            "decoding": "decode read_text",
            "documents": "tell_suffix",
            "figures": "Figure Measure find_figures",
            "language_guess": "guess_language",
            "languages": "LANGUAGES FigureWords Language get_language",
            "normalisation": "NORM find_tokens normalise set_apart tokens",
            "opposites": "TurningWord find_denials find_turned find_turning_words",
            "source_facts": "SourceFacts",
            "sentence_splitter": "ENGLISH SEG SPLITTERS Splitter get_splitter",
            "slugs": "Slugs",
            "unit_index": "UnitIndex",
            "verse": "is_verse",
        },
    )

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "NORM",
    "SEG",
    "SPLITTERS",
    "Article",
    "ArticleSection",
    "Block",
    "Figure",
    "FigureWords",
    "Language",
    "Measure",
    "Slugs",
    "SourceCitation",
    "SourceFacts",
    "Splitter",
    "TurningWord",
    "Unit",
    "UnitIndex",
    "decode",
    "find_denials",
    "find_figures",
    "find_tokens",
    "find_turned",
    "find_turning_words",
    "get_language",
    "get_splitter",
    "guess_language",
    "is_verse",
    "normalise",
    "parse_article",
    "parse_citations",
    "read_article",
    "read_text",
    "set_apart",
    "tell_suffix",
    "tokens",
]
