from __future__ import annotations

from argumap.news.judged_states import StatePair, find_last_names
from changed_maps import renamed
from maps import TOWN
from town_states import FIRST, SECOND, judge, states_of


def test_a_step_is_called_by_its_premises_and_a_claim_that_is_gone_as_it_was() -> None:
    old, new = judge(states_of((SECOND, FIRST)))
    assert old.call("free-pass/unfair") == "A free pass"
    assert StatePair(old, new).call("free-pass") == "A free pass"
    assert new.call("free-pass") == "free-pass"


def test_what_was_renamed_has_its_last_name_in_every_state_before() -> None:
    states = judge(states_of((TOWN, renamed("clean-air", "pure-air"), TOWN)))
    names = find_last_names([StatePair(states[0], states[1]), StatePair(states[1], states[2])])
    assert [each.get("clean-air") for each in names] == ["clean-air", None, None]
    assert names[1]["pure-air"] == "clean-air"
