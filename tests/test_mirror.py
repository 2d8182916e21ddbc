"""Every module has its tests beside it: ``checks/self_attack.py`` is tried by ``checks/test_self_attack.py``."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src" / "argumap"
MODULES = [path.relative_to(SOURCES) for path in sorted(SOURCES.rglob("*.py")) if not path.stem.startswith("__")]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.with_suffix("").as_posix())
def test_a_module_has_its_tests(module: Path) -> None:
    test = ROOT / "tests" / module.parent / f"test_{module.stem.strip('_')}.py"
    assert test.is_file(), f"write {test.relative_to(ROOT).as_posix()}"
