"""Articles as sections, paragraphs, sentences and table cells, each with a locator and its place in the file."""

from argumap.text.article import Article, Block, Section, Unit
from argumap.text.beneath import Beneath
from argumap.text.decoding import decode, read_text
from argumap.text.normal import NORM, find_tokens, normalise, tokens
from argumap.text.reading import parse_article, read_article
from argumap.text.sentences import SEG, split_sentences

__all__ = [
    "NORM",
    "SEG",
    "Article",
    "Beneath",
    "Block",
    "Section",
    "Unit",
    "decode",
    "find_tokens",
    "normalise",
    "parse_article",
    "read_article",
    "read_text",
    "split_sentences",
    "tokens",
]
