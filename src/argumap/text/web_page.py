"""The article in a saved web page, without its menus, notices and comments: found by trafilatura.

What is kept becomes Markdown; that text, not the page, is what locators and offsets count in.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from argumap.errors import NoText, NotInstalled
from argumap.text.decoding import decode
from argumap.text.live_posts import gather_posts
from argumap.text.marked_text import write_heading, write_items, write_paragraph, write_table
from argumap.text.page_authors import find_page_authors
from argumap.text.source_facts import ExtractedText, SourceFacts

if TYPE_CHECKING:
    from collections.abc import Iterator

# A page that runs scripts, describes itself to other sites or names its furniture is one that a browser saved.
_SAVED = re.compile(
    r"<script\b|<meta\s[^>]{0,200}(?:og:|article:|twitter:)"
    r"|(?:class|id|role)\s*=\s*[\"'][^\"'>]{0,200}(?:cookie|consent|sidebar|comment|navigation|related|share|promo)",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_MOST_CHARACTERS: Final = 10_000_000
_DEEPEST: Final = 200
# What finds articles goes over neighbours again and again: 300,000 of them kept it busy for minutes.
_MOST_ELEMENTS: Final = 40_000
# No clock: a day later than this is none, whenever the page is read.
_LAST_DAY = "2200-01-01"
_SILENT = frozenset({"head", "script", "style", "noscript", "template", "svg", "iframe"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "dfn", "em", "font", "i", "img", "input", "ins"}
    | {"kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
_FURNITURE = (
    ("comments", re.compile(r"\b(?:comments?|disqus|replies)(?:\b|[-_])", re.IGNORECASE)),
    ("notices on cookies", re.compile(r"cookie|consent|gdpr", re.IGNORECASE)),
    (
        "navigation",
        re.compile(r"\bnav(?:igation|bar)?\b|menu|breadcrumb|masthead|site-header|key-?events", re.IGNORECASE),
    ),
    ("links to other pages", re.compile(r"^aside$|related|sidebar|most-read|recommend|teaser", re.IGNORECASE)),
    ("forms and buttons", re.compile(r"^(?:form|button|select)$|share|newsletter|subscribe", re.IGNORECASE)),
    ("captions", re.compile(r"^(?:fig)?caption$", re.IGNORECASE)),
    ("the byline", re.compile(r"^time$|byline|\bauthor|dateline|timestamp|pubdate", re.IGNORECASE)),
    ("the page's foot", re.compile(r"^footer$|footer|copyright", re.IGNORECASE)),
)
_OTHER: Final = "others"
# So many short lines may stand above a title: a kicker, the name of a series.
_KICKERS: Final = 3


def is_saved_page(text: str) -> bool:
    """Whether a page is one with furniture around its article; any other is read as it stands."""
    return _SAVED.search(text) is not None


def decode_page(data: bytes, name: str) -> str:
    """The page as text, in the encoding that it declares itself where its bytes are valid in that."""
    declared = _CHARSET.search(data[:_DECLARED_WITHIN])
    if declared is not None and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeError):
            pass
    return decode(data, name)


def read_page(text: str, name: str) -> ExtractedText:
    """The article of a saved page, what the page says of it, and what was left out.

    Raises `NotInstalled` without the extra ``[articles]``, `NoText` where no article is found.
    """
    if len(text) > _MOST_CHARACTERS:
        raise NoText(f"{name} has more than 10 million characters; save the article's text as .txt", name)
    try:
        from trafilatura import bare_extraction
        from trafilatura.utils import load_html
    except ImportError as error:
        raise NotInstalled(
            f"{name} is a web page with menus and scripts around its article, which takes the extra [articles]: "
            "pip install 'argumap[articles]'; or save the article's text as .txt",
        ) from error
    # Any: neither trafilatura nor lxml tells its types.
    tree: Any = load_html(text)
    if tree is None:
        raise _no_article(name)
    if _is_too_much(tree):
        raise NoText(f"{name} has more marks than an article's page has; save the article's text as .txt", name)
    gather_posts(tree)
    _keep_cited(tree)
    found: Any = bare_extraction(
        tree,
        include_comments=False,
        include_formatting=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": _LAST_DAY},
    )
    if found is None or found.body is None:
        raise _no_article(name)
    facts = _facts(found, find_page_authors(text))
    blocks = list(_write_blocks(found.body))
    if not blocks:
        raise _no_article(name)
    blocks = _open_with_title(blocks, facts.title)
    kept = _bare("".join(blocks))
    left_out = tuple(_left_out(load_html(text), kept))
    return ExtractedText("\n\n".join(blocks) + "\n", "md", facts, left_out)


def _no_article(name: str) -> NoText:
    return NoText(f"{name} holds no article that can be told from menus; save the article's text as .txt", name)


def _is_too_much(tree: Any) -> bool:
    """Whether a page has more elements, or deeper ones, than an article's page has."""
    # Any: an element of lxml, which has no types.
    depth = many = 0
    level = [tree]
    while level and depth <= _DEEPEST and many <= _MOST_ELEMENTS:
        many += len(level)
        level = [child for element in level for child in element]
        depth += 1
    return bool(level) or many > _MOST_ELEMENTS


def _keep_cited(tree: Any) -> None:
    """Let whom a quotation names beneath it stay, which is else left out with the marks of its type."""
    # Any: an element of lxml, which has no types.
    for cited in tree.iter("cite"):
        if cited.getparent() is not None and cited.getparent().tag == "blockquote":
            cited.tag, cited.text = "p", f"— {cited.text or ''}"


def _open_with_title(blocks: list[str], title: str) -> list[str]:
    """The blocks beneath the article's title; a kicker above it is none of the article's."""
    heading = write_heading(title, 1)
    above = blocks.index(heading) if heading in blocks[: _KICKERS + 1] else 0
    if above and not any(block.rstrip().endswith((".", "!", "?", "…", "”", '"')) for block in blocks[:above]):
        return blocks[above:]
    return [heading, *blocks] if title and not blocks[0].startswith("# ") else blocks


def _facts(found: Any, authors: tuple[str, ...]) -> SourceFacts:
    # Any: a document of trafilatura, which has no types.
    return SourceFacts(
        title=_line(found.title),
        authors=authors or tuple(filter(None, map(_line, (found.author or "").split(";")))),
        published=_day(found.date),
        url=_line(found.url) if re.match(r"https?://", found.url or "") else "",
        publisher=_line(found.sitename),
    )


def _line(words: str | None) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in words or "").split())


def _day(written: str | None) -> str:
    try:
        return date.fromisoformat(written or "").isoformat()
    except ValueError:
        return ""


def _write_blocks(body: Any) -> Iterator[str]:
    # Any: the body that trafilatura found, an element of lxml.
    for element in body:
        words = _words(element)
        if element.tag == "table" and _lays_out(element):
            for cell in element.iter("cell"):
                yield from _write_blocks(cell)
        elif element.tag == "table":
            yield from _write_rows(element)
        elif not words:
            continue
        elif element.tag == "head":
            yield write_heading(words, int(element.get("rend", "h2")[-1]))
        elif element.tag == "list":
            yield write_items(filter(None, map(_words, element.iter("item"))))
        elif element.tag in {"quote", "div"} and len(element):
            yield from _write_blocks(element) if element.text is None else iter([write_paragraph(words)])
        else:
            yield write_paragraph(words)


def _lays_out(table: Any) -> bool:
    """Whether a table only puts things side by side: a cell of it has several paragraphs."""
    # Any: a table as trafilatura gives it, an element of lxml.
    return any(
        sum(child.tag in {"p", "head", "list", "quote"} for child in cell) > 1 for cell in table.iter("cell")
    )


def _write_rows(table: Any) -> Iterator[str]:
    # Any: a table as trafilatura gives it, an element of lxml.
    rows = [[_words(cell) for cell in row.iter("cell")] for row in table.iter("row")]
    filled = [row for row in rows if any(row)]
    # A caption comes as a row of its own; it states nothing.
    if len(filled) > 1 and len(filled[0]) > 1 and filled[0][0] and not any(filled[0][1:]):
        del filled[0]
    if filled:
        yield write_table(filled)


def _words(element: Any) -> str:
    # Any: an element of lxml; where a line, a cell or a paragraph ends in it a word does.
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Any) -> Iterator[str]:
    # Any: an element of lxml.
    yield element.text or ""
    for child in element:
        apart = "" if child.tag in {"hi", "ref", "del"} else " "
        yield apart
        yield from () if child.tag == "list" else _pieces(child)
        yield apart + (child.tail or "")


def _left_out(page: Any, kept: str) -> Iterator[tuple[str, str]]:
    """What stands on the page and not in the article, piece by piece, each with what kind of furniture it is."""
    # Any: the page, an element of lxml.
    for element, words in _find_pieces(page):
        if (bare := _bare(words)) and bare not in kept:
            yield _kind_of(element), _line(words)


def _find_pieces(element: Any) -> Iterator[tuple[Any, str]]:
    """The elements that hold words and no blocks, each with its words."""
    # Any: an element of lxml; comments and instructions among them have no name for a tag.
    if not isinstance(element.tag, str) or element.tag in _SILENT:
        return
    if all(child.tag in _INLINE for child in element.iterdescendants()):
        yield element, "".join(element.itertext())
        return
    yield element, element.text or ""
    for child in element:
        yield from _find_pieces(child)
        yield element, child.tail or ""


def _kind_of(element: Any) -> str:
    # Any: an element of lxml.
    while element is not None:
        named = (
            f"{element.tag} {element.get('class', '')} {element.get('id', '')} {element.get('role', '')}".split()
        )
        for kind, pattern in _FURNITURE:
            if any(pattern.search(name) for name in named):
                return kind
        element = element.getparent()
    return _OTHER


def _bare(words: str) -> str:
    """The letters alone: space and marks tell nothing about what was kept."""
    return "".join(filter(str.isalnum, words))
