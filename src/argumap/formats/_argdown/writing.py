"""From a map to Argdown: statements with what bears on them beneath, then arguments line by line, then questions.

A step from one premise stands as a relation beneath its target. One of several premises, or of which more is to be
said, is an argument with numbered lines; where it speaks against something, its conclusion is a *denial*, which is
there because Argdown asks for a conclusion. What Argdown has no sign for stands in the YAML data, in the words of
the map file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from argumap.formats._argdown.document import Sort
from argumap.formats._argdown.escapes import escape, escape_rule, is_title, write_flow, write_tag
from argumap.formats._argdown.reading import (
    CLAIM_KEYS,
    DENIAL,
    ISSUE_KEYS,
    LINKED,
    MAP_KEYS,
    MAP_SECTIONS,
    STEP_KEYS,
)
from argumap.formats._argdown.wordings import clean
from argumap.formats._titles import MOST, make_title
from argumap.mapfile import is_slug, read_data, write_map
from argumap.model import Bearing, Index
from argumap.text import Slugs, get_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from argumap.mapfile import YamlNode
    from argumap.model import Argument, ArgumentMap, Attribution, Claim, Concept, Issue, Origin, Source

KIN = ("argdown", "argdown-json")
"""The formats whose ids are titles in brackets."""
_TITLED = re.compile(r"(?:\[([^\[\]]+)\]|<([^<>]+)>)(?: \((\d+)\))?")
_INDENT = "    "
_MOST_ROUNDS = 20
_SIGNS = {Bearing.SUPPORTS: "+", Bearing.ATTACKS: "-", Bearing.UNDERCUTS: "<_"}
_ADDRESS = re.compile(r"https?://[^\s()]+")


@dataclass(slots=True)
class ToldAlready:
    """What stands in a text already, by the ids of the map: it need not be written again.

    ``listed`` are the answers that stand beneath their questions, as pairs of claim and issue.
    """

    claims: set[str] = field(default_factory=set)
    steps: set[str] = field(default_factory=set)
    contradictions: set[tuple[str, str]] = field(default_factory=set)
    issues: set[str] = field(default_factory=set)
    listed: set[tuple[str, str]] = field(default_factory=set)


@dataclass(slots=True)
class _Reconstruction:
    """An argument with numbered lines: its title, and its steps from the first conclusion to the last."""

    title: str
    steps: list[Argument] = field(default_factory=list)


class ArgdownWriter:
    """Writes a map, as far as it is not ``told``; without that, all of it."""

    def __init__(self, record: ArgumentMap, told: ToldAlready | None = None) -> None:
        self.told = told or ToldAlready()
        self.map = record
        self.index = Index(record)
        self.order = {claim.id: n for n, claim in enumerate(record.claims)}
        self.data = read_data(write_map(record))
        self.came = record.origin.format if record.origin else None
        self.steps = self._find_steps()
        self.lone = self._find_lone()
        self.sketches = self._find_sketches()
        self.titles: dict[str, str] = {}
        self.taken: dict[Sort, set[str]] = {Sort.STATEMENT: set(), Sort.ARGUMENT: set()}
        self._name_claims()
        self.arguments = self._group_steps()
        self.place = {
            step.id: (argument, n) for argument in self.arguments for n, step in enumerate(argument.steps)
        }
        self.linked = self._find_linked()

    def _find_steps(self) -> list[Argument]:
        """The steps that go from claims of the map to something else in it; no other says anything."""
        left = {step.id for step in self.map.arguments if not self._is_whole(step)}
        open_ = list(left)
        while open_:
            found = [step.id for step in self.index.on[open_.pop()] if step.id not in left]
            left.update(found)
            open_ += found
        return [step for step in self.map.arguments if step.id not in left]

    def _is_whole(self, step: Argument) -> bool:
        held = self.index.arguments if step.bearing is Bearing.UNDERCUTS else self.index.claims
        there = step.target in held and all(premise in self.index.claims for premise in step.premises)
        return there and step.target not in step.premises

    # What is written how

    def _entry(self, section: str, record_id: str) -> dict[str, YamlNode]:
        entries = self.data.get(section)
        found = entries.get(record_id) if isinstance(entries, dict) else None
        return found if isinstance(found, dict) else {}

    def _step_data(self, step: Argument) -> dict[str, YamlNode]:
        return _pick(self._entry("arguments", step.id), STEP_KEYS)

    def came_in(self, origin: Origin) -> bool:
        """Whether a record came in Argdown, as far as it says."""
        return bool(origin.id) and (origin.format or self.came or KIN[0]) in KIN

    def has_lines(self, step: Argument) -> bool:
        """Whether a step is written as an argument with numbered lines."""
        return step.id in self.place

    def _find_title(self, origin: Origin | None) -> tuple[Sort, str] | None:
        """The title that a record came under, and the sort of thing it was."""
        if origin is None or not origin.id or not self.came_in(origin):
            return None
        found = _TITLED.fullmatch(origin.id)
        if found is None:
            return None
        return (Sort.STATEMENT, found[1]) if found[1] else (Sort.ARGUMENT, found[2])

    def _find_lone(self) -> set[str]:
        """The steps of which all is said by a premise, a sign and a target; of several alike only the first."""
        # A relation comes back under the name premise/target: one that is spoken of by another id keeps its own.
        named = {stop.of for stop in self.map.tour} | {each.at for each in self.map.accepted}
        seen: set[tuple[str, Bearing, str]] = set()
        lone: set[str] = set()
        for step in self.steps:
            fact = (step.premises[0], step.bearing, step.target)
            spoken_of = step.id in named and step.id != f"{step.premises[0]}/{step.target}"
            more = step.scheme or self._step_data(step) or self._find_title(step.origin)
            if not (spoken_of or more or len(step.premises) > 1) and fact not in seen:
                seen.add(fact)
                lone.add(step.id)
        return lone

    def _find_sketches(self) -> set[str]:
        """The claims that came as an argument which is only sketched, and can still be written so.

        An undercut of such an argument is one of all that it does.
        """
        came = {c.id for c in self.map.claims if (t := self._find_title(c.origin)) and t[0] is Sort.ARGUMENT}
        told = {other for pair in ((c.id, o) for c in self.map.claims for o in c.contradicts) for other in pair}
        sketches = came - told
        for _ in range(_MOST_ROUNDS):
            kept = {claim for claim in sketches if self._can_be_sketch(claim, sketches)}
            if kept == sketches:
                return sketches
            sketches = kept
        return set()

    def _can_be_sketch(self, claim: str, sketches: set[str]) -> bool:
        steps = self.index.with_premise[claim]
        if any(step.id not in self.lone for step in steps):
            return False
        concluded = (step for step in self.index.supporting(claim) if not self._is_relation(step, sketches))
        if any(concluded):
            return False
        hit = {frozenset(u.premises[0] for u in self.index.undercutting(step.id)) for step in steps}
        return len(hit) <= 1 and all(
            u.id in self.lone and (u.premises[0] in sketches or not self.index.undercutting(u.id))
            for step in steps
            for u in self.index.undercutting(step.id)
        )

    def _is_relation(self, step: Argument, sketches: AbstractSet[str] | None = None) -> bool:
        """Whether a step is written as a relation, without lines of its own."""
        hit = self.index.undercutting(step.id)
        held = self.sketches if sketches is None else sketches
        return step.id in self.lone and (not hit or step.premises[0] in held)

    def _group_steps(self) -> list[_Reconstruction]:
        """The arguments with numbered lines; steps that came from one argument are one again."""
        groups: defaultdict[str, list[Argument]] = defaultdict(list)
        for step in self.steps:
            if not self._is_relation(step):
                titled = self._find_title(step.origin)
                chained = titled and step.origin and str(step.origin.id).endswith(")")
                groups[f"<{titled[1]}" if titled and chained else step.id].append(step)
        made = [r for steps in groups.values() for r in self._reconstruct(steps)]
        first = {id(r): min(self.order[p] for step in r.steps for p in step.premises) for r in made}
        return sorted(made, key=lambda r: (first[id(r)], r.title))

    def _reconstruct(self, steps: list[Argument]) -> Iterator[_Reconstruction]:
        chain = sorted(steps, key=lambda step: _find_line(step.origin))
        if len({_find_line(step.origin) for step in chain}) < len(chain) or any(
            step.bearing is not Bearing.SUPPORTS for step in chain[:-1]
        ):
            yield from (_Reconstruction(self._title_step(step), [step]) for step in steps)
        else:
            yield _Reconstruction(self._title_step(chain[-1]), chain)

    def _title_step(self, step: Argument) -> str:
        titled = self._find_title(step.origin)
        return self._take(Sort.ARGUMENT, titled[1] if titled else "", step.id)

    # Titles

    def _take(self, sort: Sort, *wanted: str) -> str:
        """The first title that can be written and is free, or the last one with a number."""
        taken = self.taken[sort]
        title = next((t for t in wanted if is_title(t) and t not in taken), "")
        n = 2
        while not title:
            numbered = f"{wanted[-1]} {n}"
            title, n = ("" if numbered in taken else numbered), n + 1
        taken.add(title)
        return title

    def _name_claims(self) -> None:
        named = {claim.id: self._find_title(claim.origin) for claim in self.map.claims}
        came_first = sorted(self.map.claims, key=lambda claim: named[claim.id] is None)
        for claim in came_first:
            came = named[claim.id]
            card = claim.title if claim.title and not claim.title.endswith("…") else ""
            sort = Sort.ARGUMENT if claim.id in self.sketches else Sort.STATEMENT
            self.titles[claim.id] = self._take(sort, came[1] if came else "", card, claim.id)

    def ref(self, claim: str) -> str:
        """A claim by its title, in the brackets of what it is."""
        title = self.titles[claim]
        return f"<{title}>" if claim in self.sketches else f"[{title}]"

    def _find_linked(self) -> dict[str, list[Source]]:
        """The sources of each claim that are links in its words."""
        named = {claim.origin.id: claim for claim in self.map.claims if claim.origin and claim.origin.id}
        cited = self._find_cited()
        found: defaultdict[str, list[Source]] = defaultdict(list)
        for source in self.map.sources:
            ids = (source.origin.id or "").split(LINKED) if source.origin else ()
            claims = [named[foreign] for foreign in ids if foreign in named]
            can = _can_link(source) and source.id not in cited
            if can and all(source.title in clean(claim.text) for claim in claims):
                for claim in claims:
                    found[claim.id].append(source)
        return found

    def _find_cited(self) -> set[str]:
        """The sources in which something stands."""
        record = self.map
        anchored: list[Claim | Issue | Argument | Attribution | Concept] = [
            *record.claims,
            *record.issues,
            *record.arguments,
            *record.attributions,
            *record.concepts,
        ]
        return {passage.source for each in anchored for passage in each.at}

    # The text

    def lines(self) -> Iterator[str]:
        """The whole text."""
        yield from self.front()
        yield from self.rest()

    def rest(self) -> Iterator[str]:
        """What is not told yet: claims, arguments, questions."""
        for claim in self.map.claims:
            yield from self.write_claim(claim)
        for argument in self.arguments:
            if any(step.id not in self.told.steps for step in argument.steps):
                yield from self._reconstruction(argument)
        for issue in self.map.issues:
            if issue.id not in self.told.issues:
                yield from self._issue(issue)

    def front(self) -> Iterator[str]:
        """The front matter, with an empty line behind it; nothing where there is nothing to say."""
        as_links = {source.id for sources in self.linked.values() for source in sources}
        ours = [f"  {key}: {write_flow(self.data[key])}" for key in MAP_KEYS if key in self.data]
        for section in MAP_SECTIONS:
            entries = self.data.get(section)
            shown = {
                i: _strip(e)
                for i, e in (entries if isinstance(entries, dict) else {}).items()
                if i not in as_links
            }
            if shown:
                ours.append(f"  {section}:")
                ours += (f"    {write_flow(record_id)}: {write_flow(entry)}" for record_id, entry in shown.items())
        if self.map.title or ours:
            yield "==="
            if self.map.title:
                yield f"title: {write_flow(clean(self.map.title))}"
            yield from ["argumap:", *ours] if ours else ()
            yield from ("===", "")

    def write_claim(self, claim: Claim) -> Iterator[str]:
        """A claim with what bears on it, as far as that is not told; then it is."""
        ref = self.ref(claim.id)
        relations = list(self._relations(claim))
        if claim.id in self.told.claims:
            yield from (ref, *relations, "") if relations else ()
            return
        self.told.claims.add(claim.id)
        words = " ".join([self._write_text(claim), *_tags(claim.tags)])
        yield f"{ref}: {words}{_data(self._claim_data(claim))}"
        yield from relations
        yield ""
        for further in _further(claim):
            yield f"{ref}: {escape(further)}"
            yield ""

    def _claim_data(self, claim: Claim) -> dict[str, YamlNode]:
        entry, title = self._entry("claims", claim.id), self.titles[claim.id]
        data: dict[str, YamlNode] = {}
        if claim.id != _slug(title):
            data["id"] = claim.id
        text = clean(claim.text)
        card = make_title(text) if is_slug(title) or len(title) > MOST else title
        if claim.title and claim.title != card:
            data["title"] = claim.title
        if _further(claim):
            data["isCanonical"] = "true"
        data |= _pick(entry, CLAIM_KEYS - {"title", "tags", "answers"})
        if claim.tags and not _tags(claim.tags):
            data["tags"] = list(claim.tags)
        # Questions that are told already list what they listed.
        listed = set() if claim.id in self.sketches else set(claim.answers) - self.told.issues
        listed |= {issue for answering, issue in self.told.listed if answering == claim.id}
        if answers := [issue for issue in claim.answers if issue not in listed]:
            data["answers"] = list(answers)
        return data

    def _write_text(self, claim: Claim) -> str:
        text, sources = clean(claim.text), self.linked.get(claim.id, [])
        places = [(text.index(source.title), source) for source in sources if source.title]
        written, at = "", 0
        for start, source in sorted(places, key=lambda place: place[0]):
            if start >= at:
                written += f"{escape_part(text[at:start])}[{source.title}]({source.url})"
                at = start + len(source.title)
        return written + escape_part(text[at:]) if places else escape(text)

    def _relations(self, claim: Claim) -> Iterator[str]:
        """What bears on a claim by a sign alone, and is not told; then it is."""
        told = self.told
        for step in self.index.on[claim.id]:
            if self._is_relation(step) and step.id not in told.steps:
                told.steps.add(step.id)
                yield f"{_INDENT}{_SIGNS[step.bearing]} {self.ref(step.premises[0])}"
        if claim.id in self.sketches:
            steps = self.index.with_premise[claim.id]
            hits = [u for step in steps for u in self.index.undercutting(step.id) if u.id not in told.steps]
            told.steps.update(undercut.id for undercut in hits)
            for premise in sorted({undercut.premises[0] for undercut in hits}, key=self.order.__getitem__):
                yield f"{_INDENT}<_ {self.ref(premise)}"
        for other in claim.contradicts:
            pair = (claim.id, other)
            if other in self.titles and pair not in told.contradictions:
                told.contradictions.add(pair)
                yield f"{_INDENT}>< {self.ref(other)}"

    def _reconstruction(self, argument: _Reconstruction) -> Iterator[str]:
        yield f"<{argument.title}>"
        yield ""
        numbers: dict[str, int] = {}
        count = 0
        since: list[int] = []
        for step in argument.steps:
            for premise in step.premises:
                if premise not in numbers:
                    count += 1
                    numbers[premise] = count
                    since.append(count)
                    yield f"({count}) [{self.titles[premise]}]"
            used = [numbers[premise] for premise in step.premises]
            count += 1
            name = argument.title if step is argument.steps[-1] else f"{argument.title} {count}"
            extra: dict[str, YamlNode] = {} if step.id in {name, _slug(name)} else {"id": step.id}
            if sorted(used) != sorted(since):
                extra["uses"] = [str(number) for number in used]
            yield from self._inference(step, extra)
            since = [count]
            if step.bearing is Bearing.SUPPORTS:
                numbers[step.target] = count
                yield f"({count}) [{self.titles[step.target]}]"
            else:
                yield from self._denial(argument, step, count)
        yield ""

    def _inference(self, step: Argument, extra: dict[str, YamlNode]) -> Iterator[str]:
        data = {**extra, **self._step_data(step)}
        rule = escape_rule(step.scheme) if step.scheme else ""
        if rule or data:
            yield from filter(None, ("--", rule, write_flow(data) if data else "", "--"))
        else:
            yield "----"
        for ref in self._find_undercutters(step):
            yield f"{_INDENT}<_ {ref}"

    def _find_undercutters(self, step: Argument) -> Iterator[str]:
        lone: set[str] = set()
        whole: set[str] = set()
        for undercut in self.index.undercutting(step.id):
            if undercut.id in self.place:
                whole.add(self.place[undercut.id][0].title)
            else:
                lone.add(undercut.premises[0])
        yield from (self.ref(premise) for premise in sorted(lone, key=self.order.__getitem__))
        yield from (f"<{title}>" for title in sorted(whole))

    def _denial(self, argument: _Reconstruction, step: Argument, number: int) -> Iterator[str]:
        title = self._take(Sort.STATEMENT, f"¬ {argument.title}", f"¬ {step.id}")
        if step.bearing is Bearing.ATTACKS:
            words = self.index.claims[step.target].text
        else:
            words = f"<{self.place[step.target][0].title}>"
        yield f"({number}) [{title}]: ¬ {escape(words)} {{argumap: {DENIAL}}}"
        if step.bearing is Bearing.ATTACKS:
            yield f"{_INDENT}-> {self.ref(step.target)}"

    def _issue(self, issue: Issue) -> Iterator[str]:
        entry = self._entry("issues", issue.id)
        data: dict[str, YamlNode] = {"id": issue.id}
        data |= _pick(entry, ISSUE_KEYS)
        if issue.tags and not _tags(issue.tags):
            data["tags"] = list(issue.tags)
        yield f"# {' '.join([escape(issue.question), *_tags(issue.tags)])} {write_flow(data)}"
        yield ""
        for claim in self.index.answering[issue.id]:
            if claim.id not in self.sketches:
                yield f"[{self.titles[claim.id]}]"
                yield ""


def escape_part(text: str) -> str:
    """A part of a text, with the blanks at its ends."""
    start = " " if text.startswith(" ") else ""
    end = " " if text.endswith(" ") and text.strip(" ") else ""
    return f"{start}{escape(text)}{end}"


def _pick(entry: Mapping[str, YamlNode], keys: AbstractSet[str]) -> dict[str, YamlNode]:
    """What of a record goes along as data; of who says it, not how that was made."""
    data = {key: value for key, value in entry.items() if key in keys}
    if "said" in data:
        said = data["said"]
        data["said"] = [_strip(each) for each in said] if isinstance(said, list) else _strip(said)
    return data


def _strip(entry: YamlNode) -> YamlNode:
    return {k: v for k, v in entry.items() if k not in {"origin", "unseen"}} if isinstance(entry, dict) else entry


def _further(claim: Claim) -> list[str]:
    """The further wordings of a claim."""
    words = dict.fromkeys(map(clean, claim.also))
    return [text for text in words if text and text != clean(claim.text)]


def _tags(tags: Sequence[str]) -> list[str]:
    """The tags with their signs; none where one of them cannot be written, so that they stay in order as data."""
    written = [write_tag(tag) for tag in tags]
    return written if all(written) else []


def _can_link(source: Source) -> bool:
    """Whether Argdown takes a source for a link."""
    return "]" not in source.title and _ADDRESS.fullmatch(source.url or "") is not None


def _data(data: Mapping[str, YamlNode]) -> str:
    return f" {write_flow(dict(data))}" if data else ""


def _find_line(origin: Origin | None) -> int:
    found = _TITLED.fullmatch(origin.id or "") if origin else None
    return int(found[3]) if found and found[3] and len(found[3]) < len("1000000") else 0


def _slug(title: str) -> str:
    """The id that a reader makes of a title."""
    return title if is_slug(title) else Slugs(get_language("en"), taken=()).make(title, names=True)


def write(record: ArgumentMap) -> str:
    """The Argdown of a map."""
    return "\n".join(ArgdownWriter(record).lines()) or "\n"
