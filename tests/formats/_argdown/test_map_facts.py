from __future__ import annotations

from dataclasses import replace

from argumap.formats._argdown.map_facts import NamedFacts, name_by_words
from argumap.model import ArgumentMap  # noqa: TC001
from maps import TOWN


def facts(record: ArgumentMap) -> tuple[object, ...]:
    return NamedFacts(record, name_by_words(record)).all()


def test_ids_and_order_make_no_difference_and_everything_else_does() -> None:
    first, *others = TOWN.claims
    moved = replace(TOWN, claims=(*others, first), arguments=TOWN.arguments[::-1])
    assert facts(moved) == facts(TOWN)
    assert facts(replace(TOWN, claims=(replace(first, text="Otherwise."), *others))) != facts(TOWN)
    assert facts(replace(TOWN, claims=(replace(first, tags=("x",)), *others))) != facts(TOWN)
    assert facts(replace(TOWN, arguments=TOWN.arguments[1:])) != facts(TOWN)
    assert facts(replace(TOWN, attributions=TOWN.attributions[1:])) != facts(TOWN)
    assert facts(replace(TOWN, issues=TOWN.issues[1:])) != facts(TOWN)
