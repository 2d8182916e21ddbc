from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.formats import FORMATS, Export
from argumap.formats.mermaid import misses
from argumap.model import Argument, ArgumentMap, Bearing, Claim, Issue
from argumap.project.fidelity import read_full_map
from maps import MAPS

NODE = re.compile(r'  (n\d+|rest)(\{\{|\(\[|\[)"([^"]*)"(\}\}|\]\)|\])')
ARROW = re.compile(r"  (n\d+) (-->|-\.->|<-\.->|---)(?:\|(\w+)\|)? (n\d+)")
STYLE = re.compile(r"  linkStyle \d+(,\d+)* stroke:#[0-9a-f]{6}")


def chart(record: ArgumentMap) -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    """The nodes and arrows of a chart, of which every line is one, a comment or a colour."""
    writer = FORMATS["mermaid"].write
    assert writer is not None
    text = writer(Export(record))
    assert isinstance(text, str)
    head, title, end, kind, *lines = text.rstrip("\n").split("\n")
    assert (head, end, kind) == ("---", "---", "flowchart RL")
    assert re.fullmatch(r'title: ".*"', title)
    nodes: dict[str, str] = {}
    arrows: list[tuple[str, str, str]] = []
    for line in lines:
        if found := NODE.fullmatch(line):
            nodes[found[1]] = found[3]
        elif found := ARROW.fullmatch(line):
            arrows.append((found[1], found[3] or "premise", found[4]))
        else:
            assert line.startswith("%% ") or STYLE.fullmatch(line), line
    assert all({start, end} <= set(nodes) for start, _, end in arrows)
    return nodes, arrows


def test_questions_claims_and_steps_are_drawn_with_their_signs() -> None:
    nodes, arrows = chart(MAPS["town"])
    told = {(nodes[start], word, nodes[end]) for start, word, end in arrows}
    assert ("Cleaner air", "supports", "Close the old town") in told
    assert ("Shops lose custom", "premise", "attacks") in told
    assert ("undercuts", "undercuts", "attacks") in told
    assert ("Close the old town", "answers", "Should the old town be closed to private cars?") in told


@pytest.mark.parametrize("record", [*MAPS.values(), read_full_map()])
def test_every_line_of_any_map_is_one_of_mermaid(record: ArgumentMap) -> None:
    nodes, _ = chart(record)
    assert len(nodes) >= len(record.claims)


@given(st.text())
def test_no_text_leaves_its_quotes(text: str) -> None:
    nodes, _ = chart(ArgumentMap(title=text, claims=(Claim("a", text), Claim("b", f"1. {text}"))))
    assert not set('<>&`\\|{}[]"%') & set("".join(nodes.values()))
    assert not re.match(r"\d+\. ", nodes["n2"])


def test_a_map_that_is_too_much_shows_what_is_nearest_to_the_answers_and_says_so() -> None:
    claims = [Claim("top", "Do it.", answers=("q",)), *(Claim(f"c{n}", f"Reason {n}.") for n in range(1500))]
    steps = [Argument("c0/top", ("c0",), Bearing.SUPPORTS, "top")]
    steps += [Argument(f"c{n}/c{n - 1}", (f"c{n}",), Bearing.SUPPORTS, f"c{n - 1}") for n in range(1, 1500)]
    record = ArgumentMap(issues=(Issue("q", "What?"),), claims=tuple(claims), arguments=tuple(steps))
    nodes, arrows = chart(record)
    assert len(arrows) == 400
    assert nodes["n2"] == "Do it."
    left = "1,101 of 1,501 claims"
    assert nodes["rest"].startswith("… 1,101 of 1,501 claims are left out")
    assert misses(Export(record)) == (f"{left}, those farthest from the answers",)
    assert misses(Export(MAPS["town"])) == ()
