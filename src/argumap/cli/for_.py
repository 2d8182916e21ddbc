"""``argumap for``: the case for a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from argumap.cli._asking import ask, case_options, quote_option, show_case
from argumap.cli._options import json_option, map_option, source_option

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

GROUP = "ask"


@click.command("for", short_help="Show the case for a claim, as a tree.")
@click.argument("claim")
@case_options
@map_option
@source_option
@quote_option
@json_option
def COMMAND(  # noqa: N802
    claim: str,
    depth: int | None,
    flat: bool,
    unanswered: bool,
    map_paths: tuple[str, ...],
    sources: Mapping[str, Path],
    quoted: bool,
    as_json: bool,
) -> None:
    """Show what supports CLAIM, and all that bears on that.

    + supports, − objects to, / undercuts a step; premises joined by "and" bear together. Each argument stands
    once, where it is nearest to CLAIM.

    \b
    Example: argumap for release-weights -m open-vs-closed-ai
    """
    from argumap.cli._console import print_json
    from argumap.query import case_for

    asked = ask(map_paths, sources, quoted=quoted)
    case = case_for(asked.index, claim, depth)
    if as_json:
        print_json(asked.to_json(case.unanswered if unanswered else case))
    else:
        show_case(asked, case, flat=flat, unanswered=unanswered)
