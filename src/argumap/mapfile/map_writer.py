"""Writes a map as one YAML file that reads back equal: prose quoted, one key a line, in a stable order.

What the reader would fill in is left out, and an argument that is one claim's word stands on the claim. Who
stands where is written beneath what is spoken of; the order of attributions over the map carries no meaning
and is not kept.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from argumap.mapfile.default_speaker import default_attribution, default_via
from argumap.mapfile.map_reader import MAP_FILE
from argumap.mapfile.yaml_scalars import prose, scalar
from argumap.model import Bearing

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from argumap.model import (
        Acceptance,
        Argument,
        ArgumentMap,
        Attribution,
        Claim,
        Concept,
        Expectation,
        Issue,
        Origin,
        Passage,
        Quote,
        Section,
        Source,
        Stakeholder,
        Stop,
    )

SCHEMA = "../../docs/map.schema.json"
"""Where the schema of this project's own maps lies, seen from a map."""
_SCHEMA_LINE = "# yaml-language-server: $schema="
_BEARINGS = tuple(Bearing)


def write_map(argument_map: ArgumentMap, schema: str = SCHEMA) -> str:
    """The text of a map file that `parse_map` reads back as an equal map; its first line names ``schema``."""
    writer = _MapWriter(argument_map)
    return _text(schema, [*writer.head(), *writer.body(argument_map.claims, writer.long)])


def write_parts(argument_map: ArgumentMap, schema: str, part_schema: str, most: int) -> dict[str, str]:
    """The texts of a map's files by name: one for ``most`` claims at most, so that a person can work on each.

    A step that several claims make together stands with the first of them. Together they read back as the same
    map, the order of its steps apart.
    """
    claims = argument_map.claims
    if len(claims) <= most:
        return {MAP_FILE: write_map(argument_map, schema)}
    writer = _MapWriter(argument_map)
    starts = range(0, len(claims), most)
    width = len(str(len(starts)))
    part_of = {claim.id: n // most for n, claim in enumerate(claims)}
    steps: list[list[Argument]] = [[] for _ in starts]
    for step in writer.long:
        steps[part_of.get(step.premises[0], 0)].append(step)
    parts = {
        f"claims-{n:0{width}}.yaml": _text(part_schema, writer.body(claims[start : start + most], steps[n - 1]))
        for n, start in enumerate(starts, 1)
    }
    return {MAP_FILE: _text(schema, writer.head()), **parts}


_Entries: TypeAlias = "dict[str, dict[str, str]]"


def write_other_entries(one: ArgumentMap, other: ArgumentMap) -> tuple[_Entries, _Entries]:
    """What `write_map` writes of each record of two maps, by section and id; of what is alike, the id alone."""
    writers = _MapWriter(one), _MapWriter(other)
    alike = _find_alike(*writers)
    return _write_entries(writers[0], alike), _write_entries(writers[1], alike)


def _find_alike(one: _MapWriter, other: _MapWriter) -> AbstractSet[str]:
    """The claims and arguments that both maps have, with the same said of them and standing on them."""
    if (one.map.sources, one.map.sections) != (other.map.sources, other.map.sections):
        return frozenset()
    known = {claim.id: claim for claim in one.map.claims}
    steps = {step.id: step for step in one.long}
    alike = {
        claim.id
        for claim in other.map.claims
        if known.get(claim.id) == claim and one.short.get(claim.id) == other.short.get(claim.id)
    }
    alike |= {step.id for step in other.long if steps.get(step.id) == step}
    return {name for name in alike if one.voice_of.get(name) == other.voice_of.get(name)}


def _write_entries(writer: _MapWriter, alike: AbstractSet[str]) -> _Entries:
    found: _Entries = {}
    section: dict[str, str] = {}
    name = ""
    for line in (*writer.head(), *writer.body(writer.map.claims, writer.long, alike)):
        if not line.startswith(" "):
            section = found.setdefault(line.partition(":")[0], {})
        elif line[2] != " ":
            name = line[2:].removesuffix(" {}").removesuffix(":").strip("'\"")
            section[name] = line
        else:
            section[name] += f"\n{line}"
    return found


def _text(schema: str, lines: Iterable[str]) -> str:
    return "\n".join([f"{_SCHEMA_LINE}{schema}", *lines, ""])


class _MapWriter:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self.map = argument_map
        self.several = len(argument_map.sources) > 1
        self.authors = {source.id: source.author for source in argument_map.sources}
        self.voices = {(s.source, s.at): s.voice for s in argument_map.sections if s.voice is not None}
        self.sole = argument_map.sources[0].id if len(argument_map.sources) == 1 else None
        self.voice_of: defaultdict[str, list[Attribution]] = defaultdict(list)
        for attribution in argument_map.attributions:
            self.voice_of[attribution.of].append(attribution)
        self.short, self.long = self._split_arguments()

    def _split_arguments(self) -> tuple[dict[str, list[Argument]], Sequence[Argument]]:
        """The arguments that stand on their claim, as far as the reader would give them in the same order."""
        order = {claim.id: n for n, claim in enumerate(self.map.claims)}
        short: dict[str, list[Argument]] = {}
        last = (-1, -1)
        for n, argument in enumerate(self.map.arguments):
            place = (order.get(argument.premises[0], -1), _BEARINGS.index(argument.bearing))
            if place < last or place[0] < 0 or not self._is_short(argument):
                return short, self.map.arguments[n:]
            short.setdefault(argument.premises[0], []).append(argument)
            last = place
        return short, ()

    def _is_short(self, argument: Argument) -> bool:
        return (
            len(argument.premises) == 1
            and argument.id == f"{argument.premises[0]}/{argument.target}"
            and (argument.scheme, argument.warrant, argument.weight) == (None, None, None)
            and not argument.inferred
            and not argument.at
            and (argument.origin, argument.unseen) == (None, None)
            and argument.id not in self.voice_of
        )

    def head(self) -> Iterator[str]:
        yield "argumap: 1"
        if self.map.title:
            yield f"title: {prose(self.map.title)}"
        yield from _word("language", self.map.language)
        yield from _word("standard", self.map.standard)
        yield from _made(self.map)
        yield from _entries("tour", map(_stop, self.map.tour))
        yield from _entries("accepted", map(_acceptance, self.map.accepted))
        yield from _section("sources", ((s.id, self._source(s)) for s in self.map.sources))
        yield from _section("sections", ((self._place(s.source, s.at), _part(s)) for s in self.map.sections))
        yield from _section("issues", ((i.id, self._issue(i)) for i in self.map.issues))
        yield from _section("stakeholders", ((s.id, _stakeholder(s)) for s in self.map.stakeholders))
        yield from _section("concepts", ((c.id, self._concept(c)) for c in self.map.concepts))

    def body(self, claims: Iterable[Claim], steps: Iterable[Argument], bare: Container[str] = ()) -> Iterator[str]:
        """The lines of claims and steps; of what is ``bare`` only the id."""
        yield from _section("claims", ((c.id, () if c.id in bare else self._claim(c)) for c in claims))
        yield from _section("arguments", ((a.id, () if a.id in bare else self._argument(a)) for a in steps))

    def _source(self, source: Source) -> Iterator[str]:
        yield f"title: {prose(source.title)}"
        yield from _word("author", source.author)
        yield from _authors(source.authors)
        yield from _prose("published", source.published)
        yield from _prose("publisher", source.publisher)
        yield from _prose("doi", source.doi)
        yield from _prose("url", source.url)
        yield from _prose("file", source.file)
        if source.skip:
            yield f"skip: [{', '.join(source.skip)}]"
        yield from _word("language", source.language)
        yield from _made(source)

    def _issue(self, issue: Issue) -> Iterator[str]:
        yield f"question: {prose(issue.question)}"
        yield from _words("compares", issue.compares)
        yield from _flag("exclusive", issue.exclusive)
        yield from _proses("tags", issue.tags)
        yield from _word("standard", issue.standard)
        yield from self._anchors(issue.at)
        yield from _made(issue)

    def _concept(self, concept: Concept) -> Iterator[str]:
        yield f"label: {prose(concept.label)}"
        yield from _prose("type", concept.type)
        yield from _words("broader", concept.broader)
        yield from _prose("same_as", concept.same_as)
        yield from self._anchors(concept.at)
        yield from _made(concept)

    def _claim(self, claim: Claim) -> Iterator[str]:
        yield from _prose("title", claim.title)
        yield f"text: {prose(claim.text)}"
        yield from _proses("also", claim.also)
        yield from _word("type", claim.type)
        yield from _words("answers", claim.answers)
        yield from _words("about", claim.about)
        yield from _concerns(claim)
        yield from _flag("implicit", claim.implicit)
        yield from _prose("date", claim.date)
        yield from _number("base", claim.base)
        yield from _flag("requires_support", claim.requires_support)
        yield from self._anchors(claim.at)
        yield from self._speech(claim.id, claim.at, may_default=True)
        for bearing in _BEARINGS:
            targets = [a.target for a in self.short.get(claim.id, ()) if a.bearing is bearing]
            yield from _words(bearing, targets)
        yield from _words("contradicts", claim.contradicts)
        yield from _words("rephrases", claim.rephrases)
        yield from _proses("tags", claim.tags)
        yield from _word("standard", claim.standard)
        yield from _made(claim)
        if claim.expect is not None:
            yield f"expect: {_expectation(claim.expect)}"

    def _argument(self, argument: Argument) -> Iterator[str]:
        yield f"premises: [{', '.join(map(scalar, argument.premises))}]"
        yield f"{argument.bearing}: {scalar(argument.target)}"
        yield from _prose("scheme", argument.scheme)
        yield from _prose("warrant", argument.warrant)
        yield from _number("weight", argument.weight)
        yield from _flag("inferred", argument.inferred)
        yield from self._anchors(argument.at)
        yield from _made(argument)
        yield from self._speech(argument.id, argument.at, may_default=False)

    def _speech(self, of: str, at: tuple[Passage, ...], *, may_default: bool) -> Iterator[str]:
        said = self.voice_of.get(of, [])
        default = default_attribution(of, at, self.authors, self.voices) if may_default else None
        if said == ([] if default is None else [default]):
            return
        if len(said) == 1:
            yield f"said: {self._said(said[0], at)}"
        elif said:
            yield "said:"
            yield from (f"  - {self._said(attribution, at)}" for attribution in said)
        else:
            yield "said: []"

    def _said(self, attribution: Attribution, at: tuple[Passage, ...]) -> str:
        pairs = [f"by: {scalar(attribution.by)}", f"act: {attribution.act}"]
        reporters = default_via(attribution.by, attribution.at or at, self.authors, self.sole)
        if attribution.via != reporters:
            pairs.append(f"via: [{', '.join(map(scalar, attribution.via))}]")
        pairs += _flag("loosely", attribution.loosely)
        pairs += _prose("cue", attribution.cue)
        pairs += _prose("date", attribution.date)
        pairs += self._anchors(attribution.at)
        pairs += _made(attribution)
        return f"{{{', '.join(pairs)}}}"

    def _anchors(self, at: tuple[Passage, ...]) -> Iterator[str]:
        if len(at) == 1 and (at[0].at or self.sole is not None):
            passage = at[0]
            if passage.at:
                yield f"at: {scalar(self._place(passage.source, passage.at))}"
            if passage.quote is not None:
                yield from _quote(passage.quote)
        elif at:
            yield f"at: [{', '.join(map(self._passage, at))}]"

    def _passage(self, passage: Passage) -> str:
        if passage.quote is None:
            return scalar(self._place(passage.source, passage.at))
        pairs = [f"source: {scalar(passage.source)}"] if self.several or not passage.at else []
        pairs += _word("at", passage.at or None)
        return f"{{{', '.join([*pairs, *_quote(passage.quote)])}}}"

    def _place(self, source: str, locator: str) -> str:
        return f"{source}#{locator}" if self.several else locator


def _section(name: str, entries: Iterable[tuple[str, Iterable[str]]]) -> Iterator[str]:
    begun = False
    for record_id, keys in entries:
        if not begun:
            yield f"{name}:"
            begun = True
        body = [f"    {line}" for line in keys]
        yield f"  {scalar(record_id)}:" if body else f"  {scalar(record_id)}: {{}}"
        yield from body


def _part(section: Section) -> Iterator[str]:
    yield from _prose("title", section.title)
    yield from _word("voice", section.voice)


def _stakeholder(stakeholder: Stakeholder) -> Iterator[str]:
    yield f"name: {prose(stakeholder.name)}"
    yield f"type: {stakeholder.type}"
    yield from _prose("role", stakeholder.role)
    yield from _words("affiliation", stakeholder.affiliation)
    yield from _proses("interests", stakeholder.interests)
    yield from _proses("aliases", stakeholder.aliases)
    yield from _prose("same_as", stakeholder.same_as)
    yield from _made(stakeholder)


def _entries(key: str, entries: Iterable[str]) -> Iterator[str]:
    for n, entry in enumerate(entries):
        if n == 0:
            yield f"{key}:"
        yield f"  - {entry}"


def _stop(stop: Stop) -> str:
    return f"{{of: {scalar(stop.of)}, text: {prose(stop.text)}}}"


def _acceptance(entry: Acceptance) -> str:
    pairs = [f"code: {entry.code}", *_word("at", entry.at or None), f"reason: {prose(entry.reason)}"]
    return f"{{{', '.join(pairs)}}}"


def _made(
    made: ArgumentMap | Source | Issue | Claim | Argument | Stakeholder | Attribution | Concept,
) -> Iterator[str]:
    if made.origin is not None:
        yield f"origin: {_origin(made.origin)}"
    yield from _prose("unseen", made.unseen)


def _origin(origin: Origin) -> str:
    pairs = [*_prose("format", origin.format), *_prose("file", origin.file)]
    pairs += [*_prose("id", origin.id), *_prose("digest", origin.digest)]
    return f"{{{', '.join(pairs)}}}"


def _concerns(claim: Claim) -> Iterator[str]:
    touched: dict[str, list[str]] = {}
    for concern in claim.concerns:
        touched.setdefault(concern.stakeholder, []).append(concern.effect)
    if touched:
        pairs = (f"{scalar(record_id)}: {_one_or_list(effects)}" for record_id, effects in touched.items())
        yield f"concerns: {{{', '.join(pairs)}}}"


def _expectation(expect: Expectation) -> str:
    pairs = [*_word("status", expect.status), *_words("said_by", expect.said_by)]
    pairs += _prose("strength", expect.strength)
    return f"{{{', '.join(pairs)}}}"


def _quote(quote: Quote) -> Iterator[str]:
    yield f"quote: {prose(quote.exact)}"
    yield from _prose("prefix", quote.prefix or None)
    yield from _prose("suffix", quote.suffix or None)


def _word(key: str, word: str | None) -> Iterator[str]:
    if word is not None:
        yield f"{key}: {scalar(word)}"


def _words(key: str, words: Sequence[str]) -> Iterator[str]:
    if words:
        yield f"{key}: {_one_or_list([scalar(word) for word in words])}"


def _prose(key: str, text: str | None) -> Iterator[str]:
    if text is not None:
        yield f"{key}: {prose(text)}"


def _proses(key: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield f"{key}: [{', '.join(map(prose, texts))}]"


def _authors(names: str | None) -> Iterator[str]:
    each = (names or "").split("; ")
    yield from _proses("authors", each) if each[1:] and all(map(str.strip, each)) else _prose("authors", names)


def _flag(key: str, value: bool) -> Iterator[str]:
    if value:
        yield f"{key}: true"


def _number(key: str, value: float | None) -> Iterator[str]:
    if value is not None:
        yield f"{key}: {repr(value).removesuffix('.0')}"


def _one_or_list(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"[{', '.join(words)}]"
