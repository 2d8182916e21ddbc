"""What pages of hostile shapes cost, each one piece over and over: ``python benchmarks/html_shapes.py [SIZE]``.

Prints the CPU seconds, the most first, for SIZE characters (a million); ends with 1 where one takes more than five
seconds a million.
"""

from __future__ import annotations

import contextlib
import sys
import time

from argumap.errors import NoText
from argumap.text import parse_article

MEGABYTE = 1_000_000
LIMIT = 5.0
SHAPES = (
    *("<a ", "<!--", "<ul>", "<b>x</i>", "<?", "<![CDATA[", "<![^x]:", "</", "&", "<a b='", "<table><td>", "<li>"),
    *("<b><p>", "<script>", "<a/", "<ul><li>x", "<p", "<!", "<a b='>", "<div>x", "<!-", "</a ", "<li><p>x"),
    *("<td><p>x", "<h1>x", "<div>", "</div>", "<b>", "<br>", "<title>", "<textarea>", '<a "', "<svg>", "<p>x"),
    *("<!doctype [", "<table>", "&a", "&#", "&#x0;", "-->", "<b></b>", "]]>", "<plaintext>", "<![if ", "<tr>x"),
    *("<table><tr><td>x", "<ul><li><ol><li>x", "<b>x", "<i>x<p>", "<a b=c ", "<a b = ", "<p><table>", "</p>"),
    *("</p><p>x", "<style>", "<style></style", "<script></script>x", "<nav>", "</nav>", "<article>x", "<main>"),
    *("<th>x<td>", "x. ", "\n", "<!-->", "<!--x--!>", "<p>x</p>", "<h1>x</h2>", "<td></th>", "&amp;", "&notin;"),
    *("\x00", "<\u00e9>", "<a" + "b" * 200),
)


def measure(shape: str, size: int) -> float:
    """The CPU seconds that a page of ``size`` characters takes, all of ``shape``."""
    page = shape * (size // len(shape))
    began = time.process_time()
    with contextlib.suppress(NoText):
        parse_article(page, "html")
    return time.process_time() - began


def main() -> int:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else MEGABYTE
    taken = sorted(((measure(shape, size), shape) for shape in SHAPES), reverse=True)
    for seconds, shape in taken:
        print(f"{seconds:6.2f} s  {shape[:40]!r}")
    return int(taken[0][0] > LIMIT * size / MEGABYTE)


if __name__ == "__main__":
    sys.exit(main())
