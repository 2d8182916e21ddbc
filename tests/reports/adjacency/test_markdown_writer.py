from __future__ import annotations

import pytest

from argumap.reports import REPORTS, ReportInput
from maps import TAKEN_OVER, TOWN

KNOWN = ReportInput(
    TOWN,
    anchors={"close-it": [{"source": "column", "at": "s1.p1.s1", "state": "edited", "text": "Shut it."}]},
    evaluation={"close-it": {"status": "stands", "strength": 0.61, "word": "answered", "for": 2, "against": 0}},
    coverage={"column#s1": {"cited": ["s1.p1.s1"], "open": ["s1.p1.s2"]}},
)


def written(suffix: str, given: ReportInput = KNOWN) -> str:
    return REPORTS["adjacency"].writers[suffix](given)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "*position, policy* · ◉ answered 2 : 0 · strength 0.61 · s1.p1.s1 (edited) · `close-it`",
            id="the facts",
        ),
        pytest.param(
            "*rebuttal, fact* · its objection is unattacked · s2.p2.s1 · `footfall-rose`", id="an objection"
        ),
        pytest.param("- **Passage:** “Shut it.”", id="the passage"),
        pytest.param(
            "  - [Shopkeepers' guild](#shops) argues, reported by [The column's author](#editor)",
            id="through whom",
        ),
        pytest.param("  - [The column's author](#editor) concedes (s2.p3.s1)", id="an act told elsewhere"),
        pytest.param(
            "    - undercut by [More walkers elsewhere](#footfall-rose)"
            " **and** [Rents rose](#rents-rose), together",
            id="linked premises are shown as one",
        ),
        pytest.param(
            "  - undercuts the step from [Shops lose custom](#trade-falls) to [Close the old town](#close-it)"
            " (as one of 2 linked premises)",
            id="what an undercut bears on",
        ),
        pytest.param("- **Benefits from:** [Cleaner air](#clean-air)", id="a stake without a voice"),
        pytest.param("| [Close the old town](#close-it) | 1 | 1 |", id="a position in figures"),
    ],
)
def test_markdown_says(line: str) -> None:
    assert line in written(".md").splitlines()


def test_every_link_leads_to_a_node_of_the_report() -> None:
    text = written(".md")
    links = {part.partition(")")[0] for part in text.split("](#")[1:]}
    assert all(f'<a id="{link}">' in text for link in links)


def test_further_wordings_and_what_nobody_has_seen_are_told() -> None:
    report = REPORTS["adjacency"].writers[".md"](ReportInput(TAKEN_OVER))
    assert "- **In other words**\n  - “Open on Sundays!”\n  - “It should be open on Sundays.”\n" in report
    assert "- **Nobody has looked at it since it was made by:** an importer, on a Monday" in report
