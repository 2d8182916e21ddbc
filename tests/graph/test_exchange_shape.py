from __future__ import annotations

import pytest
from hypothesis import given

from argumap.graph import build_edges, build_graph, build_head, build_nodes
from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    ClaimType,
    Concept,
    Expectation,
    Issue,
    Passage,
    Quote,
    Section,
    Source,
    Stakeholder,
    StakeholderType,
)
from maps import TAKEN_OVER, TOWN, at, random_maps


@pytest.mark.parametrize(
    ("edge", "fields"),
    [
        pytest.param(
            ("claim:clean-air", "argument:clean-air/close-it", "premise:clean-air|clean-air/close-it"),
            {"kind": "premise"},
            id="a premise leads to its argument",
        ),
        pytest.param(
            ("argument:clean-air/close-it", "claim:close-it", "supports:clean-air/close-it|close-it"),
            {"kind": "supports"},
            id="an argument leads to the claim it supports",
        ),
        pytest.param(
            (
                "argument:other-towns",
                "argument:trade-falls/close-it",
                "undercuts:other-towns|trade-falls/close-it",
            ),
            {"kind": "undercuts"},
            id="an undercut leads to an argument",
        ),
        pytest.param(
            ("claim:close-it", "issue:cars", "answers:close-it|cars"),
            {"kind": "answers"},
            id="a claim to its issue",
        ),
        pytest.param(
            ("issue:air", "concept:closed-streets", "compares:air|closed-streets"),
            {"kind": "compares"},
            id="a criterion to what it compares",
        ),
        pytest.param(
            ("claim:clean-air", "stakeholder:children", "concerns:clean-air|children#benefits"),
            {"kind": "concerns", "effect": "benefits"},
            id="a claim to whom it touches",
        ),
        pytest.param(
            ("stakeholder:shops", "claim:trade-falls", "argues:shops,editor|trade-falls"),
            {"kind": "argues", "via": ["editor"]},
            id="a speaker to the claim, with the chain of reporters",
        ),
        pytest.param(
            ("stakeholder:editor", "claim:trade-falls", "concedes:editor|trade-falls"),
            {"kind": "concedes", "anchors": [{"source": "column", "at": "s2.p3.s1"}]},
            id="an act told elsewhere has anchors of its own",
        ),
        pytest.param(
            ("claim:close-it", "section:column#s1", "in:close-it|column#s1"),
            {"kind": "in"},
            id="a claim to its section",
        ),
        pytest.param(
            ("section:column#s1", "source:column", "in:column#s1|column"),
            {"kind": "in"},
            id="a section to its source",
        ),
        pytest.param(
            ("concept:closed-streets", "concept:open-streets", "broader:closed-streets|open-streets"),
            {"kind": "broader"},
            id="a concept to the wider one",
        ),
    ],
)
def test_an_edge(edge: tuple[str, str, str], fields: dict[str, object]) -> None:
    assert build_graph(TOWN).edges[edge] == fields


@pytest.mark.parametrize(
    ("node", "fields"),
    [
        pytest.param(
            "claim:rents-rose",
            {
                "kind": "claim",
                "label": "Rents rose",
                "text": "Shop rents rose where cars were kept out.",
                "title": "Rents rose",
                "type": "fact",
                "tags": ["money"],
                "anchors": [{"source": "column", "at": "s2.p2.s2"}],
            },
            id="a claim",
        ),
        pytest.param("argument:other-towns", {"kind": "argument", "label": "undercuts"}, id="an argument"),
        pytest.param(
            "stakeholder:shops",
            {
                "kind": "stakeholder",
                "label": "Shopkeepers' guild",
                "name": "Shopkeepers' guild",
                "type": "organisation",
                "interests": ["custom"],
            },
            id="a stakeholder",
        ),
        pytest.param(
            "section:column#s2",
            {
                "kind": "section",
                "label": "What the shops say",
                "title": "What the shops say",
                "at": "s2",
                "source": "column",
                "voice": "presents",
            },
            id="a section",
        ),
    ],
)
def test_a_node(node: str, fields: dict[str, object]) -> None:
    assert build_graph(TOWN).nodes[node] == fields


def test_a_claim_takes_status_and_strength_and_an_argument_its_status() -> None:
    figures = {"status": "stands", "strength": 0.0}
    graph = build_graph(TOWN, evaluation={"close-it": figures, "other-towns": figures})
    assert graph.nodes["claim:close-it"]["strength"] == 0.0
    assert graph.nodes["argument:other-towns"]["status"] == "stands"
    assert "strength" not in graph.nodes["argument:other-towns"]
    assert "status" not in graph.nodes["claim:keep-open"]


def test_verified_anchors_stand_in_for_the_passages_of_the_map() -> None:
    known = {"source": "column", "at": "s2.p3.s1", "state": "exact", "start": 5, "end": 9, "text": "true"}
    graph = build_graph(TOWN, anchors={"trade-falls": [known], "editor concedes trade-falls": [known]})
    assert graph.nodes["claim:trade-falls"]["anchors"] == [known]
    concession = graph.edges["stakeholder:editor", "claim:trade-falls", "concedes:editor|trade-falls"]
    assert concession["anchors"] == [known]


def test_a_passage_without_locator_keeps_its_quote() -> None:
    passage = Passage("text", quote=Quote("so it is", suffix=", he said"))
    graph = build_graph(ArgumentMap(claims=(Claim("a", "A.", at=(passage,)),)))
    assert graph.nodes["claim:a"]["anchors"] == [{"source": "text", "quote": "so it is", "suffix": ", he said"}]
    assert not graph.edges


def test_a_section_that_is_only_cited_is_a_node_and_a_range_names_each() -> None:
    issue = Issue("why", "Why?", at=at("s2-s4", "s3.p1.s1", "s7.p1.s1-s3", source="text"))
    graph = build_graph(ArgumentMap(issues=(issue,)))
    assert [n for n in graph if n.startswith("section:")] == [f"section:text#s{n}" for n in (2, 3, 4, 7)]
    assert graph.nodes["section:text#s7"]["label"] == "s7"


def test_the_same_act_told_twice_stays_two_edges() -> None:
    twice = (Attribution("ann", Act.ASSERTS, "only", date="2024"), Attribution("ann", Act.ASSERTS, "only"))
    argument_map = ArgumentMap(claims=(Claim("only", "There is this."),), attributions=twice)
    assert [key for *_, key, _ in build_edges(argument_map)] == ["asserts:ann|only", "asserts:ann|only#2"]


@given(random_maps())
def test_every_key_is_unique_in_the_whole_graph(argument_map: ArgumentMap) -> None:
    keys = [key for *_, key, _ in build_edges(argument_map)]
    assert len(keys) == len(set(keys))


THERE = at("s1.p1.s1", source="letter")
EVERY_FIELD = ArgumentMap(
    sources=(Source("letter", "A letter", "ann", "2024", "https://example.org/", "letter.md", ("s1.p3.s1",)),),
    sections=(Section("letter", "s1", "Why", voice=Act.PRESENTS),),
    issues=(Issue("q", "What now?", exclusive=True, tags=("town",), at=THERE),),
    claims=(
        Claim(
            "a",
            "A holds.",
            "A",
            ClaimType.FACT,
            implicit=True,
            date="2025-01",
            base=0.0,
            requires_support=True,
            expect=Expectation("stands", ("ann",), ">0.5"),
            tags=("money",),
            at=THERE,
        ),
    ),
    arguments=(
        Argument(
            "step", ("a",), Bearing.ATTACKS, "a", scheme="sign", warrant="W.", weight=0.5, inferred=True, at=THERE
        ),
        Argument("bare", ("a",), Bearing.SUPPORTS, "a"),
    ),
    stakeholders=(
        Stakeholder(
            "ann",
            "Ann",
            StakeholderType.PERSON,
            role="mayor",
            interests=("peace",),
            aliases=("A.",),
            same_as="https://example.org/ann",
        ),
    ),
    attributions=(
        Attribution("ann", Act.ARGUES, "a", via=("bob",), loosely=True, cue="says", date="2023", at=THERE),
    ),
    concepts=(Concept("k", "Streets", type="place", same_as="https://example.org/k", at=THERE),),
)
ANCHORS = [{"source": "letter", "at": "s1.p1.s1"}]


def test_every_field_of_every_record_is_there() -> None:
    assert dict(build_nodes(EVERY_FIELD)) == {
        "source:letter": {
            "kind": "source",
            "label": "A letter",
            "title": "A letter",
            "author": "ann",
            "published": "2024",
            "url": "https://example.org/",
            "file": "letter.md",
            "skip": ["s1.p3.s1"],
        },
        "section:letter#s1": {
            "kind": "section",
            "label": "Why",
            "title": "Why",
            "at": "s1",
            "source": "letter",
            "voice": "presents",
        },
        "issue:q": {
            "kind": "issue",
            "label": "What now?",
            "question": "What now?",
            "exclusive": True,
            "tags": ["town"],
            "anchors": ANCHORS,
        },
        "claim:a": {
            "kind": "claim",
            "label": "A",
            "text": "A holds.",
            "title": "A",
            "type": "fact",
            "implicit": True,
            "date": "2025-01",
            "base": 0.0,
            "requires_support": True,
            "expect": {"status": "stands", "said_by": ["ann"], "strength": ">0.5"},
            "tags": ["money"],
            "anchors": ANCHORS,
        },
        "argument:step": {
            "kind": "argument",
            "label": "attacks",
            "scheme": "sign",
            "warrant": "W.",
            "weight": 0.5,
            "inferred": True,
            "anchors": ANCHORS,
        },
        "argument:bare": {"kind": "argument", "label": "supports"},
        "stakeholder:ann": {
            "kind": "stakeholder",
            "label": "Ann",
            "name": "Ann",
            "type": "person",
            "role": "mayor",
            "interests": ["peace"],
            "aliases": ["A."],
            "same_as": "https://example.org/ann",
        },
        "concept:k": {
            "kind": "concept",
            "label": "Streets",
            "type": "place",
            "same_as": "https://example.org/k",
            "anchors": ANCHORS,
        },
    }


def test_what_was_taken_over_says_so_on_every_node_and_edge() -> None:
    nodes, edges = dict(build_nodes(TAKEN_OVER)), list(build_edges(TAKEN_OVER))
    digest = "sha256:" + "0" * 64
    assert (
        nodes["claim:open-it"].items()
        >= {
            "also": ["Open on Sundays!", "It should be open on Sundays."],
            "standard": "balance",
            "origin": {"format": "argdown", "file": "library.argdown", "id": "Open it", "digest": digest},
            "unseen": "an importer, on a Monday",
        }.items()
    )
    assert nodes["source:letter"]["language"] == "de-AT"
    assert nodes["issue:sundays"]["standard"] == "clear"
    made = ("source:letter", "issue:sundays", "argument:free-day/open-it", "stakeholder:staff", "concept:desk")
    assert all({"origin", "unseen"} <= nodes[node].keys() for node in made)
    (spoken,) = [fields for *_, fields in edges if fields["kind"] == "asserts"]
    assert spoken == {"kind": "asserts", "origin": {"format": "argdown", "id": "@1"}, "unseen": "a reader"}


def test_the_map_as_a_whole_says_what_it_has_to_say() -> None:
    assert build_head(EVERY_FIELD) == {"title": EVERY_FIELD.title}
    assert build_head(TAKEN_OVER) == {
        "title": "Taken over",
        "language": "en-GB",
        "standard": "reason",
        "tour": [
            {"of": "sundays", "text": "Begin with the question."},
            {"of": "free-day/open-it", "text": "Then its reason: “free”."},
        ],
        "accepted": [
            {"code": "AM241", "at": "letter#s4.t1", "reason": "The table breaks off in the letter."},
            {"code": "AM312", "reason": "The letter names nobody."},
            {"code": "AM313", "at": "price/shelf", "reason": "The letter gives no price."},
        ],
        "origin": {"format": "argdown", "file": "library.argdown", "digest": "sha256:" + "0" * 64},
        "unseen": "an importer",
    }


def test_every_field_of_an_attribution_is_on_its_edge() -> None:
    [edge] = [edge for edge in build_edges(EVERY_FIELD) if edge[0] == "stakeholder:ann"]
    assert edge == (
        "stakeholder:ann",
        "claim:a",
        "argues:ann,bob|a",
        {"kind": "argues", "via": ["bob"], "loosely": True, "cue": "says", "date": "2023", "anchors": ANCHORS},
    )
