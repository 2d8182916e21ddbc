from __future__ import annotations

from argumap.formats._aif.facts import find_facts_by_node, group_steps
from argumap.model import Act, ArgumentMap, Attribution, Bearing, Claim, Stakeholder
from maps import argument

STEPS = (argument("a/b", "a", "supports", "b"), argument("two", "a", "supports", "c"))


def test_steps_from_one_node_are_one() -> None:
    grouped = group_steps(STEPS, {"a": "1", "b": "2", "c": "3", "a/b": "9", "two": "9"})
    assert grouped == {
        "9": {(Bearing.SUPPORTS, frozenset({"1"}), "2", ""), (Bearing.SUPPORTS, frozenset({"1"}), "3", "")}
    }


def test_a_map_is_told_by_nodes_and_names() -> None:
    record = ArgumentMap(
        claims=(Claim("a", "A."), Claim("b", "B.", rephrases=("a",))),
        stakeholders=(Stakeholder("ann", "Ann"), Stakeholder("bob", "Bob")),
        attributions=(Attribution("ann", Act.ASSERTS, "a", via=("bob",)),),
    )
    facts = find_facts_by_node(record, {"a": "1", "b": "2"}, {"ann": "Ann", "bob": "Bob"})
    assert facts.texts == {"1": "A.", "2": "B."}
    assert facts.voices == {("Ann", Act.ASSERTS, "1", ("Bob",))}
    assert facts.pairs == {("2", "1")}
