from __future__ import annotations

import json

from argumap.formats import Export, Foreign, Kept
from argumap.formats._mindmup.reading import read
from argumap.formats._mindmup.writing import write
from argumap.project.fidelity import find_facts
from maps import CYCLE, TOWN


def test_a_claim_that_bears_on_two_is_repeated_and_comes_back_as_one() -> None:
    back = read(Foreign("x", write(Export(TOWN)).encode())).map
    before, after = find_facts(TOWN), find_facts(back)
    for feature in ("claims", "supports", "attacks", "undercuts", "linked premises"):
        assert after[feature] == before[feature]


def test_circles_become_trees() -> None:
    whole = json.loads(write(Export(CYCLE)))
    assert [root["title"] for root in whole["ideas"].values()] == ["A holds.", "C holds."]
    assert whole["ideas"]["1"]["ideas"]["1"]["attr"] == {"contentLocked": True, "group": "opposing"}


def test_what_was_kept_and_is_no_file_any_more_does_no_harm() -> None:
    assert write(Export(TOWN, kept=(Kept("/x", 1),))) == write(Export(TOWN))
