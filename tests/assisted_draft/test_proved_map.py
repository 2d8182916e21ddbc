"""Proved claims in the frame of the rules: headings, tables, turns and steps that the words show stay."""

from __future__ import annotations

from typing import Any

from argumap.assisted_draft import ModelSession, draft_with_model
from argumap.mapfile import parse_map, write_map
from argumap.model import Act, ArgumentMap
from argumap.text import parse_article
from talking_models import ScriptedModel

DEBATE = """# The pool

By Ada Quill

## The case for closing the pool

The pool leaks more water each year.

## Arguments against closing the pool

Children learn to swim there. For example, the school of Elm sends four classes.

| | Cost | Use |
|---|---|---|
| Closing | low | none |
| Repair | high | much |
"""
TALK = """ANA BROOK: The pool is cold. Otto Krull says that it is warm.

BEN FISK: It is too small.

ANA BROOK: It costs too much for us.

BEN FISK: I like it much more than before.
"""


def draft(text: str, claims: list[dict[str, Any]], *relations: dict[str, Any]) -> ArgumentMap:
    chosen = sorted({n for claim in claims for n in claim["sentences"]})
    answers = {"question": "Should the pool close?", "answers": [], "relations": list(relations)}
    model = ScriptedModel(
        {"select": [{"sentences": chosen}], "state": [{"claims": claims}], "relate": [answers]}, name="m"
    )
    made = draft_with_model(parse_article(text), ModelSession(model))
    assert made.dropped == ()
    parsed = parse_map(write_map(made.drafted.map), "map.yaml")
    assert not parsed.problems
    assert parsed.map == made.drafted.map
    return made.drafted.map


LEAKS = {
    "sentences": [2],
    "quote": "The pool leaks more water each year.",
    "claim": "Every year more water is lost.",
}
CHILDREN = {"sentences": [3], "quote": "Children learn to swim there.", "claim": "Swimming is taught in the pool."}
SCHOOL = {
    "sentences": [4],
    "quote": "the school of Elm sends four classes.",
    "claim": "Four classes from Elm use the pool.",
}


def test_what_headings_and_tables_show_stays() -> None:
    record = draft(DEBATE, [LEAKS, CHILDREN, SCHOOL])
    steps = {(step.premises[0], str(step.bearing), step.target): step.unseen for step in record.arguments}
    assert steps == {
        ("every-year-water-lost", "supports", "closing-pool"): "draft, by heading",
        ("swimming-taught-pool", "attacks", "closing-pool"): "draft, by heading",
        ("four-classes-elm-use", "supports", "swimming-taught-pool"): "draft, by reason-word",
    }
    assert {claim.unseen for claim in record.claims} == {
        "draft, by heading",
        "draft, by table",
        "draft, by m/claim",
    }
    assert record.issues[0].question == "Should the pool close?"
    assert {a.act for a in record.attributions if a.of == "every-year-water-lost"} == {Act.PRESENTS}


def test_the_model_adds_to_the_steps_that_the_words_show_and_does_not_turn_them() -> None:
    record = draft(
        DEBATE, [CHILDREN, SCHOOL], {"from": 2, "relation": "supports", "to": 1, "words": "For example"}
    )
    assert len({(step.premises, step.target) for step in record.arguments}) == len(record.arguments)


def test_in_a_transcript_whoever_has_the_word_speaks_or_reports() -> None:
    record = draft(
        TALK,
        [
            {
                "sentences": [1],
                "quote": "The pool is cold.",
                "claim": "Water is cold there.",
                "speaker": "Ana Brook",
            },
            {
                "sentences": [2],
                "quote": "Otto Krull says that it is warm.",
                "claim": "Water is warm there.",
                "speaker": "Otto Krull",
                "speaker_kind": "person",
                "cue": "Otto Krull says",
            },
        ],
    )
    said = {a.of: (a.by, a.via) for a in record.attributions}
    assert said == {"water-cold": ("ana-brook", ()), "water-warm": ("otto-krull", ("ana-brook",))}


def test_forms_of_one_name_are_one_person() -> None:
    text = (
        "The harbour master Tove Lindqvist wants a pier. Lindqvist fears storms. "
        "The friends of the pier want two, as the friends of the pier say."
    )
    claims = [
        {
            "sentences": [1],
            "quote": "The harbour master Tove Lindqvist wants a pier.",
            "claim": "Another pier is needed.",
            "speaker": "Tove Lindqvist",
            "speaker_kind": "person",
        },
        {
            "sentences": [2],
            "quote": "Lindqvist fears storms.",
            "claim": "Storms may come.",
            "speaker": "Lindqvist",
        },
        {
            "sentences": [3],
            "quote": "The friends of the pier want two",
            "claim": "Two piers are needed.",
            "speaker": "The friends of the pier",
            "speaker_kind": "group",
        },
    ]
    record = draft(text, claims)
    assert [person.name for person in record.stakeholders][1:] == ["Tove Lindqvist", "Friends of the pier"]
    assert [a.by for a in record.attributions] == ["tove-lindqvist", "tove-lindqvist", "friends-of-the-pier"]
