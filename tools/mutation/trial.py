"""Tries one change and tells whether a test notices."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from enum import StrEnum
from typing import TYPE_CHECKING

from mutation import selector
from mutation.trees import environment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from mutation.places import Mutant

MEMORY = 4 << 30
START = 30.0
"""Seconds for Python, pytest and the imports, on a busy machine."""


class Outcome(StrEnum):
    """What became of a change; only ``SURVIVED`` and ``UNCOVERED`` went unnoticed."""

    NOTICED = "noticed"
    TIMEOUT = "timeout"
    SURVIVED = "survived"
    UNCOVERED = "uncovered"


def try_mutant(copy: Path, mutant: Mutant, tests: Sequence[str], seconds: float) -> Outcome:
    """Run ``tests`` on the changed copy until one fails; ``seconds`` is what they take as things are."""
    if not tests:
        return Outcome.UNCOVERED
    with _changed(copy / mutant.file, mutant):
        code = _run_tests(copy, tests, START + 5 * seconds)
    if code is None:
        return Outcome.TIMEOUT
    return Outcome.SURVIVED if code == 0 else Outcome.NOTICED


@contextlib.contextmanager
def _changed(path: Path, mutant: Mutant) -> Iterator[None]:
    before = path.read_bytes()
    path.write_bytes(mutant.apply(before.decode()).encode())
    try:
        yield
    finally:
        path.write_bytes(before)


def _run_tests(copy: Path, tests: Sequence[str], limit: float) -> int | None:
    chosen = copy / "chosen-tests"
    chosen.write_text("\0".join(tests), encoding="utf-8")
    files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
    plugins = ("-p", "mutation.selector", "-p", "no:cacheprovider", "-p", "no:xdist")
    running = subprocess.Popen(
        [sys.executable, "-m", "pytest", "-qx", *plugins, "--hypothesis-profile=mutation", *files],
        cwd=copy,
        env=environment(copy, {selector.CHOSEN: str(chosen)}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_limit_memory,
    )
    try:
        return running.wait(limit)
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        return None


def _limit_memory() -> None:
    with contextlib.suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
