"""The measured figures of the rules are those of the rules as they are."""

from __future__ import annotations

from argumap.draft.rule_figures import RuleFigure, is_doubtful, read_rule_figures, tell_rule
from draft_rules import FILE, write


def test_the_figures_are_measured_and_not_typed() -> None:
    assert FILE.read_text(encoding="utf-8") == write(), "the rules have changed: python tests/draft_rules.py"


def test_who_speaks_is_right_in_five_cases_of_six_where_nobody_looked() -> None:
    figures = read_rule_figures()
    speech = [
        figures[rule]
        for rule in (
            "quotation",
            "quotation-goes-on",
            "reporting-verb",
            "source-phrase",
            "tag",
            "turn",
        )
    ]
    assert sum(figure.right for figure in speech) >= 5 / 6 * sum(figure.of for figure in speech)


def test_a_figure_is_told_in_words() -> None:
    assert str(RuleFigure(50, 58)) == "right in 50 of 58"
    assert str(RuleFigure(4, 4)) == "right in 4 of 4, too few to tell"
    assert tell_rule("reporting-verb").startswith("right in ")
    assert tell_rule("guesswork") == ""


def test_a_rule_is_doubtful_that_is_mostly_wrong_in_cases_enough() -> None:
    assert is_doubtful("passing-remark")
    assert not is_doubtful("reporting-verb")
    assert read_rule_figures()["heading"].right == 0
    assert not is_doubtful("heading")
    assert not is_doubtful("guesswork")
