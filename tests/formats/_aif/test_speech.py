from __future__ import annotations

from aif_files import Aif, aif, read
from argumap.formats import LossKind


def said(value: Aif) -> set[tuple[str, str, str, tuple[str, ...]]]:
    """Who does what with which node, and through whom."""
    record = read(value).map
    names = {person.id: person.name for person in record.stakeholders}
    nodes = {claim.id: claim.origin.id or "" for claim in record.claims if claim.origin}
    nodes |= {step.id: step.origin.id or "" for step in record.arguments if step.origin}
    return {
        (names[a.by], str(a.act), nodes[a.of], tuple(names[via] for via in a.via)) for a in record.attributions
    }


def test_speakers_are_known_by_name_and_annotators_are_none() -> None:
    assert said(aif()) == {
        ("Ada", "asserts", "1", ()),
        ("Ada", "asserts", "2", ()),
        ("Cy", "asserts", "3", ("Bo",)),
        ("Bo", "asserts", "4", ()),
        ("Ada", "argues", "6", ()),
        ("Bo", "argues", "8", ()),
    }


def test_a_force_on_a_transition_is_that_of_whoever_answers() -> None:
    nodes = "1 I A\n2 L Ada : a\n3 L Bo : yes\n4 TA x\n5 YA Agreeing"
    assert said(aif(nodes, "2>4>3 4>5>1")) == {("Bo", "endorses", "1", ())}


def test_a_question_is_no_claim_of_whoever_asks() -> None:
    assert said(aif("1 I A\n2 L Ada : a?\n3 YA PureQuestioning", "2>3>1")) == {("Ada", "questions", "1", ())}


def test_an_analysis_hung_on_a_locution_reports_nobody() -> None:
    nodes = "1 I A\n2 L Ada : a\n3 YA Asserting\n4 L n: Ada : a\n5 YA Analysing"
    assert said(aif(nodes, "4>5>2 2>3>1")) == {("Ada", "asserts", "1", ())}


def test_a_chain_of_reports_begins_with_whoever_is_heard() -> None:
    nodes = "1 I A\n2 L Ada : a\n3 L Bo : b\n4 L Cy : c\n5 YA Asserting\n6 YA Asserting\n7 YA Asserting"
    assert said(aif(nodes, "2>5>3 3>6>4 4>7>1")) == {("Cy", "asserts", "1", ("Ada", "Bo"))}


def test_reports_in_a_circle_end() -> None:
    nodes = "1 I A\n2 L Ada : a\n3 L Bo : b\n5 YA Asserting\n6 YA Asserting\n7 YA Asserting"
    assert said(aif(nodes, "2>5>3 3>6>2 3>7>1")) == {("Bo", "asserts", "1", ("Ada",))}


def test_a_force_without_an_act_is_held_loosely_and_told() -> None:
    imported = read(aif("1 I A\n2 L Ada : a\n3 YA Ironic Asserting", "2>3>1"))
    [voice] = imported.map.attributions
    assert (str(voice.act), voice.loosely) == ("asserts", True)
    assert [(loss.kind, loss.id) for loss in imported.losses] == [(LossKind.NEARLY, "3")]


def test_speech_by_nobody_is_kept_aside() -> None:
    imported = read(aif("1 I A\n2 L a claim\n3 YA Asserting\n4 YA Asserting", "2>3>1 4>1"))
    assert imported.map.attributions == ()
    assert {loss.id for loss in imported.losses} == {"3", "4"}


def test_what_is_said_twice_is_said_once() -> None:
    assert (
        len(
            read(
                aif("1 I A\n2 L Ada : a\n3 L Ada : a\n4 YA Asserting\n5 YA Asserting", "2>4>1 3>5>1")
            ).map.attributions
        )
        == 1
    )


def test_an_owner_of_a_claim_says_it_where_the_owner_has_a_name() -> None:
    value = aif("1 I A\n2 I B", "")
    value["locutions"] = [{"nodeID": "1", "personID": "4"}, {"nodeID": "2", "personID": "5"}]
    value["participants"] = [{"participantID": "4", "firstname": "Ada", "surname": ""}]
    assert said(value) == {("Ada", "asserts", "1", ())}
    assert [(loss.why, loss.id) for loss in read(value).losses] == [("an owner without a name", "2")]


def test_more_reporters_than_a_map_holds_are_told() -> None:
    many = range(10, 40)
    nodes = "\n".join(
        ["1 I A", "2 L Ada : a", "3 YA Asserting", *(f"{n} L P{n} : a\n{n}0 YA Asserting" for n in many)]
    )
    imported = read(aif(nodes, " ".join(["2>3>1", *(f"{n}>{n}0>2" for n in many)])))
    assert len(imported.map.attributions) == 20
    assert [(loss.kind, loss.id) for loss in imported.losses] == [(LossKind.NEARLY, "2")]
