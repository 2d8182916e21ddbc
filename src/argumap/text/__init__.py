"""Articles as sections, paragraphs, sentences and table cells, each with a locator and its place in the file."""

from argumap.text.article import Article, ArticleSection, Block, Unit
from argumap.text.article_reader import parse_article, read_article
from argumap.text.decoding import decode, read_text
from argumap.text.normalisation import NORM, find_tokens, normalise, tokens
from argumap.text.sentence_splitter import SEG, split_sentences
from argumap.text.unit_index import UnitIndex

__all__ = [
    "NORM",
    "SEG",
    "Article",
    "ArticleSection",
    "Block",
    "Unit",
    "UnitIndex",
    "decode",
    "find_tokens",
    "normalise",
    "parse_article",
    "read_article",
    "read_text",
    "split_sentences",
    "tokens",
]
