from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.formats import FORMATS, Foreign
from argumap.formats._argdown.fences import find_fenced
from argumap.formats._foreign import join_lines
from foreign_files import read, write

NOTES = """---
title: "What becomes of the mill pond?"
author: a teacher
---

The council met twice.

```argdown-map
===
title: The first evening
model:
    mode: strict
===

# Water

[Drain it]: The pond should be drained.
  <- <Carp>: The carp would die.
```

Some more words,
on two lines.

<!-- ![a picture](pond.png) -->

~~~ {.argdown}
===
title: The second evening
===

[Herons]: Herons nest there. #nature
  -> [Drain it]
~~~

````markdown
```argdown
[Not this]: It is an example of how blocks are written.
```
````
"""


def test_all_blocks_are_one_map_under_the_title_of_the_document() -> None:
    record = read("argdown", NOTES).map
    assert record.title == "What becomes of the mill pond?"
    assert [(claim.text, claim.tags) for claim in record.claims] == [
        ("The pond should be drained.", ("Water",)),
        ("The carp would die.", ("Water",)),
        ("Herons nest there.", ("nature",)),  # the heading of another block is none of its own
    ]
    [step] = record.arguments
    assert (step.premises, step.target) == (("carp",), "drain-it")
    assert tuple(record.contradictions())  # as the first block says that it is strict


def test_what_is_around_the_blocks_is_told_by_its_lines() -> None:
    told = [(loss.why, loss.id) for loss in read("argdown", NOTES).losses]
    assert [where for why, where in told if why == "text around the blocks of Argdown"] == [
        "line 1",
        "line 6",
        "line 21",
        "line 24",
    ]
    assert ("front matter of a block after the first", "line 27") in told


def test_mistakes_are_told_where_they_stand_in_the_document() -> None:
    broken = NOTES.replace("[Herons]: Herons", "[Herons] Herons")
    with pytest.raises(Exception, match=r"line 31, column") as caught:
        read("argdown", broken)
    assert "Herons" not in str(caught.value)


def test_the_title_of_an_only_block_is_that_of_the_map() -> None:
    def title(text: str) -> str:
        return read("argdown", text).map.title

    block = "```argdown\n===\ntitle: Of the block\n===\n\n[A]: The dam leaks.\n```\n"
    assert title(f"# Of the page\n\n{block}") == "Of the block"
    assert title(f"# Of the page #\n\n{block.replace('title: Of the block', 'x: y')}") == "Of the page"
    assert title(f"{block}\n{block.replace('Of the block', 'Of another')}") == "Of the block"


def test_a_document_is_known_by_its_blocks_and_is_no_outline() -> None:
    plain = Foreign("x.md", b"# Notes\n\n```argdown\nThe pond stays.\n    + Herons nest there.\n```\n")
    assert {name for name, plug_in in FORMATS.items() if plug_in.recognise(plain)} == {"argdown"}
    assert not FORMATS["argdown"].recognise(Foreign("x.md", b"```argdown-like\nThe pond stays.\n```\n"))


def test_it_goes_back_as_argdown_without_what_stood_around() -> None:
    imported = read("argdown", NOTES)
    assert join_lines(imported.kept).decode() == NOTES
    written = write("argdown", imported.map, imported.kept)[".argdown"]
    assert "```" not in written
    assert "council" not in written
    again = read("argdown", written).map
    assert [claim.text for claim in again.claims] == [claim.text for claim in imported.map.claims]
    assert (len(again.arguments), len(tuple(again.contradictions()))) == (1, 1)


def test_an_only_block_that_nobody_touched_goes_back_as_it_stood() -> None:
    block = "===\ntitle: Of the block\n===\n\n/* ours */\n\n[A]: The dam leaks.\n  + <B>: It is old.\n"
    imported = read("argdown", f"Words.\n\n```argdown\n{block}```\n\nWords.\n")
    assert write("argdown", imported.map, imported.kept) == {".argdown": block}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("   ```argdown\n   [A]: b\n     + <C>: d\n   ```", "[A]: b\n  + <C>: d\n", id="indented"),
        pytest.param("````argdown\n[A]: b\n```\n", "[A]: b\n```\n", id="closed by as many signs only"),
        pytest.param("```Argdown {a=b}\n[A]: b", "[A]: b\n", id="never closed"),
        pytest.param("```argdown` x\n[A]: b\n", None, id="code within a line"),
        pytest.param("Argdown is a language.", None, id="a word"),
    ],
)
def test_what_is_a_block(text: str, found: str | None) -> None:
    fenced = find_fenced(text)
    assert (fenced.alone if fenced else None) == found


@given(st.text(alphabet="`~argdown-map{.}= \n[A]:+", max_size=80))
def test_any_text_keeps_its_lines(text: str) -> None:
    if fenced := find_fenced(text):
        assert fenced.text.count("\n") == text.count("\n")
