from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.formats import LossKind
from argumap.semantics import evaluate
from carneades_files import POND
from foreign_files import came, read, write

if TYPE_CHECKING:
    from argumap.model import ArgumentMap

LEVEL = """\
statements:
  drain: The pond should be drained.
  keep: The pond should be kept.
  leaks: The dam leaks.
  carp: The carp would die.
issues:
  i1: {positions: [drain, keep]}
arguments:
  a1: {premises: [leaks], conclusion: drain}
  a2: {premises: [carp], conclusion: keep}
assumptions: [leaks, carp]
tests:
  in: [leaks, carp]  # both are seen
  out: [drain, keep]
"""


def test_a_map_expects_only_what_it_meets_and_the_rest_is_told() -> None:
    imported = read("carneades", LEVEL)
    assert [claim.text for claim in imported.map.claims if claim.expect] == [
        "The dam leaks.",
        "The carp would die.",
    ]
    told = [(loss.id, loss.why) for loss in imported.losses if loss.kind is LossKind.ASIDE]
    by = "by the standard 'balance', which weighs otherwise"
    why = f"a test that comes out otherwise: out there, undecided here {by}"
    assert told == [("drain", why), ("keep", why)]
    status = evaluate(imported.map).status
    assert all(status[claim.id] == claim.expect.status for claim in imported.map.claims if claim.expect)


def test_a_case_whose_tests_come_true_has_nothing_to_tell() -> None:
    imported = read("carneades", POND)
    assert sum(claim.expect is not None for claim in imported.map.claims) == 3
    assert not [loss for loss in imported.losses if "test" in loss.why]


def test_what_comes_out_otherwise_goes_back_as_it_came() -> None:
    imported = read("carneades", LEVEL)
    record = came("carneades", imported)
    first, *rest = record.claims

    def back(now: ArgumentMap) -> str:
        return write("carneades", now, imported.kept)[".carneades.yml"]

    assert back(record) == LEVEL
    reworded = replace(record, claims=(replace(first, text="The pond may go."), *rest))
    assert LEVEL.partition("tests:")[2] in back(reworded)
    left = tuple(step for step in record.arguments if step.target != first.id)
    assert "  out: [keep]\n" in back(replace(record, claims=tuple(rest), arguments=left))
    asked_no_more = replace(record, claims=tuple(replace(claim, expect=None) for claim in record.claims))
    assert "tests:\n  out: [drain, keep]\n" in back(asked_no_more)
