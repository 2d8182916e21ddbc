"""A small case as Carneades has it, in YAML."""

from __future__ import annotations

POND = """\
# what the town says of its pond
meta:
  title: The mill pond
statements:
  drain: The mill pond should be drained.
  ¬drain: {text: "The mill pond should be kept.", label: keep}
  leaks(dam, much): The dam leaks.   # so the miller
  floods: {text: Cellars flood., assumed: true}
  old: Old leaks never end a dam.
  carp: The carp would die.
issues:
  i1: {positions: [drain, ¬drain], standard: CCE}
arguments:
  a1:
    premises:
      - leaks(dam,much)
      - floods
    conclusion: drain
    scheme: cumulative
    weigth: 0.7
    undercutter: old
  a2: {premises: {cause: carp}, conclusion: ¬drain}
assumptions:
  - leaks(dam,much)
  - carp
tests:
  in: [¬drain, carp]
  out: [drain]
"""
