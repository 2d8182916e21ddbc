"""Runs campaigns of random trials, one after another with ever new seeds, for as long as asked.

    python do.py wear [--minutes N] [--seed N]

The campaigns: broken files for every reader and odd calls of every command; saves of snapshots, and commands that
write several files, killed in the middle; the three engines on random maps; every property of the tests with
twenty times the draws; hostile texts on every page; planted links. The first failure ends the run and is printed
with the command that repeats it.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shlex
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("anchoring", "checks", "graph", "mapfile", "model", "query", "semantics", "snapshots", "text", "verdicts")
PYTEST = ("-m", "pytest", "-q", "-x", "-p", "no:cacheprovider")


@dataclass(frozen=True, slots=True)
class Campaign:
    """Arguments for Python; ``{seed}`` in them stands for the seed of a round."""

    name: str
    arguments: tuple[str, ...]
    draws: int = 1
    seeded: bool = True

    def command(self, seed: int) -> list[str]:
        return [sys.executable, *(argument.replace("{seed}", str(seed)) for argument in self.arguments)]

    def environment(self, seed: int) -> dict[str, str]:
        return {"ARGUMAP_DRAWS": str(self.draws), "ARGUMAP_SEED": str(seed)}


CAMPAIGNS = (
    Campaign("broken files", ("tools/fuzz.py", "readers", "4000", "{seed}")),
    Campaign("odd calls", ("tools/fuzz.py", "commands", "2000", "{seed}")),
    Campaign("killed saves", ("benchmarks/kill_snapshots.py", "150", "{seed}")),
    Campaign("killed pairs of files", ("benchmarks/kill_pairs.py", "150", "{seed}")),
    Campaign("planted links", (*PYTEST, "tests/cli/test_planted_links.py"), seeded=False),
    Campaign("engines", (*PYTEST, "tests/query/test_three_engines.py"), draws=3),
    *(
        Campaign(
            f"properties of {room}",
            (*PYTEST, "-m", "hypothesis", "--hypothesis-seed={seed}", f"tests/{room}"),
            draws=20,
        )
        for room in ROOMS
    ),
    Campaign("hostile texts", (*PYTEST, "tests/views", "-k", "hostile or comes_alive"), seeded=False),
    Campaign("semantics", (*PYTEST, "-m", "campaign", "tests/semantics"), draws=10),
)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="do.py wear", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=10, help="for how long (10)")
    parser.add_argument("--seed", type=int, help="the first round's seed; without it, a new one")
    asked = parser.parse_args(arguments)
    seed = asked.seed if asked.seed is not None else random.SystemRandom().randrange(1_000_000)
    return wear(CAMPAIGNS, asked.minutes * 60, seed)


def wear(campaigns: tuple[Campaign, ...], seconds: float, seed: int) -> int:
    """Go round the campaigns, each round with the next seed, until time is up or one fails; 1 if one did."""
    end = time.monotonic() + seconds
    finished: Counter[str] = Counter()
    first = seed
    while True:
        for campaign in campaigns:
            if not campaign.seeded and seed != first:
                continue
            code, printed = run(campaign, seed, end - time.monotonic())
            if code is None:
                print(tell(finished, first))
                return 0
            if code:
                print(f"{campaign.name} failed. Repeat it with:\n  {repeat(campaign, seed)}")
                return 1
            finished[campaign.name] += 1
            print(f"{campaign.name}, seed {seed}: fine{indented(printed)}", flush=True)
        seed += 1


def indented(printed: str) -> str:
    """What a campaign tells of itself: its inputs, its kills, its tests."""
    told = [line for line in printed.splitlines() if re.search(r"\d+ (?:inputs|kills|passed)|\d+ runs", line)]
    return "".join(f"\n  {line}" for line in told)


def run(campaign: Campaign, seed: int, seconds: float) -> tuple[int | None, str]:
    """The exit code of one campaign and what it printed; None where time was up before."""
    if seconds <= 0:
        return None, ""
    running = subprocess.Popen(
        campaign.command(seed),
        cwd=ROOT,
        env={**os.environ, **campaign.environment(seed)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        printed, _ = running.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        return None, ""
    if running.returncode:
        print(printed)
    return running.returncode, printed


def repeat(campaign: Campaign, seed: int) -> str:
    """The command that runs one campaign as it ran."""
    words = [f"{name}={value}" for name, value in campaign.environment(seed).items()]
    return " ".join([*words, shlex.join(campaign.command(seed))])


def tell(finished: Counter[str], first: int) -> str:
    rounds = ", ".join(f"{name} {times}×" for name, times in finished.items())
    return f"Nothing failed from seed {first} on: {rounds or 'no campaign was finished in that time'}."


if __name__ == "__main__":
    sys.exit(main())
