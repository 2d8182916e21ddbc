"""Pages on which an article is a row of posts, as a live report is: all of them are the article, not the first."""

from __future__ import annotations

from typing import Any, Final

_HOLDERS: Final = ("article", "div", "main", "section")
# Names by which an element is taken for the whole article, wherever else it stands.
_NAMED: Final = frozenset({"post", "entry"})


def gather_posts(page: Any) -> None:
    """Make a page's row of posts one article, where most of its text stands in them; any other page stays.

    Without that the first post passes for the article, and what follows is gathered without its headings.
    """
    # Any: the page and what stands in it are elements of lxml, which has no types.
    first: Any = next(filter(_is_post, page.iter(*_HOLDERS)), None)
    parent = None if first is None else first.getparent()
    if parent is None:
        return
    posts = [each for each in parent if each.tag == first.tag and each.get("class") == first.get("class")]
    if len(posts) < 2 or 2 * sum(map(_count_words, posts)) < _count_words(page):
        return
    for post in posts:
        post.tag = "div"
        post.attrib.clear()
    whole = _find_whole(parent)
    if not any(each.tag == "article" for each in (whole, *whole.iterancestors())):
        whole.tag = "article"


def _is_post(element: Any) -> bool:
    # Any: an element of lxml.
    named = element.get("class") in _NAMED or element.get("itemprop") == "articleBody"
    return named or (element.tag == "article" and next(element.iter("h1"), None) is None)


def _find_whole(parent: Any) -> Any:
    """What holds the posts and the page's title: the nearest element around both, else the posts alone."""
    # Any: elements of lxml.
    around = (each for each in (parent, *parent.iterancestors()) if each.tag in _HOLDERS)
    return next((each for each in around if next(each.iter("h1"), None) is not None), parent)


def _count_words(element: Any) -> int:
    # Any: an element of lxml.
    return sum(len(" ".join(paragraph.itertext()).split()) for paragraph in element.iter("p"))
