"""No test looks at a clock: what takes long is told by ``benchmarks/``, and a busy machine makes nothing red."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

TESTS = Path(__file__).parent
CLOCKS = {
    "clock_gettime",
    "getrusage",
    "monotonic",
    "monotonic_ns",
    "perf_counter",
    "perf_counter_ns",
    "process_time",
    "process_time_ns",
    "sleep",
    "thread_time",
    "times",
    "wait_for_timeout",
}
MODULES = {"time", "timeit", "resource"}
PAGE_CLOCKS = ("performance.now", "Performance.getMetrics", "Date.now", "setTimeout(")
"""In a page's script, which a test may hold as a text."""


def find_clocks(source: str) -> Iterator[tuple[int, str]]:
    """Where a test's module looks at a clock or waits for one: line and what it calls."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, name.name) for name in names if name.name.partition(".")[0] in MODULES)
            case ast.ImportFrom(module=str(module)) if module in MODULES:
                yield node.lineno, module
            case ast.Attribute(attr=name) | ast.Name(id=name) if name in CLOCKS:
                yield node.lineno, name
            case ast.Constant(value=str(text)):
                yield from ((node.lineno, clock) for clock in PAGE_CLOCKS if clock in text)
            case _:
                pass


def test_no_test_looks_at_a_clock() -> None:
    found = [
        f"{path.relative_to(TESTS)}:{line} {what}"
        for path in sorted(TESTS.rglob("*.py"))
        if path != Path(__file__)
        for line, what in find_clocks(path.read_text(encoding="utf-8"))
    ]
    assert not found, "a benchmark tells how long a thing takes, not a test"


def test_no_probe_of_a_page_looks_at_a_clock() -> None:
    probes = "".join(path.read_text(encoding="utf-8") for path in sorted(TESTS.rglob("*.js")))
    assert not [clock for clock in PAGE_CLOCKS if clock in probes]


@pytest.mark.parametrize(
    "source",
    [
        "import time\n",
        "from time import perf_counter\n",
        "assert clock.perf_counter() - before <= 0.1\n",
        "page.wait_for_timeout(50)\n",
        "took = page.evaluate('() => performance.now()')\n",
    ],
)
def test_a_clock_is_seen(source: str) -> None:
    assert list(find_clocks(source))
