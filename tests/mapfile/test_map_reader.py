from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argumap.errors import NoMap, TooLarge
from argumap.mapfile import find_maps, parse_map, read_map, write_map
from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Concern,
    Effect,
    Index,
    Passage,
    Quote,
    Section,
)
from maps import TOWN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEAD = """\
argumap: 1
sources: {note: {title: "A note", author: ann}}
stakeholders: {ann: {name: "Ann"}, bob: {name: "Bob"}}
"""


def attributions(claims: str, head: str = HEAD) -> tuple[Attribution, ...]:
    reading = parse_map(head + claims)
    assert reading.problems == ()
    return reading.map.attributions


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param(
            "at: s1.p1.s1", [Attribution("ann", Act.ASSERTS, "a")], id="what stands there is the author's"
        ),
        pytest.param("at: s2.p1.s1", [Attribution("ann", Act.PRESENTS, "a")], id="in the voice of the section"),
        pytest.param("tags: x", [], id="what stands nowhere is nobody's"),
        pytest.param("at: s1, said: []", [], id="nobody's on purpose"),
        pytest.param("at: s1, said: bob", [Attribution("bob", Act.ASSERTS, "a", ("ann",))], id="reported"),
        pytest.param("at: s1, said: ann", [Attribution("ann", Act.ASSERTS, "a")], id="the author reports nobody"),
        pytest.param("said: {by: bob, via: []}", [Attribution("bob", Act.ASSERTS, "a")], id="direct speech"),
        pytest.param(
            "said: {by: bob, via: [ann, bob], act: argues, loosely: true, cue: so, date: 2025}",
            [Attribution("bob", Act.ARGUES, "a", ("ann", "bob"), loosely=True, cue="so", date="2025")],
            id="a chain of reporters",
        ),
        pytest.param(
            "said: [bob, {by: ann, act: endorses, at: s3.h}]",
            [
                Attribution("bob", Act.ASSERTS, "a", ("ann",)),
                Attribution("ann", Act.ENDORSES, "a", at=(Passage("note", "s3.h"),)),
            ],
            id="two voices",
        ),
    ],
)
def test_who_says_a_claim(keys: str, expected: list[Attribution]) -> None:
    sections = "sections: {s2: {voice: presents}}\n"
    assert list(attributions(f"{sections}claims: {{a: {{text: A., {keys}}}}}\n")) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param("at: s1.p1.s1", [Passage("note", "s1.p1.s1")], id="a locator"),
        pytest.param(
            "at: [s1, note#s2.p1.s1-s3]", [Passage("note", "s1"), Passage("note", "s2.p1.s1-s3")], id="two"
        ),
        pytest.param("quote: so it is", [Passage("note", "", Quote("so it is"))], id="a quote alone"),
        pytest.param(
            "at: s1.p1.s1, quote: so, prefix: and, suffix: on",
            [Passage("note", "s1.p1.s1", Quote("so", "and", "on"))],
            id="a quote beside its locator",
        ),
        pytest.param(
            "at: [s1.h, {source: note, quote: so}, {at: s2.h, quote: on}]",
            [Passage("note", "s1.h"), Passage("note", "", Quote("so")), Passage("note", "s2.h", Quote("on"))],
            id="spelt out",
        ),
    ],
)
def test_where_a_claim_stands(keys: str, expected: list[Passage]) -> None:
    reading = parse_map(f"{HEAD}claims: {{a: {{text: A., {keys}}}}}\n")
    assert reading.problems == ()
    assert list(reading.map.claims[0].at) == expected


def test_short_forms_become_arguments_in_the_order_of_the_file() -> None:
    text = """argumap: 1
claims:
  a: {text: A., undercuts: b/c, attacks: [c, b]}
  b: {text: B., supports: c}
  c: {text: C.}
arguments:
  r: {premises: [a, b], supports: c, weight: 0.5, warrant: So., scheme: sign, inferred: true}
"""
    reading = parse_map(text)
    assert reading.problems == ()
    assert reading.map.arguments == (
        Argument("a/c", ("a",), Bearing.ATTACKS, "c"),
        Argument("a/b", ("a",), Bearing.ATTACKS, "b"),
        Argument("a/b/c", ("a",), Bearing.UNDERCUTS, "b/c"),
        Argument("b/c", ("b",), Bearing.SUPPORTS, "c"),
        Argument("r", ("a", "b"), Bearing.SUPPORTS, "c", "sign", "So.", 0.5, inferred=True),
    )


def test_a_contradiction_is_stored_once_whoever_names_it() -> None:
    one, two = (
        parse_map(f"argumap: 1\nclaims: {{a: {{text: A.{x}}}, b: {{text: B.{y}}}}}\n").map
        for x, y in ((", contradicts: b", ""), ("", ", contradicts: a"))
    )
    assert one == two
    assert one.claims[0].contradicts == ("b",)


def test_one_effect_or_several_on_a_stakeholder() -> None:
    reading = parse_map(f"{HEAD}claims: {{a: {{text: A., concerns: {{ann: harms, bob: [wants, benefits]}}}}}}\n")
    assert reading.map.claims[0].concerns == (
        Concern("ann", Effect.HARMS),
        Concern("bob", Effect.WANTS),
        Concern("bob", Effect.BENEFITS),
    )


def test_sections_of_several_sources_are_told_apart() -> None:
    text = "argumap: 1\nsources: {a: {title: A}, b: {title: B}}\nsections: {a#s1: {title: One}, b#s1: {}}\n"
    reading = parse_map(text)
    assert reading.problems == ()
    assert reading.map.sections == (Section("a", "s1", "One"), Section("b", "s1"))


def test_what_is_broken_is_left_out_and_nothing_refers_to_it() -> None:
    text = f"""{HEAD}claims:
  a: {{text: A., supports: b, said: bob}}
  b: {{title: B}}
  c: {{text: C., contradicts: b, rephrases: b, undercuts: a/b, type: fakt, said: cal}}
arguments:
  r: {{premises: [a, b], supports: c}}
  s: {{premises: c, undercuts: r}}
"""
    reading = parse_map(text)
    assert [problem.code for problem in reading.problems] == ["AM102", "AM104", "AM112"]
    assert [claim.id for claim in reading.map.claims] == ["a", "c"]
    assert reading.map.claims[1].contradicts == reading.map.claims[1].rephrases == ()
    assert reading.map.arguments == ()
    assert [a.of for a in reading.map.attributions] == ["a"]


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
        yield from (id for id in claim.answers if id not in index.issues)
        yield from (id for id in claim.about if id not in index.concepts)
        yield from (id for id in (*claim.contradicts, *claim.rephrases) if id not in index.claims)
        yield from (c.stakeholder for c in claim.concerns if c.stakeholder not in index.stakeholders)
    for argument in whole.arguments:
        targets: object = index.arguments if argument.bearing is Bearing.UNDERCUTS else index.claims
        assert isinstance(targets, dict)
        yield from (id for id in argument.premises if id not in index.claims)
        yield from () if argument.target in targets else (argument.target,)
    for attribution in whole.attributions:
        yield from (id for id in (attribution.by, *attribution.via) if id not in index.stakeholders)
        yield from () if index.kind(attribution.of) in {"claim", "argument"} else (attribution.of,)
    yield from (id for issue in whole.issues for id in issue.compares if id not in index.concepts)
    yield from (id for person in whole.stakeholders for id in person.affiliation if id not in index.stakeholders)
    yield from (id for concept in whole.concepts for id in concept.broader if id not in index.concepts)
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


@pytest.mark.parametrize(
    "file",
    [
        "/etc/passwd",
        "../a.md",
        "a/../../b.md",
        "..",
        "~/a.md",
        "C:/a.md",
        "a\\b.md",
        "https://example.org/a",
        "file:///a",
    ],
)
def test_paths_that_leave_the_folder_are_refused(file: str) -> None:
    reading = parse_map(f"argumap: 1\nsources: {{a: {{title: A, file: '{file}'}}}}\n")
    assert [problem.code for problem in reading.problems] == ["AM118"]
    assert reading.map.sources[0].file is None


@pytest.mark.parametrize("file", ["a.md", "texts/a.md", "a..b.md", "./a.md", "a/b c.md"])
def test_paths_inside_the_folder_are_fine(file: str) -> None:
    assert parse_map(f"argumap: 1\nsources: {{a: {{title: A, file: '{file}'}}}}\n").problems == ()


@pytest.mark.parametrize(
    ("date", "right"),
    [
        ("2025", True),
        ("2025-01", True),
        ("2025-01-31", True),
        ("2025-01~", True),
        ("2024/2025", True),
        ("2024-05/..", True),
        ("../2024", True),
        ("199X", True),
        ("2024-23", True),
        ("2025-13", False),
        ("2025-1", False),
        ("31.1.2025", False),
        ("January", False),
        ("２０２５", False),
    ],
)
def test_dates(date: str, right: bool) -> None:
    reading = parse_map(f"argumap: 1\nclaims: {{a: {{text: A., date: '{date}'}}}}\n")
    assert [problem.code for problem in reading.problems] == ([] if right else ["AM109"])


def test_the_nearest_ids_are_looked_for_only_as_long_as_it_costs_nothing() -> None:
    claims = "".join(f"  c{n}: {{text: C., supports: d{n}}}\n" for n in range(3000))
    problems = parse_map(f"argumap: 1\nclaims:\n{claims}").problems
    assert len(problems) == 3000
    assert sum("did you mean" in problem.message for problem in problems) <= 20
