"""``check --format sarif`` prints SARIF 2.1.0, as far as argumap writes it, for every way of being wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator

from argumap.cli import run
from places import MAP, write_map

if TYPE_CHECKING:
    from collections.abc import Sequence

SCHEMA = json.loads(Path(__file__).with_name("sarif.schema.json").read_text(encoding="utf-8"))
BROKEN = Path(__file__).parents[1] / "defects" / "broken"


def printed(maps: Sequence[Path], capfd: pytest.CaptureFixture[str]) -> Any:
    run(["check", "--format", "sarif", *map(str, maps)])
    log = json.loads(capfd.readouterr().out)
    Draft202012Validator(SCHEMA).validate(log)
    return log


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("folder", sorted(BROKEN.iterdir()), ids=lambda folder: folder.name)
def test_every_broken_map_is_told_by_the_rules_of_the_standard(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    (log,) = printed([next(Path().rglob("map.yaml")).parent], capfd)["runs"]
    assert {rule["id"] for rule in log["tool"]["driver"]["rules"]} == {found["ruleId"] for found in log["results"]}
    for found in log["results"]:
        place = found["locations"][0]["physicalLocation"]
        lines = Path(place["artifactLocation"]["uri"]).read_bytes().count(b"\n") + 1
        assert place["region"]["startLine"] <= lines


@pytest.mark.parametrize("name", ["two words", "50%", "a#b", "what?", "brücke", "c:d", "[x]"])
def test_a_file_is_named_by_a_reference_that_leads_to_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_map(tmp_path / name, MAP.replace("attacks: slower-trade", "atacks: slower-trade"))
    results = printed([Path(name)], capfd)["runs"][0]["results"]
    uris = {found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for found in results}
    assert {unquote(uri) for uri in uris} == {f"{name}/map.yaml"}


def test_a_map_with_nothing_wrong_gives_a_log_without_results(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "map.yaml").write_text("argumap: 1\n", encoding="utf-8")
    assert printed([Path()], capfd)["runs"][0]["results"] == []
