from __future__ import annotations

import pytest

from argumap.anchoring import TiedPassages, build_lock, check_anchors
from argumap.mapfile import parse_map
from argumap.text import parse_article

TEXT = "# Gates\n\nThe council votes in May. Nobody denies it. Cars squeeze through the gates.\n\nBread is dear."
MAP = """argumap: 1
stakeholders: {ann: {name: Ann}}
sources: {column: {title: C.}, letter: {title: L.}}
claims:
  full: {text: F., at: [column#s1.p1.s1-s2, column#s1.p1.s2]}
  said: {text: S., at: column#s1.p1.s3, said: {by: ann, act: asserts, at: column#s1.p2}}
  elsewhere: {text: E., at: [column#s1.p1.s1, letter#s1.p1.s1]}
  unknown: {text: U., at: column#s9.p1.s1}
  untied: {text: N.}
"""


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        pytest.param("full", "s2.p1.s1 s2.p1.s2", id="each unit once"),
        pytest.param("said", "s2.p1.s3 s2.p2.s1", id="where somebody says it"),
        pytest.param("elsewhere", None, id="one source is not at hand"),
        pytest.param("unknown", None, id="no such unit"),
        pytest.param("untied", "", id="nothing"),
    ],
)
def test_the_units_of_a_claim_as_they_stand_today(claim: str, expected: str | None) -> None:
    argument_map = parse_map(MAP).map
    lock = build_lock({"column": parse_article(TEXT)})
    now = {"column": parse_article("# Before\n\nIt rained on all of us that day.\n\n" + TEXT)}
    tied = TiedPassages(argument_map, check_anchors(argument_map, lock, now), now)
    (record,) = [c for c in argument_map.claims if c.id == claim]
    found = tied.find(record)
    assert (None if found is None else " ".join(unit.at for unit in found)) == expected
