"""The lock file: fingerprints of all units of a map's sources, in reading order, without a word of them."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from argumap.anchoring.copied_run_sample import build_sample
from argumap.anchoring.drift import Flag, State
from argumap.anchoring.fingerprint import SKETCH, Fingerprint, build_fingerprint, fingerprint_article
from argumap.errors import DamagedFile, OtherFormat
from argumap.files import digest, read_bytes, write_whole
from argumap.model import Locator
from argumap.text import ENGLISH, NORM, SEG, SPLITTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from argumap.text import Article

LOCK_NAME = "anchors.lock.json"
VERSION = 1

_LIMIT = 200_000_000
_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}", re.ASCII)
_FRAGMENT = re.compile(r"(?:page|t)=\d{1,9}", re.ASCII)
_HEX = re.compile(r"[0-9a-f]*")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
_SAMPLES_A_LINE = 16
_JOINT = ",\n"
_SAMPLE_DIGITS = 6
_TURN_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Pending:
    """An anchor that nobody has settled since its passage drifted; it counts as long as its node cites ``at``.

    ``at`` is the locator by the text of an earlier lock. ``now`` is where the passage seemed to stand when this
    lock was made, None where nobody could tell; ``state`` and ``flags`` are what had become of it. ``was`` names
    the words that it had, as ``name_words`` does, so that the earlier text can be told when it is at hand.
    """

    node: str
    at: str
    now: str | None
    state: State
    flags: tuple[Flag, ...] = ()
    was: str = ""

    def to_dict(self) -> dict[str, object]:
        """All fields as plain data; words that are not known are left out."""
        return {name: value for name, value in asdict(self).items() if name != "was" or value}


@dataclass(frozen=True, slots=True)
class SourceLock:
    """One source: its units in reading order (the spine) and a sample of its trigrams for the guard.

    ``pending`` are the anchors that were still open when the source was last locked. ``splitter`` and ``language``
    are the version of the rules, and the BCP 47 tag, by which its text was and is to be read. ``fragments`` say
    where in its file the text stands from a unit on: the unit's locator, and ``page=2`` or ``t=75``.
    """

    units: tuple[Fingerprint, ...]
    sample: tuple[int, ...] = ()
    pending: tuple[Pending, ...] = ()
    splitter: int = SEG
    language: str = ENGLISH
    fragments: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Lock:
    """The sources of a map by id; ``digest`` names the content of the file that it was read from."""

    sources: Mapping[str, SourceLock] = field(default_factory=dict)
    digest: str = field(default="", compare=False, repr=False)


def build_lock(articles: Mapping[str, Article], lock: Lock | None = None) -> Lock:
    """A lock of the given articles; sources of ``lock`` that are not among them stay as they are.

    An article that is the very text of ``lock`` and does not tell its pages (the copy that was kept of a PDF)
    keeps those that are known.
    """
    sources = dict(lock.sources) if lock else {}
    for source_id, article in articles.items():
        fresh, before = lock_source(article), sources.get(source_id)
        if before is not None and not fresh.fragments and fresh.units == before.units:
            fresh = replace(fresh, fragments=before.fragments)
        sources[source_id] = fresh
    return Lock(dict(sorted(sources.items())))


def lock_source(article: Article) -> SourceLock:
    """The fingerprints of one article."""
    return SourceLock(
        tuple(fingerprint_article(article)),
        build_sample(unit.text for unit in article.units),
        splitter=article.splitter.version,
        language=article.splitter.language.code,
        fragments=tuple(_turns(article)),
    )


def _turns(article: Article) -> Iterator[tuple[str, str]]:
    """The units that another page, or another second, begins with."""
    shown = ""
    for unit in article.units if article.fragments else ():
        fragment = article.fragment_of(unit)
        if fragment != shown:
            yield unit.locator, fragment
        shown = fragment


def is_locked(article: Article, locked: SourceLock) -> bool:
    """Whether an article is the very text that was locked."""
    return tuple(fingerprint_article(article, locked.units)) == locked.units


def name_words(units: Iterable[Fingerprint]) -> str:
    """A name for the words of a passage, from which nobody can read them; "" for no unit."""
    hashes = ",".join(f"{unit.exact_hash:016x}" for unit in units)
    return digest(hashes.encode())[:16] if hashes else ""


def has_words(article: Article, at: str, words: str) -> bool:
    """Whether the passage ``at`` of an article has the words that `Pending.was` names; never for ""."""
    return bool(words) and name_words(map(build_fingerprint, article.covered(at))) == words


def write_lock(path: Path, lock: Lock) -> Path:
    """Write the lock file whole or not at all; raises `CannotWrite` where that is not possible."""
    return write_whole(path, encode_lock(lock))


def read_lock(path: Path) -> Lock:
    """The lock in a file. Raises `CannotRead` or `TooLarge`, and as `parse_lock` does."""
    return decode_lock(read_bytes(path, _LIMIT), str(path))


def decode_lock(data: bytes, file: str = LOCK_NAME) -> Lock:
    """The lock that the bytes of a file hold; raises as `parse_lock` does."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DamagedFile(f"{file} is damaged (it is not UTF-8); {_REMEDY}", file) from error
    return replace(parse_lock(text, file), digest=digest(data))


def encode_lock(lock: Lock) -> str:
    """The lock as JSON with one unit a line, so that a difference shows the units that changed."""
    # The newest of its rules is that of the file, so that an argumap that does not know it leaves the file alone.
    seg = max((source.splitter for source in lock.sources.values()), default=SEG)
    sources = ",\n".join(
        _source_lines(source_id, source, seg) for source_id, source in sorted(lock.sources.items())
    )
    head = f'{{\n"argumap_lock": {VERSION},\n"norm": {NORM},\n"seg": {seg},\n"sources": {{'
    return f"{head}\n{sources}\n}}\n}}\n" if sources else f"{head}}}\n}}\n"


def _source_lines(source_id: str, source: SourceLock, seg: int) -> str:
    units = ",\n".join(_unit_line(unit) for unit in source.units)
    step = _SAMPLES_A_LINE
    rows = [source.sample[n : n + step] for n in range(0, len(source.sample), step)]
    sample = ",\n".join(f'"{_packed(row, _SAMPLE_DIGITS)}"' for row in rows)
    parts = [f'"seg": {source.splitter}'] if source.splitter != seg else []
    if source.splitter > 1:
        parts.append(f'"language": {json.dumps(source.language)}')
    parts += [f'"units": [\n{units}\n]', f'"sample": [\n{sample}\n]']
    if source.fragments:
        places = ",\n".join(f"{json.dumps(at)}: {json.dumps(place)}" for at, place in source.fragments)
        parts.append(f'"places": {{\n{places}\n}}')
    if source.pending:
        rest = ",\n".join(json.dumps(anchor.to_dict(), ensure_ascii=False) for anchor in source.pending)
        parts.append(f'"pending": [\n{rest}\n]')
    return f"{json.dumps(source_id)}: {{\n{_JOINT.join(parts)}\n}}"


def _unit_line(unit: Fingerprint) -> str:
    """A unit as the file has it: a letter for each field, for there are thousands of units."""
    hashes = (
        f'"x": "{unit.exact_hash:016x}", "t": "{unit.token_hash:08x}", "n": {unit.tokens}, "g": {unit.negators}'
    )
    numbers, sketch = _packed(unit.number_hashes, 4), _packed(unit.sketch, 4)
    turns = "" if unit.turns is None else f'"m": "{_packed(unit.turns, _TURN_DIGITS)}", '
    return f'{{"at": "{unit.at}", {hashes}, "d": "{numbers}", {turns}"k": "{sketch}"}}'


def _packed(values: tuple[int, ...], digits: int) -> str:
    return "".join(f"{value:0{digits}x}" for value in values)


_REMEDY = "restore it from git, or delete it and lock the source again with `argumap source add`"


def parse_lock(text: str, file: str = LOCK_NAME) -> Lock:
    """The lock that ``text`` holds; raises `DamagedFile` or `OtherFormat`, each with its remedy."""
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        raise DamagedFile(f"{file} holds marks of a merge conflict (line {line}); {_REMEDY}", file, line)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise DamagedFile(f"{file} is damaged (line {line} is no JSON); {_REMEDY}", file, line) from error
    if not isinstance(data, dict) or not isinstance(data.get("argumap_lock"), int):
        raise DamagedFile(f"{file} is no lock file of argumap; {_REMEDY}", file)
    _check_versions(data, file)
    try:
        return Lock(
            {
                source_id: _parse_source(source, data["seg"])
                for source_id, source in sorted(data["sources"].items())
            }
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DamagedFile(f"{file} is damaged ({error}); {_REMEDY}", file) from error


def _check_versions(data: Mapping[str, object], file: str) -> None:
    for key, known, oldest in (
        ("argumap_lock", VERSION, VERSION),
        ("norm", NORM, NORM),
        ("seg", SEG, min(SPLITTERS)),
    ):
        found = data.get(key)
        if not isinstance(found, int):
            raise DamagedFile(f"{file} is damaged ({key} is missing); {_REMEDY}", file)
        if found > known:
            told = f"{file} was written by a newer argumap ({key} {found}, known is {known}); update argumap"
            raise OtherFormat(told, file, found=found, known=known)
        if found < oldest:
            raise OtherFormat(
                f"{file} was written by older rules ({key} {found}); delete it and lock the source again "
                "with `argumap source add`",
                file,
                found=found,
                known=known,
            )


def _parse_source(source: Mapping[str, object], seg: int) -> SourceLock:
    splitter, language = source.get("seg", seg), source.get("language", ENGLISH)
    if splitter not in SPLITTERS or isinstance(splitter, bool) or not isinstance(splitter, int):
        raise ValueError(f"there is no splitter {splitter}")
    if not isinstance(language, str) or not _TAG.fullmatch(language):
        raise ValueError(f"{language!r} is no language")
    units, sample = source["units"], source["sample"]
    if not isinstance(units, list) or not isinstance(sample, list):
        raise TypeError("units and sample must be lists")
    parsed = tuple(_parse_unit(unit) for unit in units)
    if len({unit.at for unit in parsed}) != len(parsed):
        raise ValueError("a locator stands twice")
    pending = source.get("pending", [])
    if not isinstance(pending, list):
        raise TypeError("pending must be a list")
    sampled = tuple(value for row in sample for value in _unpacked(row, _SAMPLE_DIGITS))
    places = _parse_places(source.get("places", {}))
    return SourceLock(parsed, sampled, tuple(map(_parse_pending, pending)), splitter, language, places)


def _parse_places(places: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(places, dict) or not all(_FRAGMENT.fullmatch(str(place)) for place in places.values()):
        raise ValueError("places must be pages or seconds")
    for at in places:
        Locator.parse(at)
    return tuple(places.items())


def _parse_pending(anchor: Mapping[str, object]) -> Pending:
    node, at, now, state = (anchor[key] for key in ("node", "at", "now", "state"))
    flags, was = anchor["flags"], anchor.get("was", "")
    if not isinstance(was, str) or not _HEX.fullmatch(was):
        raise TypeError(f"the words of {at} have no name")
    if not (isinstance(node, str) and isinstance(at, str) and (now is None or isinstance(now, str))):
        raise TypeError(f"{anchor} names no anchor")
    if not isinstance(flags, list) or not all(isinstance(flag, str) for flag in flags):
        raise TypeError(f"the flags of {at} are no list of words")
    for locator in (at, now):
        if locator is not None:
            Locator.parse(locator)
    return Pending(node, at, now, State(str(state)), tuple(map(Flag, flags)), was)


def _parse_unit(unit: Mapping[str, object]) -> Fingerprint:
    at = unit["at"]
    if not isinstance(at, str) or Locator.parse(at).end is not None:
        raise TypeError(f"{at!r} is no locator of a unit")
    counts = [unit["n"], unit["g"]]
    if any(not isinstance(count, int) or isinstance(count, bool) or count < 0 for count in counts):
        raise TypeError(f"the counts of {at} are no numbers")
    (exact_hash,), (token_hash,) = _unpacked(unit["x"], 16), _unpacked(unit["t"], 8)
    sketch = tuple(_unpacked(unit["k"], 4))
    if len(sketch) > SKETCH or list(sketch) != sorted(set(sketch)):
        raise ValueError(f"the sketch of {at} is out of order")
    tokens, negators = (count for count in counts if isinstance(count, int))
    return Fingerprint(
        at=at,
        exact_hash=exact_hash,
        token_hash=token_hash,
        tokens=tokens,
        negators=negators,
        number_hashes=tuple(_unpacked(unit["d"], 4)),
        sketch=sketch,
        turns=tuple(_unpacked(unit["m"], _TURN_DIGITS)) if "m" in unit else None,
    )


def _unpacked(packed: object, digits: int) -> Iterator[int]:
    if not isinstance(packed, str) or len(packed) % digits or not _HEX.fullmatch(packed):
        raise ValueError(f"{packed!r} is no hash")
    return (int(packed[n : n + digits], 16) for n in range(0, len(packed), digits))
