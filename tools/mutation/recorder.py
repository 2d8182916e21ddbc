"""A pytest plug-in that writes down which lines of argumap each test runs, and how long it takes."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import coverage
import pytest

if TYPE_CHECKING:
    from collections.abc import Generator

OUTPUT = "MUTATION_RECORD"
SOURCE = "MUTATION_SOURCE"


class Recorder:
    """Lines by test and file; a test that does not pass is left out, for it would notice anything."""

    def __init__(self, source: Path, output: Path) -> None:
        self._coverage = coverage.Coverage(data_file=None, config_file=False, source=[str(source)], messages=False)
        self._source = source
        self._output = output
        self._seconds: dict[str, float] = defaultdict(float)
        self._failed: set[str] = set()
        self._coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        self._coverage.switch_context(item.nodeid)
        try:
            return (yield)
        finally:
            self._coverage.switch_context("")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._seconds[report.nodeid] += report.duration
        if report.outcome != "passed":
            self._failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        self._coverage.stop()
        data = self._coverage.get_data()
        lines: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for file in data.measured_files():
            name = Path(file).relative_to(self._source).as_posix()
            for line, tests in data.contexts_by_lineno(file).items():
                for test in tests:
                    lines[test][name].append(line)
        passed = {test: seconds for test, seconds in self._seconds.items() if test not in self._failed}
        ran = {test: {"seconds": seconds, "lines": lines[test]} for test, seconds in passed.items()}
        told = {"tests": ran, "failed": sorted(self._failed), "outside": lines[""]}
        self._output.write_text(json.dumps(told), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Recorder(Path(os.environ[SOURCE]), Path(os.environ[OUTPUT])))
