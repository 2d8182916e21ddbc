from __future__ import annotations

from dataclasses import replace

from argumap.model import Argument, ArgumentMap, Bearing, Claim
from carneades_files import POND
from foreign_files import came, read, write


def test_what_a_person_changed_goes_back_changed_and_comments_stay() -> None:
    imported = read("carneades", POND)
    record = came("carneades", imported)
    drain, keep, leaks, floods, old, carp = record.claims
    edited = replace(
        record,
        claims=(drain, replace(keep, text="Keep it."), leaks, replace(floods, requires_support=True), carp),
        arguments=(
            replace(record.arguments[0], weight=0.5),
            Argument("new", (carp.id,), Bearing.ATTACKS, leaks.id, scheme="Argument from Fear"),
        ),
    )
    assert old not in edited.claims
    [text] = write("carneades", edited, imported.kept).values()
    assert (
        text
        == """\
# what the town says of its pond
meta:
  title: The mill pond
statements:
  drain: The mill pond should be drained.
  ¬drain: {text: "Keep it.", label: keep}
  leaks(dam, much): The dam leaks.   # so the miller
  floods: {text: Cellars flood.}
  carp: The carp would die.
  "¬leaks(dam,much)":
    text: "¬ The dam leaks."
    meta: {denies: "leaks(dam,much)"}
issues:
  i1: {positions: [drain, ¬drain], standard: CCE, meta: {title: "The mill pond should be drained. / \
The mill pond should be kept."}}
  "leaks(dam,much)-or-not":
    positions: ["leaks(dam,much)", "¬leaks(dam,much)"]
    standard: "BRD"
arguments:
  a1:
    premises:
      - leaks(dam,much)
      - floods
    conclusion: drain
    scheme: cumulative
    weigth: 0.5
  new:
    conclusion: "¬leaks(dam,much)"
    premises: [carp]
    scheme: "Argument from Fear"
  "given(leaks(dam,much))":
    conclusion: "leaks(dam,much)"
    meta: {given: "leaks(dam,much)"}
assumptions:
  - carp
tests:
  in: [¬drain, carp]
  out: [drain]
"argument_schemes": [{id: "Argument from Fear"}]
"""
    )


def test_a_claim_that_is_denied_is_given_an_argument_of_its_own() -> None:
    record = ArgumentMap(
        claims=(Claim("a", "A."), Claim("b", "B.")), arguments=(Argument("b/a", ("b",), Bearing.ATTACKS, "a"),)
    )
    [text] = write("carneades", record).values()
    assert '"given(a)": {conclusion: a, meta: {given: a}}' in text
    assert not any(claim.requires_support for claim in read("carneades", text).map.claims)
