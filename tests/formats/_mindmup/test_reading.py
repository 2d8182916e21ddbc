from __future__ import annotations

import json

from argumap.formats import Foreign
from argumap.formats._mindmup.ideas import read_ideas
from argumap.formats._mindmup.reading import find_claims, find_meant, find_steps, read, recognise
from argumap.model import Bearing

WHOLE = {
    "formatVersion": 3,
    "title": "",
    "ideas": {
        "1": {
            "id": 1,
            "title": "A.",
            "ideas": {
                "1": {
                    "id": 2,
                    "attr": {"group": "opposing", "parentConnector": {"label": "so what"}},
                    "ideas": {
                        "1": {"id": 3, "title": "B.", "attr": {"argumap": {"same": 5}}},
                        "2": {"id": 4, "title": "C.", "attr": {"styleNames": ["attr_eval_rejected"]}},
                    },
                }
            },
        },
        "2": {"id": 5, "title": "B.", "attr": {"attachment": {"content": "x"}}},
    },
}
FILE = Foreign("a debate.mup", json.dumps(WHOLE).encode())


def test_an_idea_that_repeats_a_claim_is_that_claim() -> None:
    ideas = read_ideas(FILE)
    claims = find_claims(ideas)
    assert [*claims] == ["1", "4", "5"]
    assert find_meant(ideas, ideas.all["3"]) == "5"
    steps = find_steps(ideas, claims)
    assert (steps.premises, steps.bearing, steps.target) == (
        {"2": ["5", "4"]},
        {"2": Bearing.ATTACKS},
        {"2": "1"},
    )


def test_what_a_map_has_no_place_for_is_told_with_ids() -> None:
    imported = read(FILE)
    assert imported.map.title == "a debate"
    assert [(loss.id, loss.why) for loss in imported.losses] == [
        ("2", "a label on a line"),
        ("4", "a mark that a claim is false"),
        ("5", "an attachment"),
    ]
    assert recognise(FILE)
