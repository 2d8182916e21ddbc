"""One door for all kinds of article: the reader is chosen by the file's name or by what is asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argumap.errors import NoText
from argumap.text.block_locators import build_article
from argumap.text.decoding import read_text
from argumap.text.markdown_parser import parse_markdown

if TYPE_CHECKING:
    from pathlib import Path

    from argumap.text.article import Article

_SUFFIXES = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".xhtml": "html"}
_IS_HTML = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def parse_article(text: str, kind: str = "md", file: str = "") -> Article:
    """The article that ``text`` holds; ``kind`` is ``md``, ``txt`` or ``html``, ``file`` names it in warnings.

    A text that opens with an HTML document's first tag is read as HTML whatever its kind. Raises `NoText`
    where no unit is found.
    """
    if kind == "html" or _IS_HTML.match(text):
        from argumap.text.html_parser import parse_html

        blocks, warnings = parse_html(text, file)
    else:
        blocks, warnings = parse_markdown(text, file, wrapped=kind == "md")
    article = build_article(text, blocks, warnings)
    if not article.units:
        raise NoText(f"{file or 'the text'} holds no sentence; give a file that holds the article's text", file)
    return article


def read_article(path: Path) -> Article:
    """The article in a file; raises `CannotRead`, `TooLarge` or `NoText`."""
    return parse_article(read_text(path), _SUFFIXES.get(path.suffix.lower(), "txt"), path.name)
