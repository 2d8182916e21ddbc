"""``argumap for``: the case for a claim."""

from __future__ import annotations

from argumap.cli import CommandEntry
from argumap.cli._case import case_command

PLUGIN = CommandEntry("ask", case_command("for", short_help="Show the case for a claim, as a tree."))
