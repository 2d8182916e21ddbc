"""``argumap against``: the case against a claim."""

from __future__ import annotations

from argumap.cli import CommandEntry
from argumap.cli._case import case_command

PLUGIN = CommandEntry("ask", case_command("against", short_help="Show the case against a claim, as a tree."))
