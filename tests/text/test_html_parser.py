from __future__ import annotations

import pytest

from argumap.text import parse_article


def outline(body: str) -> list[str]:
    return [f"{unit.locator} {unit.text}" for unit in parse_article(body, "html").units]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<h3>Gates</h3><p>Open.</p>", ["s1.h Gates", "s1.p1.s1 Open."], id="heading and paragraph"),
        pytest.param(
            "<p>One<br>line. Caf&eacute; &amp; bar</p>", ["s0.p1.s1 One line.", "s0.p1.s2 Café & bar"], id="break"
        ),
        pytest.param("<p>Open<p>Shut", ["s0.p1.s1 Open", "s0.p2.s1 Shut"], id="paragraphs without ends"),
        pytest.param("<ul><li>One<li>Two</ul>", ["s0.l1.i1.s1 One", "s0.l1.i2.s1 Two"], id="items without ends"),
        pytest.param(
            "<ul><li>One.<ul><li>Two.</li></ul></li><li><p>Three.</p><p>Four.</p></li></ul>",
            ["s0.l1.i1.s1 One.", "s0.l1.i2.s1 Two.", "s0.l1.i3.s1 Three.", "s0.l1.i3.s2 Four."],
            id="lists within lists",
        ),
        pytest.param(
            "<table><tr><th>A<th>B<tr><td>1<td><p>2</p><p>3</p></table>",
            ["s0.t1.r0.c1 A", "s0.t1.r0.c2 B", "s0.t1.r1.c1 1", "s0.t1.r1.c2 2 3"],
            id="a table without ends",
        ),
        pytest.param(
            "<table><tr><th>A &amp;\nB<th>C<tr><td>Caf&eacute;\nbar &lt;1<br>two<td>&nbsp;3&#52;</table>",
            ["s0.t1.r0.c1 A & B", "s0.t1.r0.c2 C", "s0.t1.r1.c1 Café bar <1 two", "s0.t1.r1.c2 34"],
            id="entities and line ends in cells",
        ),
        pytest.param(
            "<ul><li>Caf&eacute;\n<b>bar</b>&amp;\ngrill.</ul>", ["s0.l1.i1.s1 Café bar& grill."], id="in items"
        ),
        pytest.param("<div>Loose <span>text</span></div>", ["s0.p1.s1 Loose text"], id="loose text"),
        pytest.param("<p>In<script>x='<p>no'</script>side.</p>", ["s0.p1.s1 Inside."], id="a script"),
        pytest.param("<nav>No</nav><p>Yes.</p><footer>No</footer>", ["s0.p1.s1 Yes."], id="no menus or footers"),
        pytest.param("<p>No.</p><article><p>Yes.</p></article>", ["s0.p1.s1 Yes."], id="the article alone"),
        pytest.param(
            "<p>One.</p><article><p>Two.</p></article><article><p>Three.</p></article>",
            ["s0.p1.s1 One.", "s0.p2.s1 Two.", "s0.p3.s1 Three."],
            id="several articles are all read",
        ),
        pytest.param("<p>No.</p><main><p>Yes.</p></main>", ["s0.p1.s1 Yes."], id="the main part"),
        pytest.param("<P>A &lt;b&gt; stays.</P>", ["s0.p1.s1 A <b> stays."], id="escaped tags are words"),
    ],
)
def test_units(body: str, expected: list[str]) -> None:
    assert outline(body) == expected


def test_a_bold_opening_is_a_lead() -> None:
    units = parse_article(
        "<p><strong>It costs money.</strong> Much of it.</p><p>It <b>costs</b>. Much.</p>", "html"
    ).units
    assert [unit.lead for unit in units] == [True, False, False, False]


def test_a_row_that_breaks_off_is_warned_of() -> None:
    page = "<table>\n<tr><th>A</th><th>B</th></tr>\n<tr><td>1</td></tr></table>"
    (warning,) = parse_article(page, "html", "town.html").warnings
    assert str(warning).startswith("town.html:3:1: warning AM241")


def test_a_page_is_read_as_html_whatever_its_name() -> None:
    assert [unit.text for unit in parse_article("<!DOCTYPE html>\n<p>Open.</p>", "txt").units] == ["Open."]


def test_deep_nesting_is_read() -> None:
    assert outline("<div>" * 3000 + "Deep." + "</div>" * 3000) == ["s0.p1.s1 Deep."]


def test_a_unit_spans_the_letters_that_write_it() -> None:
    page = "<table><tr><td>Caf&eacute;\nbar &lt;1<br>two <td>Three</table><p>One &amp;\ntwo.</p>"
    units = parse_article(page, "html").units
    assert [page[unit.start : unit.end] for unit in units] == [
        "Caf&eacute;\nbar &lt;1<br>two",
        "Three",
        "One &amp;\ntwo.",
    ]
