"""``argumap against``: the case against a claim."""

from __future__ import annotations

from argumap.cli._case import case_command

GROUP = "ask"
COMMAND = case_command("against")
