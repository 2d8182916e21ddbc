from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from argumap.mapfile import json_schema, parse_map, reference_page, write_map
from argumap.mapfile.schema_documents import EXAMPLE
from maps import MAPS

ROOT = Path(__file__).parents[2]
VALIDATOR = Draft202012Validator(json_schema())


class _CoreLoader(yaml.SafeLoader):
    """YAML as editors read it: version 1.2, in which dates and ``no`` are words."""


_CoreLoader.yaml_implicit_resolvers = {
    first: [(tag, shape) for tag, shape in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"true|True|TRUE|false|False|FALSE"), list("tTfF")
)


def as_an_editor_reads(text: str) -> Any:
    return yaml.load(text, Loader=_CoreLoader)


def test_the_schema_in_the_documentation_is_current() -> None:
    written = (ROOT / "docs/map.schema.json").read_text(encoding="utf-8")
    assert written == json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


PARTS = [file for file in sorted((ROOT / "graph").glob("*/*.yaml")) if file.name != "map.yaml"]
PART_HEADER = "# yaml-language-server: $schema=../../docs/part.schema.json\n"


def test_the_schema_of_parts_in_the_documentation_is_current() -> None:
    written = (ROOT / "docs/part.schema.json").read_text(encoding="utf-8")
    assert written == json.dumps(json_schema(part=True), indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("file", PARTS, ids=lambda file: file.name)
def test_a_shipped_part_names_the_schema_of_parts_and_is_right_to_it(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.startswith(PART_HEADER)
    assert [*Draft202012Validator(json_schema(part=True)).iter_errors(as_an_editor_reads(text))] == []


def test_a_part_has_no_key_that_only_the_first_file_has() -> None:
    part = Draft202012Validator(json_schema(part=True))
    assert [*part.iter_errors({"argumap": 1})]
    assert [*part.iter_errors({"claims": {"a": {"text": "A.", "texts": "B."}}})]


@pytest.mark.parametrize("name", MAPS)
def test_the_schema_with_a_maps_own_ids_takes_what_the_plain_one_takes(name: str) -> None:
    schema = json_schema(known=MAPS[name])
    Draft202012Validator.check_schema(schema)
    own = Draft202012Validator(schema)
    assert [*own.iter_errors(as_an_editor_reads(write_map(MAPS[name])))] == []
    assert [*own.iter_errors({"argumap": 1, "claims": {"a": {"text": "A.", "supports": "none-yet"}}})] == []
    assert [*own.iter_errors({"argumap": 1, "claims": {"a": {"text": "A.", "supports": {"x": 1}}}})]


def test_the_schema_with_a_maps_own_ids_offers_them() -> None:
    record = parse_map(EXAMPLE).map
    entry = json_schema(known=record)["$defs"]["ClaimEntry"]["properties"]
    assert entry["supports"]["anyOf"][0] == {"enum": [claim.id for claim in record.claims]}
    assert "s1.p2.s1-s2" in entry["at"]["anyOf"][0]["enum"]


def test_the_page_in_the_documentation_is_current() -> None:
    assert (ROOT / "docs/map-file.md").read_text(encoding="utf-8") == reference_page()


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(json_schema())


def test_the_example_of_the_page_is_a_map_without_problems() -> None:
    reading = parse_map(EXAMPLE)
    assert reading.problems == ()
    assert len(reading.map.arguments) == 3


@pytest.mark.parametrize("name", MAPS)
def test_what_is_written_is_right_to_the_schema_too(name: str) -> None:
    assert [*VALIDATOR.iter_errors(as_an_editor_reads(write_map(MAPS[name])))] == []


HEAD = "argumap: 1\n"
CLAIM = HEAD + "claims:\n  a:\n    text: A.\n"
SAMPLES = {
    "nothing but the version": (HEAD, True),
    "the page's example": (EXAMPLE, True),
    "a claim": (CLAIM, True),
    "no version": ("title: x\n", False),
    "another version": ("argumap: 2\n", False),
    "an unknown section": (HEAD + "claim: {}\n", False),
    "an empty section": (HEAD + "claims:\n", True),
    "sections as a list": (HEAD + "claims: []\n", False),
    "a claim without words": (HEAD + "claims: {a: {}}\n", False),
    "a claim of spaces": (HEAD + 'claims: {a: {text: " "}}\n', False),
    "a claim that is a word": (HEAD + "claims: {a: word}\n", False),
    "an unknown key": (CLAIM + "    txet: x\n", False),
    "a known type": (CLAIM + "    type: fact\n", True),
    "an unknown type": (CLAIM + "    type: opinion\n", False),
    "a base in range": (CLAIM + "    base: 0.5\n", True),
    "a base out of range": (CLAIM + "    base: 1.5\n", False),
    "a base that is a word": (CLAIM + "    base: high\n", False),
    "true": (CLAIM + "    implicit: true\n", True),
    "yes is no truth": (CLAIM + "    implicit: yes\n", False),
    "a title that is a number": (CLAIM + "    title: 1984\n", True),
    "a title that is a list": (CLAIM + "    title: [x]\n", False),
    "a title without a value": (CLAIM + "    title:\n", False),
    "a year": (CLAIM + "    date: 2025\n", True),
    "tags as one word": (CLAIM + "    tags: x\n", True),
    "tags as a list": (CLAIM + "    tags: [x, y]\n", True),
    "tags as keys": (CLAIM + "    tags: {x: y}\n", False),
    "said by nobody": (CLAIM + "    said: []\n", True),
    "said without a speaker": (CLAIM + "    said: {act: asserts}\n", False),
    "an unknown act": (CLAIM + "    said: {by: x, act: shouts}\nstakeholders: {x: {name: X}}\n", False),
    "a concern": (CLAIM + "    concerns: {x: [harms, wants]}\nstakeholders: {x: {name: X}}\n", True),
    "an unknown effect": (CLAIM + "    concerns: {x: hurts}\nstakeholders: {x: {name: X}}\n", False),
    "an expectation": (CLAIM + '    expect: {status: stands, strength: ">0.5"}\n', True),
    "an expectation of nonsense": (CLAIM + "    expect: {strength: strong}\n", False),
    "an argument": (CLAIM + "  b: {text: B.}\narguments: {r: {premises: a, supports: b}}\n", True),
    "an argument without premises": (CLAIM + "arguments: {r: {supports: a}}\n", False),
    "an argument without a target": (CLAIM + "arguments: {r: {premises: a}}\n", False),
    "an argument with two": (
        CLAIM + "  b: {text: B.}\narguments: {r: {premises: a, supports: b, attacks: b}}\n",
        False,
    ),
    "an id in capitals": (HEAD + "claims: {A: {text: A.}}\n", False),
    "a section by name": (HEAD + "sources: {t: {title: T}}\nsections: {intro: {title: I}}\n", False),
    "a section by locator": (HEAD + "sources: {t: {title: T}}\nsections: {s1: {title: I}}\n", True),
    "a passage spelt out": (
        HEAD + "sources: {t: {title: T}}\nclaims: {a: {text: A., at: [s1, {quote: x}]}}\n",
        True,
    ),
    "a passage with an unknown key": (
        HEAD + "sources: {t: {title: T}}\nclaims: {a: {text: A., at: {words: x}}}\n",
        False,
    ),
    "a language": (HEAD + "language: zh-Hant-TW\n", True),
    "the language called no": (HEAD + "language: no\nsources: {t: {title: T, language: nb-NO}}\n", True),
    "a language by its name": (HEAD + "language: english\n", False),
    "a known standard": (CLAIM + "    standard: clear\n", True),
    "an unknown standard": (HEAD + "standard: strong\n", False),
    "an origin": (CLAIM + "    origin: {format: argdown, id: x}\n    unseen: x\n", True),
    "an origin that says nothing": (CLAIM + "    origin: {}\n", False),
    "a digest that is none": (HEAD + 'origin: {digest: "sha256:12"}\n', False),
    "one further wording": (CLAIM + "    also: B.\n", True),
    "an empty wording": (CLAIM + '    also: ["B.", ""]\n', False),
    "a tour": (CLAIM + "tour: [{of: a, text: A.}, {of: a, text: A.}]\n", True),
    "a tour of one stop": (CLAIM + "tour: {of: a, text: A.}\n", True),
    "a stop without words": (CLAIM + "tour: [{of: a}]\n", False),
    "what is accepted": (CLAIM + "accepted: {code: AM314, at: [a], reason: So.}\n", True),
    "what is accepted everywhere": (CLAIM + "accepted: [{code: AM314, reason: So.}]\n", True),
    "what is accepted without a reason": (CLAIM + "accepted: [{code: AM314, at: a}]\n", False),
    "a code that is none": (CLAIM + "accepted: [{code: hint, reason: So.}]\n", False),
    "no is a word": (CLAIM + "    title: no\n", True),
}


@pytest.mark.parametrize(("text", "right"), SAMPLES.values(), ids=SAMPLES)
def test_the_editor_and_the_reader_agree(text: str, right: bool) -> None:
    told = [str(problem) for problem in parse_map(text).problems]
    shown = [error.message for error in VALIDATOR.iter_errors(as_an_editor_reads(text))]
    assert (told == [], shown == []) == (right, right), (told, shown)
