from __future__ import annotations

import pytest

from argumap.errors import OtherTool
from argumap.formats import Foreign
from argumap.formats._xml import (
    XmlElement,
    escape_attribute,
    find_root,
    parse_elements,
    read_xml_text,
    write_words,
)


def test_elements_come_in_their_order_with_their_own_words() -> None:
    text = '<a k="1">one<b>two</b>three<![CDATA[ <4>]]></a>'
    assert parse_elements(text, "x") == [
        XmlElement("a", {"k": "1"}, "onethree <4>"),
        XmlElement("b", {}, "two", 1),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "needs the entity 'x'"),
        ('<!DOCTYPE a SYSTEM "a.dtd"><a>&x;</a>', "needs the entity 'x'"),
        ("<a>", "no XML: no element found"),
        ("<a>&x;</a>", "no XML: undefined entity"),
        ("", "no XML"),
        ("<a>\ud800</a>", "half a character"),
    ],
)
def test_what_is_no_plain_xml_is_refused_with_its_line(text: str, told: str) -> None:
    with pytest.raises(OtherTool, match=told):
        parse_elements(text, "x")


def test_a_bomb_of_entities_costs_nothing() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 40))
    with pytest.raises(OtherTool, match="entity 'e1'") as refused:
        parse_elements(f"<!DOCTYPE a [{entities}]>\n<a>&e39;</a>", "bomb.xml")
    assert refused.value.line == 1


def test_a_deep_file_is_read_without_a_deep_call() -> None:
    assert len(parse_elements(f"{'<a>' * 100_000}{'</a>' * 100_000}", "x")) == 100_000


def test_the_outermost_element_is_found_behind_what_stands_before_it() -> None:
    head = '<?xml version="1.0"?>\n<!-- a <b> -->\n<!DOCTYPE g SYSTEM "g.dtd">\n<g id="1"/>'
    assert find_root(Foreign("x", head.encode("utf-8-sig"))) == "g"
    assert find_root(Foreign("x", head.encode("utf-16"))) == "g"
    assert find_root(Foreign("x", b"words <g>")) == ""


def test_the_encoding_that_the_file_names_is_read_and_becomes_utf_8() -> None:
    text = '<?xml version="1.0" encoding="iso-8859-2"?><a>\u0142</a>'
    assert read_xml_text(Foreign("x", text.encode("iso-8859-2"))) == text.replace("iso-8859-2", "UTF-8")
    odd = '<?xml version="1.0" encoding="no-such"?><a>\u0142</a>'
    assert read_xml_text(Foreign("x", odd.encode())) == odd.replace("no-such", "UTF-8")


def test_any_words_can_be_written_and_read() -> None:
    words = 'a <b> & "c" ]]> \u2028\td'
    text = f'<a k="{escape_attribute(words)}">{write_words(words)}</a>'
    assert parse_elements(text, "x") == [XmlElement("a", {"k": words}, words)]
    assert parse_elements(f"<a>{write_words(chr(0) + chr(0xD800))}</a>", "x")[0].text == "\ufffd\ufffd"
