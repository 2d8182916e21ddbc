"""A list of edges, written only: it has a place for the steps from claim to claim and for nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.formats import Format

if TYPE_CHECKING:
    from argumap.formats import Export


def write(export: Export) -> str:
    """One line a premise of an argument: the claim, what the step does, and to which record, with tabs between."""
    arguments = export.map.arguments
    lines = [f"{premise}\t{a.bearing}\t{a.target}" for a in arguments for premise in a.premises]
    return "\n".join(["# claim\tstep\ttarget", *lines, ""])


PLUGIN = Format("List of edges", (".tsv",), write=write, loses=("texts", "speakers", "passages"))
