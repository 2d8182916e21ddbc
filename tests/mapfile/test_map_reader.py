from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.errors import NoMap, TooLarge
from argumap.mapfile import find_maps, parse_map, read_map, write_map
from argumap.model import (
    ArgumentMap,
    Bearing,
    Index,
)
from maps import TOWN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@settings(deadline=None)
@given(st.data())
def test_a_map_with_a_line_gone_or_changed_is_read_without_a_crash(data: st.DataObject) -> None:
    lines = write_map(TOWN).splitlines()
    n = data.draw(st.integers(0, len(lines) - 1))
    new = data.draw(
        st.sampled_from(["", "  ", "    x: [", "  - a", "claims:", "    at: 3", lines[n][2:], lines[n] * 2])
    )
    assert list(dangling(parse_map("\n".join([*lines[:n], new, *lines[n + 1 :]])).map)) == []


def dangling(whole: ArgumentMap) -> Iterator[str]:
    """References of a map to what it does not have."""
    index = Index(whole)
    for claim in whole.claims:
        yield from (record_id for record_id in claim.answers if record_id not in index.issues)
        yield from (record_id for record_id in claim.about if record_id not in index.concepts)
        yield from (
            record_id for record_id in (*claim.contradicts, *claim.rephrases) if record_id not in index.claims
        )
        yield from (c.stakeholder for c in claim.concerns if c.stakeholder not in index.stakeholders)
    for argument in whole.arguments:
        targets: object = index.arguments if argument.bearing is Bearing.UNDERCUTS else index.claims
        assert isinstance(targets, dict)
        yield from (record_id for record_id in argument.premises if record_id not in index.claims)
        yield from () if argument.target in targets else (argument.target,)
    for attribution in whole.attributions:
        yield from (
            record_id for record_id in (attribution.by, *attribution.via) if record_id not in index.stakeholders
        )
        yield from () if index.kind(attribution.of) in {"claim", "argument"} else (attribution.of,)
    yield from (
        record_id for issue in whole.issues for record_id in issue.compares if record_id not in index.concepts
    )
    yield from (
        record_id
        for person in whole.stakeholders
        for record_id in person.affiliation
        if record_id not in index.stakeholders
    )
    yield from (
        record_id for concept in whole.concepts for record_id in concept.broader if record_id not in index.concepts
    )
    yield from (s.author for s in whole.sources if s.author is not None and s.author not in index.stakeholders)


# files ----------------------------------------------------------------------------------------------------


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_of_files_is_one_map(tmp_path: Path) -> None:
    write(tmp_path / "map.yaml", "argumap: 1\ntitle: One\nclaims: {a: {text: A.}}\n")
    write(tmp_path / "2.yaml", "claims: {b: {text: B., supports: a}}\n")
    write(tmp_path / "1.yaml", "claims: {c: {text: C., supports: b}}\n")
    write(tmp_path / ".hidden.yaml", "nonsense")
    reading = read_map(tmp_path)
    assert reading.problems == ()
    assert [claim.id for claim in reading.map.claims] == ["a", "c", "b"]
    assert [file.name for file in reading.files] == ["map.yaml", "1.yaml", "2.yaml"]
    assert read_map(tmp_path / "map.yaml").map == reading.map
    location = reading.locations.of("b")
    assert location is not None
    assert location.file == str(tmp_path / "2.yaml")


def test_a_map_takes_from_its_collection_what_it_names(tmp_path: Path) -> None:
    write(
        tmp_path / "shared.yaml",
        "stakeholders: {club: {name: Club}, bob: {name: Bob, affiliation: club}, cal: {name: Cal}}\n"
        "concepts: {oak: {label: Oak, broader: wood}, wood: {label: Wood}, stone: {label: Stone}}\n",
    )
    write(tmp_path / "one/map.yaml", "argumap: 1\nclaims: {a: {text: A., about: oak, said: bob}}\n")
    reading = read_map(tmp_path / "one")
    assert reading.problems == ()
    assert [s.id for s in reading.map.stakeholders] == ["club", "bob"]
    assert [c.id for c in reading.map.concepts] == ["oak", "wood"]
    assert tmp_path / "shared.yaml" in reading.files
    single = write(tmp_path / "two.yaml", "argumap: 1\nclaims: {a: {text: A., said: cal}}\n")
    assert [s.id for s in read_map(single).map.stakeholders] == ["cal"]


def test_a_section_that_is_no_mapping_in_a_further_file_is_told_at_its_place(tmp_path: Path) -> None:
    write(tmp_path / "map.yaml", "argumap: 1\ntitle: One\nclaims: {a: {text: A.}}\n")
    more = write(tmp_path / "more.yaml", "issues:\nclaims:\n  - b\nstakeholders: {bob: {name: Bob}}\n")
    reading = read_map(tmp_path)
    (problem,) = reading.problems
    assert (problem.code, problem.file, problem.line) == ("AM103", str(more), 3)
    assert "claims holds entries by id" in problem.message
    assert [claim.id for claim in reading.map.claims] == ["a"]
    assert [stakeholder.id for stakeholder in reading.map.stakeholders] == ["bob"]


def test_a_section_that_is_no_mapping_in_the_first_file_takes_nothing_from_others(tmp_path: Path) -> None:
    write(tmp_path / "map.yaml", "argumap: 1\ntitle: One\nclaims: [a]\n")
    write(tmp_path / "more.yaml", "claims: {b: {text: B.}}\n")
    reading = read_map(tmp_path)
    assert [(problem.code, problem.file) for problem in reading.problems] == [
        ("AM103", str(tmp_path / "map.yaml"))
    ]
    assert reading.map.claims == ()


def test_an_id_that_stands_in_two_files_is_told_with_both_places(tmp_path: Path) -> None:
    first = write(tmp_path / "map.yaml", "argumap: 1\ntitle: One\nclaims:\n  a: {text: A.}\n")
    more = write(tmp_path / "more.yaml", "\nclaims:\n  b: {text: B.}\n  a: {text: Again.}\n")
    reading = read_map(tmp_path)
    (problem,) = reading.problems
    assert (problem.code, problem.file, problem.line) == ("AM111", str(more), 4)
    assert f"the claim of {first}:4" in problem.message
    assert [claim.text for claim in reading.map.claims] == ["A.", "B."]


def test_only_the_first_file_says_what_it_is_and_what_it_is_called(tmp_path: Path) -> None:
    write(tmp_path / "map.yaml", "argumap: 1\ntitle: One\n")
    more = write(tmp_path / "more.yaml", "argumap: 1\ntitle: Two\nclaim: {}\n")
    reading = read_map(tmp_path)
    assert [(p.code, p.file, p.line) for p in reading.problems] == [
        ("AM110", str(more), 1),
        ("AM110", str(more), 2),
        ("AM101", str(more), 3),
    ]
    assert reading.map.title == "One"


def test_what_the_collection_shares_is_not_redefined(tmp_path: Path) -> None:
    shared = write(tmp_path / "shared.yaml", "concepts:\n  oak: {label: Oak}\n  elm: {label: Elm}\n")
    own = write(
        tmp_path / "one/map.yaml", "argumap: 1\ntitle: One\nconcepts:\n  fir: {label: Fir}\n  elm: {label: E}\n"
    )
    (problem,) = read_map(tmp_path / "one").problems
    assert (problem.code, problem.file, problem.line) == ("AM119", str(own), 5)
    assert "'elm' is shared" in problem.message
    assert f"{shared.name}:3" in problem.message


def test_the_maps_of_a_collection_are_found(tmp_path: Path) -> None:
    write(tmp_path / "shared.yaml", "concepts: {}\n")
    write(tmp_path / "b/map.yaml", "argumap: 1\n")
    write(tmp_path / "a.yaml", "argumap: 1\n")
    write(tmp_path / "notes/readme.md", "no map\n")
    assert find_maps(tmp_path) == [tmp_path / "a.yaml", tmp_path / "b"]
    assert find_maps(tmp_path / "b") == [tmp_path / "b"]
    assert find_maps(tmp_path / "a.yaml") == [tmp_path / "a.yaml"]


def test_where_there_is_no_map_one_sentence_says_so(tmp_path: Path) -> None:
    write(tmp_path / "town/map.yaml", "argumap: 1\n")
    (tmp_path / "empty").mkdir()
    with pytest.raises(NoMap, match="is not there"):
        read_map(tmp_path / "nowhere")
    with pytest.raises(NoMap, match=r"has no map.yaml; it holds maps: name one of town"):
        read_map(tmp_path)
    with pytest.raises(NoMap, match="argumap new"):
        read_map(tmp_path / "empty")
    with pytest.raises(NoMap, match="holds no map"):
        find_maps(tmp_path / "empty")
    with pytest.raises(NoMap, match="is not there"):
        find_maps(tmp_path / "nowhere")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argumap.mapfile.map_reader.MAX_BYTES", 10)
    with pytest.raises(TooLarge, match="at most 10"):
        read_map(write(tmp_path / "map.yaml", "argumap: 1\ntitle: One\n"))


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "secret.md", "secret\n")
    write(tmp_path / "map/inside.md", "fine\n")
    write(
        tmp_path / "map/map.yaml",
        "argumap: 1\nsources:\n  a: {title: A, file: leads-out.md}\n  b: {title: B, file: stays.md}\n"
        "  c: {title: C, file: up/secret.md}\n  d: {title: D, file: not-there.md}\n",
    )
    (tmp_path / "map/leads-out.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "map/stays.md").symlink_to(tmp_path / "map/inside.md")
    (tmp_path / "map/up").symlink_to(tmp_path)
    reading = read_map(tmp_path / "map")
    problems = reading.problems
    assert [source.file for source in reading.map.sources] == [None, "stays.md", None, "not-there.md"]
    assert [(p.code, p.line, p.column) for p in problems] == [("AM118", 3, 23), ("AM118", 5, 23)]


@pytest.mark.parametrize("file", ["loop.md", "there.md", "to-loop.md", "round/text.md"])
def test_a_link_in_a_circle_is_refused_at_its_line(tmp_path: Path, file: str) -> None:
    write(tmp_path / "map.yaml", f"argumap: 1\nsources:\n  a: {{title: A, file: {file}}}\n")
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "there.md").symlink_to("back.md")
    (tmp_path / "back.md").symlink_to("there.md")
    (tmp_path / "to-loop.md").symlink_to("loop.md")
    (tmp_path / "round").symlink_to("round")
    reading = read_map(tmp_path)
    assert [source.file for source in reading.map.sources] == [None]
    assert [(p.code, p.line, p.column) for p in reading.problems] == [("AM118", 3, 23)]
    assert "link" in reading.problems[0].message
