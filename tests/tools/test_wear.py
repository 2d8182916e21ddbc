"""Campaigns go round with ever new seeds until time is up, and a failure names the command that repeats it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from wear import CAMPAIGNS, Campaign, indented, repeat, wear

if TYPE_CHECKING:
    from pathlib import Path

FAILS_AT_8 = "import sys; print('seen'); sys.exit({seed} == 8)"


def noting(name: str, path: Path, *, seeded: bool = True) -> Campaign:
    return Campaign(name, ("-c", f"open({str(path)!r}, 'a').write('{name}{{seed}} ')"), seeded=seeded)


def test_a_failure_ends_the_run_and_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notes = tmp_path / "notes"
    campaigns = (
        noting("once", notes, seeded=False),
        noting("each", notes),
        Campaign("fragile", ("-c", FAILS_AT_8), draws=20),
    )
    assert wear(campaigns, 600, seed=7) == 1
    assert notes.read_text() == "once7 each7 each8 "
    told = capsys.readouterr().out
    assert "seen" in told
    assert "ARGUMAP_DRAWS=20 ARGUMAP_SEED=8" in told


def test_what_runs_when_time_is_up_is_ended(capsys: pytest.CaptureFixture[str]) -> None:
    endless = Campaign("endless", ("-c", "while True: pass"))
    assert wear((endless,), 1, seed=1) == 0
    assert "no campaign was finished" in capsys.readouterr().out


def test_what_a_campaign_counts_is_told_and_nothing_else() -> None:
    assert indented("noise\n40 inputs, 0 findings of 0 kinds\n") == "\n  40 inputs, 0 findings of 0 kinds"


@pytest.mark.parametrize("campaign", CAMPAIGNS, ids=lambda campaign: campaign.name)
def test_a_campaign_that_takes_a_seed_gets_each_rounds_own(campaign: Campaign) -> None:
    assert not campaign.seeded or "7" in repeat(campaign, 7)
