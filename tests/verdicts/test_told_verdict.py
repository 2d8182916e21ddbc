"""Verdicts word themselves for a terminal and for a notebook."""

from __future__ import annotations

import pytest

from argumap.semantics import evaluate
from argumap.told_lines import line
from argumap.verdicts import build_claim_verdict, build_issue_table, build_issue_verdict
from argumap.verdicts.told_verdict import ToldVerdict, as_line
from debates import debate, said

EVALUATED = evaluate(said(debate("a supports x; b supports y", "x y"), "ann asserts a"))
VERDICTS: dict[str, ToldVerdict] = {
    "issue": build_issue_verdict(EVALUATED, "q", lights=["ann"]),
    "claim": build_claim_verdict(EVALUATED, "x"),
    "table": build_issue_table(EVALUATED),
}


def test_blanks_before_words_are_their_indent() -> None:
    assert as_line("  for: a", "dim") == line(("for: a", "dim"), indent=2)
    assert as_line("a") == line("a")


@pytest.mark.parametrize("kind", VERDICTS)
def test_a_notebook_shows_what_the_shell_prints(kind: str) -> None:
    verdict = VERDICTS[kind]
    html = verdict._repr_html_()
    assert html.startswith("<div")
    for row in verdict.text().splitlines():
        assert row.split()[0].strip("“”:") in html
    assert "<script" not in html
