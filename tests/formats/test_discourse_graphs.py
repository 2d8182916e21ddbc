from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.errors import OtherTool
from argumap.formats import FORMATS, Export, Foreign
from argumap.mapfile import parse_map, write_map
from argumap.project.fidelity import Fidelity, find_facts, measure, read_full_map
from discourse_files import foreign, read, roam, write
from draws import draws
from maps import MAPS, random_maps
from triples import read_by_rdflib, read_triples

PLUGIN = FORMATS["discourse-graphs"]


def without_sidecar(value: object) -> str:
    """A file taken over, written as YAML, and given back without what was kept beside it."""
    return write(parse_map(write_map(read(value).map)).map)


def test_a_graph_is_known_by_its_words_and_other_linked_data_is_not() -> None:
    assert PLUGIN.recognise(foreign(roam()))
    assert PLUGIN.recognise(Foreign("x", write(read_full_map()).encode()))
    assert not PLUGIN.recognise(
        foreign({"@context": {"schema": "https://schema.org/"}, "@graph": [{"@id": "#a"}]})
    )
    other = FORMATS["json-ld"].write
    assert other is not None
    assert not PLUGIN.recognise(Foreign("x", str(other(Export(read_full_map()))).encode()))
    assert not PLUGIN.recognise(Foreign("x", b"[1, 2"))


def test_an_untouched_graph_goes_back_as_it_came() -> None:
    imported = read(roam())
    text = write(Export(imported.map, kept=imported.kept))
    assert json.loads(text) == roam()
    assert list(json.loads(text)) == list(roam())
    assert json.loads(PLUGIN.rejoin(imported.kept)) == roam()


def test_without_what_was_kept_the_map_gives_back_all_that_it_holds() -> None:
    once = without_sidecar(roam())
    assert find_facts(read(json.loads(once)).map) == find_facts(read(roam()).map)
    assert without_sidecar(json.loads(once)) == once


def test_two_libraries_read_the_same_statements() -> None:
    for argument_map in [*MAPS.values(), read_full_map(), read(roam()).map]:
        text = write(argument_map)
        triples = read_triples(text, "json-ld")
        assert triples == read_by_rdflib(text, "json-ld")
        assert not any("_:" in triple for triple in triples)


def test_an_edited_claim_goes_back_edited_and_all_else_as_it_was() -> None:
    imported = read(roam())
    claims = tuple(
        replace(claim, text="The dam leaks.") if claim.text.startswith("The dam") else claim
        for claim in imported.map.claims
    )
    edited = replace(imported.map, claims=claims)
    given_back = json.loads(write(Export(edited, kept=imported.kept)))
    before, after = (json.loads(json.dumps(value))["@graph"] for value in (roam(), given_back))
    assert [(old["title"], new["title"]) for old, new in zip(before, after, strict=True) if old != new] == [
        ("[[CLM]] - The dam lets water through.", "[[CLM]] - The dam leaks.")
    ]
    assert find_facts(read(given_back).map) == find_facts(edited)
    assert find_facts(read(json.loads(write(edited))).map) == find_facts(edited)


def test_the_logic_is_kept_but_for_premises_that_count_only_together() -> None:
    kept = {feature for feature, fidelity in measure(PLUGIN).items() if fidelity is Fidelity.KEPT}
    assert {"claims", "order of claims", "questions", "answers", "attacks", "sources"} <= kept


@settings(max_examples=draws(40))
@given(random_maps())
def test_every_claim_of_any_map_comes_back(argument_map) -> None:  # type: ignore[no-untyped-def]
    text = write(argument_map)
    back = read(json.loads(text)).map
    assert sorted(c.text for c in back.claims) == sorted(" ".join(c.text.split()) for c in argument_map.claims)
    once = write(back)  # a step from a claim to itself is none that came back
    assert write(read(json.loads(once)).map) == once


def test_any_cut_is_told() -> None:
    data = json.dumps(roam()).encode()
    for end in range(len(data)):
        with pytest.raises(OtherTool):
            PLUGIN.read(Foreign("pond.json", data[:end]))  # type: ignore[misc]


JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@id", "@value", "@type", "@graph", "source", "title", "x:y"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)


@settings(max_examples=draws(150))
@given(st.data())
def test_a_value_of_another_type_anywhere_breaks_nothing(data: st.DataObject) -> None:
    value = json.loads(json.dumps(roam()))
    graph = value["@graph"]
    place = data.draw(st.integers(0, len(graph) - 1))
    key = data.draw(
        st.sampled_from(["@id", "@type", "title", "creator", "created", "predicate", "source", "label"])
    )
    graph[place][key] = data.draw(JUNK)
    if data.draw(st.booleans()):
        value["@context"] = data.draw(JUNK)
    if data.draw(st.booleans()):
        graph[data.draw(st.integers(0, len(graph) - 1))] = data.draw(JUNK)
    imported = read(value)
    assert [p for p in parse_map(write_map(imported.map)).problems if p.severity == "error"] == []
    assert json.loads(write(Export(imported.map, kept=imported.kept))) == value


def test_what_is_nested_without_end_is_told() -> None:
    deep = b'{"@context": "https://discoursegraphs.com/schema/context.jsonld", "@graph": ' + b"[" * 100_000
    with pytest.raises(OtherTool, match="nested too deeply"):
        PLUGIN.read(Foreign("deep.json", deep))  # type: ignore[misc]
    assert PLUGIN.recognise(Foreign("deep.json", deep)) == ""
