"""Data of a map file against its schema: every mistake at once, each at its own line and column."""

from __future__ import annotations

from functools import cache
from itertools import islice
from types import GenericAlias
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from argumap.mapfile.entries import LIKENESS, SECTIONS, UNREADABLE, Entries, FileSections, at, did_you_mean
from argumap.mapfile.schema import (
    AcceptedEntry,
    ArgumentEntry,
    ClaimEntry,
    ConceptEntry,
    ExpectEntry,
    IssueEntry,
    MapFile,
    OriginEntry,
    PassageEntry,
    SaidEntry,
    SectionEntry,
    SourceEntry,
    StakeholderEntry,
    StopEntry,
)
from argumap.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic_core import ErrorDetails

    from argumap.errors import Problem
    from argumap.mapfile.locations import Locations, ValuePath
    from argumap.mapfile.yaml_tree import YamlNode

# So many entries are held twice at once, as the file says them and typed.
_BATCH = 4096
_INNER: Mapping[str, type[BaseModel]] = {
    "said": SaidEntry,
    "expect": ExpectEntry,
    "at": PassageEntry,
    "origin": OriginEntry,
    "tour": StopEntry,
    "accepted": AcceptedEntry,
}
_SPOKEN = frozenset({"claims", "arguments"})
_UNION_TAGS = frozenset({"str", "PassageEntry", "SaidEntry"})

E = TypeVar("E", bound=BaseModel)


HEAD = tuple(name for name in MapFile.model_fields if name not in SECTIONS)


def validate(data: dict[str, YamlNode], locations: Locations, problems: list[Problem]) -> Entries:
    """The entries of a whole map. ``data`` is used up on the way, so that it is not held in memory twice.

    A value that is wrong is left out with its key; an entry that cannot do without it is left out whole.
    """
    ids: dict[str, list[str]] = {name: [] for name in SECTIONS}

    def entries_of(section: str, entry: type[E]) -> dict[str, E]:
        written = data.get(section)
        if written is None:
            return {}
        if not isinstance(written, dict):
            problems.append(_no_mapping(section, locations))
            return {}
        ids[section] = list(written)
        return _validated(section, entry, written, locations, problems)

    head = _head(data, locations, problems)
    sections = FileSections(
        sources=entries_of("sources", SourceEntry),
        sections=entries_of("sections", SectionEntry),
        issues=entries_of("issues", IssueEntry),
        stakeholders=entries_of("stakeholders", StakeholderEntry),
        concepts=entries_of("concepts", ConceptEntry),
        claims=entries_of("claims", ClaimEntry),
        arguments=entries_of("arguments", ArgumentEntry),
    )
    return Entries(head, sections, ids)


def _head(data: dict[str, YamlNode], locations: Locations, problems: list[Problem]) -> MapFile:
    head = {key: value for key, value in data.items() if key not in SECTIONS}
    try:
        return MapFile.model_validate(head)
    except ValidationError as error:
        problems.extend(_problems(error, (), locations))
        wrong = {details["loc"][0] for details in error.errors(include_url=False)}
    return MapFile.model_validate(
        {key: value for key, value in head.items() if key not in wrong} | {"argumap": "1"}
    )


def _validated(
    section: str, entry: type[E], written: dict[str, YamlNode], locations: Locations, problems: list[Problem]
) -> dict[str, E]:
    adapter: TypeAdapter[dict[str, E]] = _adapter(entry)
    entries: dict[str, E] = {}
    while written:
        batch = {record_id: written.pop(record_id) for record_id in list(islice(written, _BATCH))}
        try:
            entries.update(adapter.validate_python(batch))
        except ValidationError as error:
            problems.extend(_problems(error, (section,), locations))
            entries.update(_rescued(section, adapter, batch, error.errors(include_url=False), locations))
    return entries


@cache
def _adapter(entry: type[E]) -> TypeAdapter[dict[str, E]]:
    # Any: a checker knows no type that is made of a variable.
    by_id: Any = GenericAlias(dict, (str, entry))
    return TypeAdapter(by_id)


def _rescued(
    section: str,
    adapter: TypeAdapter[dict[str, E]],
    batch: dict[str, YamlNode],
    wrong: Sequence[ErrorDetails],
    locations: Locations,
) -> dict[str, E]:
    """What is left of a batch without the keys whose values are wrong; of ``said``, all entries that are right."""
    for details in wrong:
        record_id, *inner = details["loc"]
        entry = batch.get(str(record_id))
        if isinstance(entry, dict) and section in _SPOKEN and _is_speech(inner, details):
            batch[str(record_id)] = _without_speech(entry, (section, record_id, *inner), locations)
        elif isinstance(entry, dict) and inner and details["type"] != "missing":
            batch[str(record_id)] = {key: value for key, value in entry.items() if key != inner[0]}
        else:
            batch.pop(str(record_id), None)
    try:
        return adapter.validate_python(batch)
    except ValidationError as error:
        broken = {details["loc"][0] for details in error.errors(include_url=False)}
        return adapter.validate_python(
            {record_id: entry for record_id, entry in batch.items() if record_id not in broken}
        )


def _is_speech(inner: Sequence[str | int], details: ErrorDetails) -> bool:
    """Whether what is wrong is an entry under ``said``, or a key that most likely stands for it."""
    if not inner:
        return False
    near = suggest(str(inner[0]), list(ClaimEntry.model_fields), "{}", likeness=LIKENESS)
    return inner[0] == "said" or (len(inner) == 1 and details["type"] == "extra_forbidden" and near == "said")


def _without_speech(entry: dict[str, YamlNode], path: ValuePath, locations: Locations) -> dict[str, YamlNode]:
    """An entry whose broken speaker is marked as such, so that nobody else is taken for them."""
    spot = path[:4] if path[2] == "said" else path[:3]
    location = locations.nearest(spot)
    mark: YamlNode = {"by": f"{UNREADABLE}{location.line if location else 0}"}
    said = entry.get("said")
    listed: list[YamlNode] = list(said) if isinstance(said, list) else [] if said is None else [said]
    number = path[3] if path[2] == "said" and len(path) > 3 else None
    if path[2] != "said":
        listed.append(mark)
    elif isinstance(number, int) and number < len(listed):
        listed[number] = mark
    else:
        listed = [mark]
    kept: dict[str, YamlNode] = {key: value for key, value in entry.items() if key == "said" or key != path[2]}
    kept["said"] = listed
    return kept


def _no_mapping(section: str, locations: Locations) -> Problem:
    return at(
        locations.nearest((section,)),
        "AM103",
        f"{section} holds entries by id; write `an-id:` and its keys beneath",
    )


def _problems(error: ValidationError, root: ValuePath, locations: Locations) -> Iterator[Problem]:
    wrong = error.errors(include_url=False)
    meant = {(*d["loc"][:-1], near) for d in wrong if (near := _meant(d, root))}
    for details in wrong:
        if not _talks_past(details) and not (details["type"] == "missing" and details["loc"] in meant):
            path: ValuePath = (*root, *_path(details))
            if (problem := _problem(details, path, locations)) is not None:
                yield problem


def _meant(details: ErrorDetails, root: ValuePath) -> str | None:
    """The key that an unknown one most likely stands for: it is then not complained of as missing too."""
    if details["type"] != "extra_forbidden":
        return None
    path = (*root, *_path(details))
    return suggest(str(path[-1]), _keys_at(path[:-1]), "{}", likeness=LIKENESS) or None


def _talks_past(details: ErrorDetails) -> bool:
    """Where a short form and a long one are allowed, only the complaint about the form in use is of interest."""
    loc, value = details["loc"], details["input"]
    if details["type"] == "model_type":
        return len(loc) > 1 and loc[-1] in _UNION_TAGS
    return details["type"] == "string_type" and len(loc) > 1 and loc[-1] == "str" and isinstance(value, dict)


def _path(details: ErrorDetails) -> ValuePath:
    loc = details["loc"]
    last = len(loc) - 1
    return tuple(step for n, step in enumerate(loc) if step not in _UNION_TAGS or (n == last and _is_key(details)))


def _is_key(details: ErrorDetails) -> bool:
    return details["type"] in {"extra_forbidden", "missing"}


def _problem(details: ErrorDetails, path: ValuePath, locations: Locations) -> Problem | None:
    key, value = str(path[-1]), details["input"]
    match details["type"]:
        case "extra_forbidden":
            return at(locations.key(path) or locations.nearest(path), "AM101", _unknown_key(key, path))
        case "missing":
            return _missing(key, path, locations)
        case "model_type" | "model_attributes_type" | "dict_type":
            return at(
                locations.nearest(path), "AM103", f"{_named(path)} needs keys beneath it; see docs/map-file.md"
            )
        case "string_type":
            form = "a list" if isinstance(value, list) else "keys" if isinstance(value, dict) else "nothing"
            return at(locations.nearest(path), "AM103", f"{_named(path)} is one piece of text, not {form}")
        case "enum" | "literal_error":
            return _no_such_word(details, path, locations)
        case "float_parsing" | "float_type" | "finite_number" | "less_than_equal" | "greater_than_equal":
            return at(
                locations.nearest(path), "AM105", f"{_named(path)} is a number from 0 to 1, not {_shown(value)}"
            )
        case "string_pattern_mismatch":
            return at(
                locations.nearest(path),
                "AM120",
                f'{_named(path)} compares, as in ">0.5" or "<= 0.2", not {_shown(value)}',
            )
        case "too_short":
            return at(locations.nearest(path), "AM102", f"{_named(path)} names nothing; name at least one claim")
        case _:
            return at(locations.nearest(path), *_by_value(details, path))


def _by_value(details: ErrorDetails, path: ValuePath) -> tuple[str, str]:
    words = details["msg"].removeprefix("Value error, ")
    code = next((code for sign, code in _BY_WORDS.items() if sign in words), "AM108")
    return code, f"{_named(path)}: {words}"


_BY_WORDS = {
    "true or false": "AM106",
    "write a date": "AM109",
    "it says nothing": "AM102",
    "write a language": "AM124",
    "write a digest": "AM125",
    "write a code": "AM126",
}


def _missing(key: str, path: ValuePath, locations: Locations) -> Problem | None:
    if locations.key(path) is not None:  # it is written and was refused before
        return None
    if path == ("argumap",):
        return at(locations.value(()), "AM110", "a map begins with the line `argumap: 1`; add it")
    location = locations.key(path[:-1]) if isinstance(path[-2], str) else locations.nearest(path[:-1])
    return at(location or locations.nearest(path[:-1]), "AM102", f"{_named(path[:-1])} needs {key!r}; add it")


def _no_such_word(details: ErrorDetails, path: ValuePath, locations: Locations) -> Problem:
    value = details["input"]
    if path == ("argumap",):
        message = f"this argumap reads version 1 of the format, not {_shown(value)}; write `argumap: 1`"
        return at(locations.nearest(path), "AM110", message)
    expected = str(details.get("ctx", {}).get("expected", "")).replace("'", "")
    known = expected.replace(" or ", ", ").split(", ")
    message = f"{_named(path)} is {expected}, not {_shown(value)}{did_you_mean(str(value), known)}"
    return at(locations.nearest(path), "AM104", message)


def _unknown_key(key: str, path: ValuePath) -> str:
    known = _keys_at(path[:-1])
    where = f"{_named(path[:-1])} has" if len(path) > 1 else "a map has"
    return f"{where} no key {key!r}{did_you_mean(key, known) or '; it may have ' + ', '.join(known)}"


def _keys_at(path: ValuePath) -> list[str]:
    if not path:
        return list(MapFile.model_fields)
    words = [step for step in path[2 if path[0] in SECTIONS else 0 :] if isinstance(step, str)]
    if words:
        return list(_INNER.get(words[-1], PassageEntry).model_fields)
    _, entry = get_args(MapFile.model_fields[str(path[0])].annotation)
    return list(entry.model_fields)


def _named(path: ValuePath) -> str:
    """The words for a path: "type of claim 'close-it'"."""
    if not path:
        return "a map"
    if len(path) == 1 or path[0] not in SECTIONS:
        return repr(".".join(step for step in path if isinstance(step, str)))
    record = f"{str(path[0]).removesuffix('s')} {path[1]!r}"
    words = [str(step) for step in path[2:] if isinstance(step, str)]
    return f"{'.'.join(words)!r} of {record}" if words else record


def _shown(value: object) -> str:
    if isinstance(value, str):
        return repr(value if len(value) <= 40 else f"{value[:39]}…")
    return "a list" if isinstance(value, list) else "keys" if isinstance(value, dict) else "nothing"
