from __future__ import annotations

import pytest

from argumap.errors import OtherTool
from argumap.formats import FORMATS, Foreign
from foreign_files import came, check_cuts, check_refused_or_read, read

POND = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>Pond &amp; mill</title><expansionState>0,1</expansionState></head>
  <body>
    <outline text="May the mill pond be drained?">
      <outline text="The mill pond should be drained." _note="says who?">
        <outline text="Pro: The dam &lt;b&gt;leaks&lt;/b&gt;. — Anna Müller"/>
        <outline text="- The carp would die.">
          <outline text="Carp can be moved. (against)"/>
        </outline>
        <outline text="Dagegen">
          <outline text="It costs too much."/>
        </outline>
      </outline>
      <outline text=""/>
    </outline>
  </body>
</opml>
"""


def test_outlines_speak_for_or_against_what_is_above_them() -> None:
    imported = read("opml", POND)
    record = came("opml", imported)
    texts = {claim.id: claim.text for claim in record.claims}
    assert imported.map.title == "Pond & mill"
    assert {(texts[s.premises[0]], str(s.bearing), texts[s.target]) for s in record.arguments} == {
        ("The dam leaks.", "supports", "The mill pond should be drained."),
        ("The carp would die.", "attacks", "The mill pond should be drained."),
        ("Carp can be moved.", "attacks", "The carp would die."),
        ("It costs too much.", "attacks", "The mill pond should be drained."),
    }
    assert [issue.question for issue in record.issues] == ["May the mill pond be drained?"]
    assert [person.name for person in record.stakeholders] == ["Anna Müller"]
    assert [(loss.id, loss.why) for loss in imported.losses] == [
        ("point 8", "a point without words"),
        ("point 2", "a note"),
    ]
    assert FORMATS["opml"].rejoin(imported.kept).decode() == POND


def test_a_file_is_known_by_its_outermost_element() -> None:
    recognise = FORMATS["opml"].recognise
    assert recognise(Foreign("x", POND.encode("utf-16")))
    assert not recognise(Foreign("x", b"<arggraph/>"))
    assert not recognise(Foreign("x", b"# A\n- Pro: B\n"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('<!DOCTYPE opml [<!ENTITY a "b">]><opml><body><outline text="&a;"/></body></opml>', "entit"),
        ("<opml><body></opml>", "no XML"),
        ("<other/>", "no OPML"),
        (
            '<opml><body><outline text="News" ><outline text="A.B" xmlUrl="http://x"/></outline></body></opml>',
            "feeds",
        ),
    ],
)
def test_what_is_no_outline_is_refused(text: str, told: str) -> None:
    with pytest.raises(OtherTool, match=told):
        read("opml", text)


def test_points_without_sentences_are_an_outline_all_the_same() -> None:
    assert len(read("opml", '<opml><body><outline text="Drain it"/></body></opml>').map.claims) == 1


def test_a_cut_file_is_read_or_refused_and_so_is_a_deep_one() -> None:
    check_cuts("opml", POND)
    deep = "".join(f'<outline text="Pro: Claim {n}.">' for n in range(5_000))
    check_refused_or_read("opml", f"<opml><body>{deep}".encode())
    whole = f"<opml><body>{deep}{'</outline>' * 5_000}</body></opml>"
    assert len(read("opml", whole).map.arguments) == 4_999
