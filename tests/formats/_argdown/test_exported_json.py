from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argdown_core import needs_core, read_by_core
from argdown_texts import POND
from argumap.errors import OtherTool
from argumap.formats import Foreign
from argumap.formats._argdown.exported_json import recognise
from argumap.project.fidelity import find_facts
from foreign_files import came, read

EXPORT = {
    "statements": {
        "A": {
            "type": "equivalence-class",
            "title": "A",
            "section": "s1",
            "members": [
                {
                    "text": "🙂 words #tag ",
                    "startLine": 3,
                    "startColumn": 1,
                    "title": "A",
                    "isTopLevel": True,
                    "section": "s1",
                    "ranges": [{"type": "tag", "start": 9, "stop": 13, "tag": "tag"}],
                    "data": {"type": "fact", "base": 0.5, "implicit": True},
                }
            ],
        },
        "Untitled 1": {"members": [{"text": "not so", "title": "Untitled 1", "startLine": 4}]},
    },
    "arguments": {
        "B": {
            "title": "B",
            "members": [{"isReference": True, "startLine": 6}],
            "pcs": [
                {"title": "Untitled 1", "role": "premise"},
                {
                    "title": "A",
                    "role": "main-conclusion",
                    "inference": {"inferenceRules": ["rule"], "data": {"weight": 1}},
                },
            ],
        }
    },
    "relations": [
        {
            "relationType": "contradictory",
            "from": "A",
            "fromType": "equivalence-class",
            "to": "Untitled 1",
            "toType": "equivalence-class",
        },
        {
            "relationType": "undercut",
            "from": "A",
            "fromType": "equivalence-class",
            "to": "B",
            "toType": "inference",
            "conclusionIndex": 1,
        },
    ],
    "sections": [{"id": "s1", "level": 1, "title": "Is it so?", "children": []}],
}


def test_the_export_of_argdown_is_read_as_its_source() -> None:
    record = read("argdown-json", json.dumps(EXPORT)).map
    [first, second] = record.claims
    assert (first.text, first.tags, str(first.type), first.base, first.implicit) == (
        "🙂 words",
        ("tag",),
        "fact",
        0.5,
        True,
    )
    assert (first.contradicts, [issue.question for issue in record.issues]) == ((second.id,), ["Is it so?"])
    assert [(s.id, s.premises, str(s.bearing), s.target, s.scheme, s.weight) for s in record.arguments] == [
        ("b", (second.id,), "supports", "a", "rule", 1.0),
        ("a/b", ("a",), "undercuts", "b", None, None),
    ]


def test_a_conclusion_whose_premise_cannot_be_read_is_told() -> None:
    lines = [{"title": 7, "role": "premise"}, {"title": "A", "role": "main-conclusion"}]
    export = {**EXPORT, "arguments": {"B": {"pcs": lines}}, "relations": []}
    imported = read("argdown-json", json.dumps(export))
    assert not imported.map.arguments
    assert "an inference without a premise" in {loss.why for loss in imported.losses}


@needs_core
def test_source_and_export_make_the_same_map() -> None:
    [found] = read_by_core([POND])
    source, export = find_facts(read("argdown", POND).map), find_facts(read("argdown-json", found["json"]).map)
    assert {feature for feature in source if source[feature] != export.get(feature)} == set()


def test_a_file_is_known_by_its_keys() -> None:
    assert recognise(Foreign("x", json.dumps(EXPORT).encode()))
    assert not recognise(Foreign("x", b'{"statements": [], "arguments": {}, "relations": []}'))
    assert not recognise(Foreign("x", b'{"nodes": []}'))
    with pytest.raises(OtherTool, match="lacks the object"):
        read("argdown-json", "[]")


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 99)
    | st.floats(0, 1)
    | st.sampled_from(["A", "B", "s1", "premise", ""]),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["A", "title", "text"]), inner, max_size=2)
    ),
    max_leaves=5,
)


@given(st.data())
def test_any_value_of_another_type_is_read_or_refused(data: st.DataObject) -> None:
    whole = json.loads(json.dumps(EXPORT))
    place = whole
    while True:
        key = (
            data.draw(st.sampled_from(sorted(place)))
            if isinstance(place, dict)
            else data.draw(st.sampled_from(range(len(place))))
        )
        if not isinstance(place[key], dict | list) or not place[key] or data.draw(st.booleans()):
            break
        place = place[key]
    place[key] = data.draw(values)
    try:
        imported = read("argdown-json", json.dumps(whole))
    except OtherTool:
        return
    came("argdown-json", imported)
