"""Kialo's text export: a tree of numbered claims, each for or against the one above it.

``1.`` is the thesis, ``1.2. Con: …`` speaks against it, and ``-> See 1.4.`` stands for a claim that is written out
elsewhere. Links in a claim are its evidence. Nobody is named. Read from exports of real debates.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats import Format, Imported, Loss, LossKind
from argumap.formats._foreign import Foreign, join_lines, join_text, keep_lines
from argumap.formats._foreign_ids import find_foreign_id
from argumap.formats._one_line import flatten
from argumap.formats._step_ids import StepIds
from argumap.formats._titles import make_title, name_map
from argumap.model import Acceptance, Argument, ArgumentMap, Bearing, Claim, Index, Issue, Origin, Source
from argumap.text import Slugs, get_language, guess_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from argumap.formats import Export

NAME = "kialo"
_TITLE = re.compile(r"\s*Discussion (?:Title|Name)\s*:\s*(.*?)\s*")
_POINT = re.compile(r"\s*(\d+(?:\.\d+)*)\.\s+(?:(Pro|Con)\s*:\s*)?(.*)", re.IGNORECASE)
_BEGUN = re.compile(r"\s*\d+(?:\.\d+)*\.\s+(?:(?:Pro|Con)\s*:\s*)?", re.IGNORECASE)
_SIDE = re.compile(r"(\.\s+)(Pro|Con)(?=\s*:)", re.IGNORECASE)
_SEE = re.compile(r"-+>\s*See\s+(\d+(?:\.\d+)*)\.?\s*(?:discussion.*)?", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]]*)\]\(\s*(https?://[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\s*\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_NO_PASSAGES = "The sources are what claims link to, and not where they stand."
# Deeper trees than this are no debate, and each level costs a number.
_DEEPEST = 500


@dataclass(slots=True)
class _Point:
    number: str
    side: Bearing | None
    lines: list[str]
    start: int = 0
    links: dict[str, str] = field(default_factory=dict)

    @property
    def above(self) -> str:
        return self.number.rpartition(".")[0]

    def text(self) -> str:
        """The words of the claim, with its links noted."""
        whole = " ".join(" ".join(self.lines).split())
        return _ESCAPE.sub(r"\1", _LINK.sub(self._note, whole)).strip()

    def _note(self, link: re.Match[str]) -> str:
        address = _ESCAPE.sub(r"\1", link[2])
        self.links.setdefault(address, _ESCAPE.sub(r"\1", link[1]).strip() or address)
        return link[1]

    def see(self) -> str:
        found = _SEE.fullmatch(" ".join(self.lines).strip())
        return found[1] if found else ""


def recognise(foreign: Foreign) -> str:
    head = foreign.data[:4000].decode("utf-8", "replace").removeprefix("\ufeff")
    lines = [line for line in head.splitlines() if line.strip()][:2]
    begins = len(lines) > 1 and _TITLE.fullmatch(lines[0]) and _POINT.fullmatch(lines[1])
    return "it begins with a discussion's title and numbered claims" if begins else ""


def read(foreign: Foreign) -> Imported:
    """The map of an export. Raises `OtherTool` where no line is a numbered claim."""
    title, points, losses = _parse(foreign)
    written = [point for point in points.values() if not point.see()]
    texts = _find_texts(written, losses)
    slugs = Slugs(get_language(guess_language(" ".join([*texts.values()][:200])) or "en"), taken=("question",))
    ids = {number: slugs.make(text) for number, text in texts.items()}
    theses = {number for number in ids if title and points[number].above not in points}
    record = ArgumentMap(
        title=title or name_map(foreign.name),
        issues=(Issue("question", title),) if title else (),
        claims=tuple(_make_claim(made, number, texts[number], theses) for number, made in ids.items()),
        arguments=tuple(_find_steps(points, ids, slugs, losses)),
        sources=tuple(_find_sources(written, slugs)),
    )
    if record.sources:
        record = replace(record, accepted=(Acceptance("AM308", "", _NO_PASSAGES),))
    return Imported(record, keep_lines(foreign.text), tuple(losses))


def _find_texts(written: Sequence[_Point], losses: list[Loss]) -> dict[str, str]:
    texts = {point.number: point.text() for point in written}
    losses += [Loss(LossKind.ASIDE, "a claim without words", number) for number, text in texts.items() if not text]
    return {number: text for number, text in texts.items() if text}


def _make_claim(made: str, number: str, text: str, theses: AbstractSet[str]) -> Claim:
    answers = ("question",) if number in theses else ()
    return Claim(made, text, title=make_title(text), answers=answers, origin=Origin(id=number))


def _parse(foreign: Foreign) -> tuple[str, dict[str, _Point], list[Loss]]:
    title, points, losses = "", dict[str, _Point](), list[Loss]()
    last: _Point | None = None
    for n, line in enumerate(foreign.text.split("\n"), 1):
        if found := _POINT.fullmatch(line):
            side = {"pro": Bearing.SUPPORTS, "con": Bearing.ATTACKS}.get((found[2] or "").casefold())
            last = _Point(found[1], side, [found[3]], n - 1)
            if found[1].count(".") > _DEEPEST:
                losses.append(Loss(LossKind.ASIDE, f"a claim more than {_DEEPEST} levels deep", f"line {n}"))
            elif found[1] in points:
                losses.append(Loss(LossKind.ASIDE, "a second claim with a number that is taken", f"{found[1]}."))
            else:
                points[found[1]] = last
        elif not title and not points and (named := _TITLE.fullmatch(line)):
            title = named[1]
        elif line.strip() and last is not None:
            last.lines.append(line)  # a claim may have paragraphs
    if not points:
        raise OtherTool("no line is a numbered claim (1.1. Pro: …), so this is no export of Kialo", foreign.name)
    return title, points, losses


def _find_steps(
    points: dict[str, _Point], ids: dict[str, str], slugs: Slugs, losses: list[Loss]
) -> Iterator[Argument]:
    step_ids = StepIds(slugs)
    for number, point in points.items():
        meant = _resolve(points, number)
        above = _resolve(points, point.above) if point.above else ""
        if not point.above and not point.see():
            continue
        if meant not in ids or above not in ids:
            why = (
                "a reference to a claim that is not there"
                if meant not in ids
                else "a claim beneath none that is there"
            )
            losses.append(Loss(LossKind.ASIDE, why, number))
        elif point.side is None:
            losses.append(Loss(LossKind.ASIDE, "a place beneath a claim without a side", number))
        elif meant == above:
            losses.append(Loss(LossKind.ASIDE, "a reference from a claim to itself", number))
        else:
            premise, target = ids[meant], ids[above]
            made = step_ids.make([premise], target, f"also {premise}")
            yield Argument(made, (premise,), point.side, target, origin=Origin(id=number))


def _resolve(points: dict[str, _Point], number: str) -> str:
    """The number under which a claim is written out; "" where references lead nowhere."""
    seen: set[str] = set()
    while number in points and (other := points[number].see()):
        if number in seen:
            return ""
        seen.add(number)
        number = other
    return number if number in points else ""


def _find_sources(points: Iterable[_Point], slugs: Slugs) -> Iterator[Source]:
    """A source for every link; its origin names the claims that have it as evidence."""
    citing: dict[tuple[str, str], list[str]] = {}
    for point in points:
        for address, name in point.links.items():
            citing.setdefault((address, name), []).append(point.number)
    for (address, name), numbers in citing.items():
        yield Source(slugs.make(name, names=True), name, url=address, origin=Origin(id=" ".join(numbers)))


def write(export: Export) -> str:
    """The map as a tree: a claim stands where it first bears on something, and elsewhere is referred to.

    In the file that it came from, what nobody touched stays as it was, with its number.
    """
    anew = "\n".join(_Tree(export.map).lines())
    kept = join_text(export.kept)
    try:
        given = _KialoRevision(export.map, kept).write() if kept.strip() else anew
        return given if _find_said(given) == _find_said(anew) else anew
    except OtherTool:  # what was kept is no export of Kialo any more; the map is whole without it
        return anew


def _find_said(text: str) -> object:
    """All that an export says, wherever its places are."""
    record = read(_hold(text)).map
    texts = {claim.id: claim.text for claim in record.claims}
    links = {(source.url, texts[claim]) for claim, cited in _find_evidence(record).items() for source in cited}
    steps = Counter((texts[step.premises[0]], step.bearing, texts[step.target]) for step in record.arguments)
    claims = Counter((claim.text, claim.answers) for claim in record.claims)
    return [issue.question for issue in record.issues], claims, steps, links


def _hold(text: str) -> Foreign:
    return Foreign("kept.txt", text.encode("utf-8", "surrogatepass"))


class _Tree:
    def __init__(self, record: ArgumentMap) -> None:
        self.record = record
        self.index = Index(record)
        self.numbers: dict[str, str] = {}
        self.homes = _find_homes(record)
        self.evidence = _find_evidence(record)

    def lines(self) -> Iterator[str]:
        yield f"Discussion Title: {self.find_title()}"
        yield ""
        places = self._places()
        for number, side, claim_id in places:
            known = self.numbers[claim_id]
            said = f"-> See {known}." if known != number else self.write_text(claim_id)
            yield f"{number}. {side}{said}"
        yield ""

    def find_title(self) -> str:
        return flatten(self.index.debates[0].question if self.index.debates else self.record.title)

    def _places(self) -> list[tuple[str, str, str]]:
        """Every place of the tree in its order: number, side and claim."""
        places: list[tuple[str, str, str]] = []
        bearing = {step.premises[0] for step in self.record.arguments}
        first = [c.id for c in self.index.positions] or [c.id for c in self.record.claims if c.id not in bearing]
        rest = [claim.id for claim in self.record.claims]
        n = 0
        for claim_id in (*first, *rest):  # what hangs in a circle alone begins a tree of its own
            if claim_id not in self.numbers:
                n += 1
                self._place(str(n), claim_id, places)
        return places

    def _place(self, root: str, thesis: str, places: list[tuple[str, str, str]]) -> None:
        open_ = [(root, "", thesis, "")]
        while open_:
            number, side, claim_id, step = open_.pop()
            places.append((number, side, claim_id))
            if claim_id in self.numbers or (step and self.homes.get(claim_id, step) != step):
                continue
            self.numbers[claim_id] = number
            children = list(self.children(claim_id))
            open_ += [(f"{number}.{n}", *child) for n, child in reversed(list(enumerate(children, 1)))]

    def children(self, claim_id: str) -> Iterator[tuple[str, str, str]]:
        for step in self.index.on[claim_id]:
            side = "Pro: " if step.bearing is Bearing.SUPPORTS else "Con: "
            yield from ((side, premise, step.id) for premise in step.premises)
        for step in self.index.with_premise[claim_id]:
            # There is no place for what denies a step; it stands against the first reason of the step.
            if step.premises[0] == claim_id:
                denying = self.index.on[step.id]
                yield from (("Con: ", premise, other.id) for other in denying for premise in other.premises)

    def write_text(self, claim_id: str) -> str:
        text = " ".join(self.index.claims[claim_id].text.split())
        linked = {source.title: source.url or "" for source in self.evidence.get(claim_id, ())}
        if not linked:
            return _escape(text)
        names = re.compile("|".join(re.escape(name) for name in sorted(linked, key=len, reverse=True)))
        written, end = "", 0
        for found in names.finditer(text):
            if address := linked.pop(found[0], ""):  # each link stands once, at the first of its words
                written += f"{_escape(text[end : found.start()])}[{_escape(found[0])}]({address})"
                end = found.end()
        left = "".join(f" [{_escape(name)}]({address})" for name, address in linked.items())
        return f"{written}{_escape(text[end:])}{left}"


@dataclass(slots=True)
class _Place:
    """A numbered place of a file: its lines, and the blank ones after them."""

    number: str
    lines: list[str]
    blank: list[str] = field(default_factory=list)


class _KialoRevision:
    """The file that a map came from, made to say what the map says now. Raises `OtherTool` where it is none."""

    def __init__(self, record: ArgumentMap, kept: str) -> None:
        foreign = _hold(kept)
        self.title, self.points, _ = _parse(foreign)
        self.old, self.new = _Tree(read(foreign).map), _Tree(record)
        self.claims = {name: c for c in record.claims if (name := find_foreign_id(c, record, (NAME,)))}
        self.steps = {name: s for s in record.arguments if (name := find_foreign_id(s, record, (NAME,)))}
        self.old_claims = {c.origin.id: c for c in self.old.record.claims if c.origin}
        self.old_steps = {s.origin.id: s for s in self.old.record.arguments if s.origin}
        self.homes = {number: _resolve(self.points, number) for number in self.points}
        self.stays: dict[str, bool] = {}
        for number in self.points:
            self.stays[number] = self._stays(number)
        for number in self.points:  # a reference may stand before what it refers to
            self.stays[number] = self.stays[number] and self.stays.get(self.homes[number], True)
        self.head, self.places = self._find_places(kept.split("\n"))
        self.numbers = {claim.id: name for name, claim in self.claims.items() if self.stays.get(name)}

    def _find_places(self, lines: list[str]) -> tuple[list[str], list[_Place]]:
        starts = [point.start for point in self.points.values()]
        places: list[_Place] = []
        for number, start, end in zip(self.points, starts, [*starts[1:], len(lines)], strict=True):
            own = lines[start:end]
            blank: list[str] = []
            while len(own) > 1 and not own[-1].strip():
                blank.insert(0, own.pop())
            places.append(_Place(number, own, blank))
        return lines[: starts[0]], places

    def _stays(self, number: str) -> bool:
        """Whether a place still says what the map does, but for its words."""
        home, above = self.homes[number], self.points[number].above
        if home in self.old_claims and home not in self.claims:
            return False
        if above in self.points and not self.stays.get(above, True):
            return False
        if number not in self.old_steps:
            return True
        step, target = self.steps.get(number), self.claims.get(self.homes.get(above, ""))
        joined = step is not None and target is not None and step.target == target.id
        return joined and step is not None and step.premises == (self.claims[home].id,)

    def write(self) -> str:
        kept = [place for place in self.places if self.stays[place.number]]
        ended = self.places[-1].blank
        typical = self.places[0].blank if len(self.places) > 1 else []
        if kept and kept[-1] is not self.places[-1]:
            kept[-1].blank = ended
        for place in kept:
            self._reword(place)
        self._add_rest(kept, typical)
        title = self.new.find_title()
        head = self.head if title == flatten(self.title) else [f"Discussion Title: {title}", ""]
        return "\n".join([*head, *(line for place in kept for line in (*place.lines, *place.blank))])

    def _reword(self, place: _Place) -> None:
        """Put the words and the side that a place has now where it has others."""
        number = place.number
        before, now = self.old_steps.get(number), self.steps.get(number)
        turned = before is not None and now is not None and before.bearing is not now.bearing
        claim, was = self.claims.get(number), self.old_claims.get(number)
        if claim and was and self.new.write_text(claim.id) != self.old.write_text(was.id):
            begun = _BEGUN.match(place.lines[0])
            place.lines = [f"{begun[0] if begun else f'{number}. '}{self.new.write_text(claim.id)}"]
        if turned and now is not None:
            side = "Pro" if now.bearing is Bearing.SUPPORTS else "Con"
            place.lines[0] = _SIDE.sub(rf"\g<1>{side}", place.lines[0], count=1)

    def _add_rest(self, kept: list[_Place], typical: list[str]) -> None:
        """Places for what has none: beneath what it bears on, after all that is there; the others at the end."""
        claims = [claim.id for claim in self.new.record.claims]
        open_ = list(self._find_untold(claims))
        while True:
            waiting = [each for each in open_ if each[0] not in self.numbers]
            for above, side, premise in open_:
                if above in self.numbers:
                    self._add(kept, self.numbers[above], side, premise, typical)
            if len(waiting) == len(open_) and not self._add_roots(kept, claims, open_, typical):
                return
            open_ = waiting

    def _find_untold(self, claims: list[str]) -> Iterator[tuple[str, str, str]]:
        """What no place that stays says: the claim that it bears on, the side, and the claim that bears on it."""
        told = {step.id for number, step in self.steps.items() if self.stays.get(number)}
        for above in claims:
            yield from ((above, side, of) for side, of, step in self.new.children(above) if step not in told)

    def _add_roots(
        self, kept: list[_Place], claims: list[str], open_: list[tuple[str, str, str]], typical: list[str]
    ) -> bool:
        """Whether claims had no place yet and got one at the end: those that bear on nothing, else the first."""
        premises = {premise for _, _, premise in open_}
        homeless = [claim for claim in claims if claim not in self.numbers]
        for claim in [claim for claim in homeless if claim not in premises] or homeless[:1]:
            self._add(kept, "", "", claim, typical)
        return bool(homeless)

    def _add(self, kept: list[_Place], above: str, side: str, claim: str, typical: list[str]) -> None:
        beneath = f"{above}." if above else ""
        inner = [n for n, place in enumerate(kept) if place.number == above or place.number.startswith(beneath)]
        places = (kept[n].number.removeprefix(beneath).partition(".")[0] for n in inner if kept[n].number != above)
        number = f"{beneath}{max(map(int, places), default=0) + 1}"
        known = self.numbers.setdefault(claim, number)
        said = self.new.write_text(claim) if known == number else f"-> See {known}."
        made = _Place(number, [f"{number}. {side}{said}"], typical)
        before = inner[-1] if inner else len(kept) - 1
        if before == len(kept) - 1 and kept:
            made.blank, kept[-1].blank = kept[-1].blank, typical
        kept.insert(before + 1, made)


def _find_homes(record: ArgumentMap) -> dict[str, str]:
    """The step at which each claim was written out where it came from."""
    own = {claim.id: claim.origin for claim in record.claims if claim.origin}
    steps = (step for step in reversed(record.arguments) if step.origin)
    return {step.premises[0]: step.id for step in steps if step.origin == own.get(step.premises[0])}


def _find_evidence(record: ArgumentMap) -> dict[str, list[Source]]:
    """The sources of each claim that has some as evidence."""
    numbers = {claim.origin.id: claim.id for claim in record.claims if claim.origin}
    found: defaultdict[str, list[Source]] = defaultdict(list)
    for source in record.sources:
        named = (source.origin.id or "").split() if source.origin and source.url else ()
        for number in named:
            if number in numbers:
                found[numbers[number]].append(source)
    return found


def _escape(text: str) -> str:
    """A text in which nothing is taken for a link or a reference."""
    plain = re.sub(r"([\\\[\]])", r"\\\1", text)
    return f"\\{plain}" if plain.startswith("-") else plain


PLUGIN = Format(
    "Kialo text export",
    (".kialo.txt",),
    write=write,
    read=read,
    recognise=recognise,
    rejoin=join_lines,
    lasting_ids=False,
    anchors=False,
    tool="Kialo",
)
