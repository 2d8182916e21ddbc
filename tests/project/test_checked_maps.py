from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from argumap.errors import Severity
from argumap.project.checked_maps import check_maps, write_sarif
from places import MAP, write_map

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = MAP + "nothing: 1\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two maps, each of an article that is not locked, which earns a hint; one has an error as well."""
    write_map(tmp_path / "graph" / "sound")
    write_map(tmp_path / "graph" / "broken", BROKEN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_all_maps_are_checked_in_the_order_of_their_files(here: Path) -> None:
    checked = check_maps()
    assert checked.maps == ("broken", "sound")
    assert list(checked.problems) == sorted(checked.problems, key=lambda problem: problem.order)
    assert {problem.file.split("/")[1] for problem in checked.problems} == {"broken", "sound"}
    assert checked.count(Severity.ERROR) == 1


@pytest.mark.parametrize(
    ("name", "hints", "strict", "fails"),
    [
        pytest.param("broken", True, False, True, id="an error"),
        pytest.param("sound", True, False, False, id="hints"),
        pytest.param("sound", True, True, True, id="hints where it is strict"),
        pytest.param("sound", False, True, False, id="hints left out"),
    ],
)
def test_what_fails_a_check(here: Path, name: str, hints: bool, strict: bool, fails: bool) -> None:
    checked = check_maps([name], hints=hints)
    assert checked.fails(strict=strict) is fails
    assert (checked.count(Severity.HINT) > 0) is hints


def test_a_text_that_is_not_at_hand_is_a_note(here: Path) -> None:
    (here / "graph/sound/bridge.md").unlink()
    (note,) = check_maps(["sound"]).notes
    assert note.startswith("sound: bridge.md, which the map names as the text of article, is not there")


def test_a_problem_stands_in_sarif_at_its_place(here: Path) -> None:
    problems = [p for p in check_maps(["broken"]).problems if p.severity is Severity.ERROR]
    log: Any = write_sarif(problems)
    (found,) = log["runs"][0]["results"]
    place = found["locations"][0]["physicalLocation"]
    assert (found["level"], place["artifactLocation"]["uri"]) == ("error", "graph/broken/map.yaml")
    assert place["region"]["startLine"] == BROKEN.splitlines().index("nothing: 1") + 1
    assert log["runs"][0]["tool"]["driver"]["rules"] == [{"id": problems[0].code}]


def test_drafted_claims_that_are_tied_to_nothing_are_one_line_for_a_person(tmp_path: Path) -> None:
    claims = "".join(f'  c{n}: {{text: "Claim {n}.", unseen: "draft, by statement"}}\n' for n in range(5))
    folder = write_map(tmp_path / "bridge", f"argumap: 1\nclaims:\n{claims}", None)
    checked = check_maps([str(folder)])
    assert sum(problem.code == "AM314" for problem in checked.problems) == 5
    (told,) = [problem.message for problem in checked.folded if problem.code == "AM314"]
    assert told.startswith("5 drafted claims are tied to nothing; `argumap review ")


def test_what_is_counted_is_what_is_told(here: Path) -> None:
    drafted = (here / "graph/sound/map.yaml").read_text(encoding="utf-8")
    claims = "".join(f'  loose-{n}: {{text: "Loose claim {n}.", at: s3.p1.s1, unseen: draft}}\n' for n in range(4))
    (here / "graph/sound/map.yaml").write_text(
        drafted.replace("claims:\n", f"claims:\n{claims}"), encoding="utf-8"
    )
    checked = check_maps(["sound"])
    assert checked.count(Severity.HINT) == len(checked.folded) < len(checked.problems)
