from __future__ import annotations

from argumap.formats._step_ids import StepIds
from argumap.text import Slugs, get_language


def ids() -> StepIds:
    return StepIds(Slugs(get_language("en"), taken=("for-drain",)))


def test_a_step_is_called_by_its_premise_and_its_target_where_that_is_free() -> None:
    free = ids()
    assert free.make(["leaks"], "drain", "for drain") == "leaks/drain"
    assert free.make(["leaks"], "drain", "for drain") == "for-drain-2"


def test_a_step_of_several_premises_is_called_by_words() -> None:
    assert ids().make(["leaks", "wet"], "carp/drain", "undercut carp/drain") == "undercut-carp-drain"


def test_a_step_that_would_be_called_too_much_is_called_by_words() -> None:
    free = ids()
    assert free.make(["leaks"], "drain", "on drain", short=False) == "on-drain"
    assert free.make(["leaks"], "drain", "on drain") == "leaks/drain"


def test_an_id_of_a_file_is_taken_once() -> None:
    free = ids()
    assert free.take("leaks/drain")
    assert not free.take("leaks/drain")
    assert free.make(["leaks"], "drain", "step drain") == "step-drain"
    assert not free.take("step-drain")
