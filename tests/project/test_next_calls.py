from __future__ import annotations

from pathlib import Path

import pytest

from argumap.project.next_calls import tell_call
from argumap.project.opening import load
from places import MAP, write_map


@pytest.mark.parametrize(
    ("name", "source", "call"),
    [
        pytest.param("graph/bridge", None, "argumap source add graph/bridge", id="the article is in the folder"),
        pytest.param(
            "graph/bridge",
            "a b.md",
            "argumap source add graph/bridge --source 'a b.md'",
            id="another article, quoted for a shell",
        ),
        pytest.param(
            "graph/single.yaml",
            None,
            "argumap source add graph/single.yaml --source FILE",
            id="no article, and a map in one file",
        ),
    ],
)
def test_a_call_has_all_that_it_needs(
    name: str, source: str | None, call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_map(tmp_path / "graph" / "bridge")
    (tmp_path / "graph" / "single.yaml").write_text(MAP, encoding="utf-8")
    Path("a b.md").write_text("# One\n\nTwo.\n", encoding="utf-8")
    assert tell_call("source add", load(name, {"": source} if source else None)) == call
