"""From an Argdown document to a map.

A statement becomes a claim, and so does an argument that is only sketched: it is the reason that it gives. Where
premises and conclusions are numbered, each inference becomes a step from all its premises. What stands under a
heading that asks answers a question; any other heading becomes a tag.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from argumap.formats._argdown.document import Ref, RelationKind, Sort
from argumap.formats._argdown.map_text import MapText
from argumap.formats._argdown.wordings import clean, read_plain
from argumap.formats._foreign import Imported, Loss, LossKind
from argumap.formats._titles import MOST, make_title, name_map
from argumap.mapfile import is_slug
from argumap.text import Slugs, get_language, guess_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argumap.formats._argdown.document import ArgdownDocument, ArgdownElement, ArgdownSection, Relation
    from argumap.formats._argdown.wordings import PlainText
    from argumap.formats._foreign import Kept
    from argumap.mapfile import YamlNode

DENIAL = "denial"
"""What stands as ``argumap`` in the data of a conclusion that is there only because Argdown asks for one."""
_PLACE_KEYS = frozenset({"at", "quote", "prefix", "suffix"})
ISSUE_KEYS = _PLACE_KEYS | {"compares", "exclusive", "standard"}
STEP_KEYS = _PLACE_KEYS | {"warrant", "weight", "inferred", "said"}
CLAIM_KEYS = _PLACE_KEYS | {
    "title",
    "type",
    "answers",
    "about",
    "concerns",
    "rephrases",
    "implicit",
    "date",
    "base",
    "requires_support",
    "standard",
    "expect",
    "said",
    "tags",
}
MAP_KEYS = ("language", "standard", "tour", "accepted")
MAP_SECTIONS = ("sources", "sections", "stakeholders", "concepts")
_ARGDOWN_KEYS = frozenset({"id", "isCanonical", "uses", "proponent", "argumap"})
_MOST_STEPS = 32
_LONGEST_ID = 60
_LANGUAGE_SAMPLE = 200
_ASKS = ("?", "？", "؟")
_ADDRESS = re.compile(r"https?://\S+")
_SIGNS = {RelationKind.SUPPORT: "+>", RelationKind.ATTACK: "->", RelationKind.UNDERCUT: "_>"}
_VERBS = {RelationKind.SUPPORT: "supports", RelationKind.ATTACK: "attacks", RelationKind.UNDERCUT: "undercuts"}
_WORDS = {RelationKind.SUPPORT: "for", RelationKind.ATTACK: "against", RelationKind.UNDERCUT: "undercut"}
_STRICT = "strict"


class _PlannedStep(NamedTuple):
    """A step as it is to be written; ``name`` is its title in the document, ``origin`` its foreign id."""

    premises: tuple[str, ...]
    kind: RelationKind
    target: str
    origin: str
    name: str = ""
    scheme: str = ""
    data: dict[str, YamlNode] | None = None


class _Undercut(NamedTuple):
    """An undercut of all steps that are made of ``target``, by a step ``of`` what makes it."""

    of: Ref
    target: Ref
    step: _PlannedStep


class ArgdownReader:
    """Makes a map of a document; ``ids`` and ``origins`` are those of its claims, by element."""

    def __init__(self, document: ArgdownDocument, name: str) -> None:
        self.document = document
        self.name = name
        self.losses: list[Loss] = []
        self.map = MapText()
        self.texts: dict[Ref, PlainText] = {}
        self.ids: dict[Ref, str] = {}
        self.origins: dict[Ref, str] = {}
        self.made: defaultdict[Ref, list[str]] = defaultdict(list)
        self.used = {record_id for section in MAP_SECTIONS for record_id in self._shared(section)}
        self.known_origins: set[str] = set()
        people = self._shared("stakeholders").items()
        self.people = {clean(_word(entry.get("name"))): i for i, entry in people if isinstance(entry, dict)}
        self.denied: dict[Ref, tuple[Ref, _PlannedStep]] = {}
        concluded = {argument.lines[-1].statement for argument in document.arguments.values() if argument.lines}
        self.denials = {
            element.ref
            for title, element in document.statements.items()
            if title in concluded and element.data.get("argumap") == DENIAL
        }
        self.claims = self._order_claims()
        self.slugs = self._make_slugs()

    def lose(self, kind: LossKind, why: str, at: str) -> None:
        self.losses.append(Loss(kind, why, at))

    # Which claims there are, and how they are called

    def _order_claims(self) -> list[ArgdownElement]:
        """What becomes a claim, where it is first written out, else where it is first named."""
        found = [e for e in self.document.elements() if e.ref not in self.denials and not e.lines]
        return sorted(found, key=_place)

    def _make_slugs(self) -> Slugs:
        for element in self.claims:
            self.texts[element.ref] = read_plain(element.main)
        sample = " ".join(plain.text for plain in [*self.texts.values()][:_LANGUAGE_SAMPLE])
        wanted = [*map(_find_slug, (*self.claims, *self.document.arguments.values()))]
        lines = (line for argument in self.document.arguments.values() for line in argument.lines)
        wanted += [_word(line.data.get("id")) for line in lines]
        wanted += [_word(section.heading.data.get("id")) for section in self.document.sections]
        for section in MAP_SECTIONS:
            wanted += self._shared(section)
        return Slugs(get_language(guess_language(sample) or "en"), taken=[w for w in wanted if is_slug(w)])

    def _shared(self, section: str) -> dict[str, YamlNode]:
        ours = self.document.front.get("argumap")
        found = ours.get(section) if isinstance(ours, dict) else None
        return found if isinstance(found, dict) else {}

    def take_id(self, wanted: str, words: str, *, names: bool = False) -> str:
        """The id that the document asks for, if it is free, else one of its words."""
        if is_slug(wanted) and wanted not in self.used:
            self.used.add(wanted)
            return wanted
        return self.slugs.make(words, names=names)

    def read(self, kept: tuple[Kept, ...]) -> Imported:
        """The map, with what it has beside."""
        title = self._read_head()
        for element in self.claims:
            self._name(element)
        tags, answers = self._read_sections(title)
        for element in self.claims:
            self._read_claim(element, tags, answers)
        self._read_arguments()
        self._read_relations()
        self._read_links()
        self._tell_rest()
        record, losses = self.map.read()
        return Imported(record, kept, (*self.losses, *losses))

    # The map as a whole

    def _read_head(self) -> ArgdownSection | None:
        """The title of the map, of the front matter or of a heading above all others, which is returned."""
        front = self.document.front
        written = clean(_word(front.get("title")))
        heading = None if written else self._find_title()
        named = read_plain(heading.heading).text if heading else ""
        self.map.title = written or named or name_map(self.name)
        ours = front.get("argumap")
        if isinstance(ours, dict):
            self.map.keys = _pick(ours, MAP_KEYS)
        for section in MAP_SECTIONS:
            for record_id, entry in self._shared(section).items():
                if isinstance(entry, dict):
                    self.map.add(section, record_id, {}, entry, f"{section} {record_id}")
        settings = [key for key in front if key not in {"title", "argumap"}]
        self.losses += [Loss(LossKind.ASIDE, "settings of the front matter", key) for key in settings]
        return heading

    def _find_title(self) -> ArgdownSection | None:
        """The first heading, if it stands before everything else and above all other headings."""
        if not self.document.sections:
            return None
        top, *others = self.document.sections
        if _asks(top) or any(section.level <= top.level for section in others):
            return None
        before = min(map(_place, self.claims), default=(True, 0))
        return top if others or (False, top.heading.at) <= before else None

    def _name(self, element: ArgdownElement) -> None:
        plain = self.texts[element.ref]
        title = "" if element.untitled else clean(element.ref.title)
        self.ids[element.ref] = self.take_id(_find_slug(element), title or plain.text, names=bool(title))
        # What has no title is known by its words, for its number changes with every other one.
        self.origins[element.ref] = self._find_origin(element, plain.text)

    def _find_origin(self, element: ArgdownElement, text: str) -> str:
        if not element.untitled:
            return str(element.ref)
        base = text if len(text) <= _LONGEST_ID else f"{text[:_LONGEST_ID]}…"
        found, n = base, 2
        while found in self.known_origins:
            found, n = f"{base} ({n})", n + 1
        self.known_origins.add(found)
        return found

    def _read_sections(self, title: ArgdownSection | None) -> tuple[dict[int, str], dict[str, list[str]]]:
        """The tag of each section by its number; and the questions that a statement answers, by its title."""
        tags: dict[int, str] = {}
        answers: defaultdict[str, list[str]] = defaultdict(list)
        for n, section in enumerate(self.document.sections):
            text = read_plain(section.heading).text
            if section is title or not text:
                continue
            if _asks(section):
                issue = self._add_issue(section, text)
                for statement in section.listed:
                    answers[statement].append(issue)
            else:
                tags[n] = text
                self.lose(LossKind.NEARLY, "a heading, held as a tag of what stands under it", text)
        return tags, answers

    def _add_issue(self, section: ArgdownSection, question: str) -> str:
        data = section.heading.data
        made = self.take_id(_word(data.get("id")), question)
        base: dict[str, YamlNode] = {"question": question, "origin": {"id": f"# {question}"}}
        if tags := [*section.heading.tags, *_words(data.get("tags"))]:
            base["tags"] = list(tags)
        self.map.add("issues", made, base, _pick(data, ISSUE_KEYS), f"# {question}")
        self._tell_data(data, {*ISSUE_KEYS, "tags"}, f"# {question}")
        return made

    # Claims

    def _read_claim(self, element: ArgdownElement, tags: dict[int, str], answers: dict[str, list[str]]) -> None:
        ref, plain = element.ref, self.texts[element.ref]
        origin = self.origins[ref]
        text = plain.text or clean(ref.title)
        if not plain.text:
            self.lose(LossKind.NEARLY, "a title without words of its own, held as a claim", origin)
        card = _find_card(element, text)
        data = element.data
        labels = dict.fromkeys(
            (*map(clean, element.tags), tags.get(element.section, ""), *_words(data.get("tags")))
        )
        base: dict[str, YamlNode] = {
            "title": card if card != text else "",
            "text": text,
            "also": _find_further(element, text),
            "tags": [label for label in labels if label],
            "origin": {"id": origin},
        }
        extra = _pick(data, CLAIM_KEYS - {"tags", "answers"})
        listed = answers.get(ref.title, []) if ref.sort is Sort.STATEMENT else []
        if answered := dict.fromkeys((*listed, *_words(data.get("answers")))):
            extra["answers"] = list(answered)
        self._add_voice(extra, data, "argues" if ref.sort is Sort.ARGUMENT else "asserts")
        self.map.add("claims", self.ids[ref], {key: value for key, value in base.items() if value}, extra, origin)
        self._tell_data(data, CLAIM_KEYS, origin)
        self._tell_markup(element, origin)

    def _add_voice(self, extra: dict[str, YamlNode], data: dict[str, YamlNode], act: str) -> None:
        """Add who is the proponent, as Argdown's own plug-in for speakers has it."""
        who = clean(_word(data.get("proponent")))
        if who and "said" not in extra:
            extra["said"] = {"by": self._find_person(who), "act": act}

    def _find_person(self, name: str) -> str:
        if name not in self.people:
            self.people[name] = self.slugs.make(name, names=True)
            self.map.add("stakeholders", self.people[name], {"name": name}, {}, name)
        return self.people[name]

    def _tell_data(self, data: dict[str, YamlNode], known: Iterable[str], origin: str) -> None:
        if unknown := sorted(set(data) - set(known) - _ARGDOWN_KEYS):
            self.lose(LossKind.ASIDE, f"YAML data that no map has a key for: {', '.join(unknown)}", origin)

    def _tell_markup(self, element: ArgdownElement, origin: str) -> None:
        plains = [read_plain(w) for w in element.wordings if w.ranges]
        if any(plain.types for plain in plains):
            self.lose(LossKind.NEARLY, "bold or italic words, held as plain ones", origin)
        if any(plain.mentions for plain in plains):
            self.lose(LossKind.NEARLY, "a mention of something, held as its words", origin)

    # Steps

    def _read_arguments(self) -> None:
        for argument in self.document.arguments.values():
            if not argument.lines:
                continue
            numbers: list[int] = []
            for n, line in enumerate(argument.lines, 1):
                if line.is_conclusion:
                    self._read_inference(argument, n, _find_used(line.data, n) or numbers)
                    numbers = []
                numbers.append(n)
            self._tell_description(argument)

    def _tell_description(self, argument: ArgdownElement) -> None:
        data = {key: value for key, value in argument.data.items() if key not in STEP_KEYS}
        self._tell_data(data, (), str(argument.ref))
        if argument.main is not None:
            self.lose(LossKind.ASIDE, "the words of an argument that has its premises beside", str(argument.ref))

    def _read_inference(self, argument: ArgdownElement, n: int, numbers: list[int]) -> None:
        """The step to the numbered line ``n`` from those with the ``numbers``."""
        line = argument.lines[n - 1]
        here = Ref(Sort.INFERENCE, argument.ref.title, n)
        origin = name_inference(argument, n)
        named = [Ref(Sort.STATEMENT, argument.lines[number - 1].statement) for number in numbers]
        if not named or any(ref not in self.ids for ref in named):
            what = "an inference from a denial" if named else "an inference without a premise"
            self.lose(LossKind.ASIDE, what, origin)
            return
        told = {**argument.data, **line.data} if n == len(argument.lines) else line.data
        data = _pick(told, STEP_KEYS)
        self._add_voice(data, told, "argues")
        self._tell_data(line.data, STEP_KEYS, origin)
        step = _PlannedStep(
            premises=tuple(dict.fromkeys(self.ids[ref] for ref in named)),
            kind=RelationKind.SUPPORT,
            target="",
            origin=origin,
            name=_word(line.data.get("id")) or _name_line(argument, n),
            scheme=", ".join(map(clean, line.rules)),
            data=data,
        )
        conclusion = Ref(Sort.STATEMENT, line.statement)
        if conclusion in self.denials:
            self.denied[conclusion] = (here, step)
        else:
            self.add_step(here, step._replace(target=self.ids[conclusion]))

    def add_step(self, of: Ref, step: _PlannedStep) -> None:
        if step.target in step.premises:
            self.lose(LossKind.ASIDE, "a relation from a statement to itself", step.origin)
            return
        made = self._name_step(step)
        base: dict[str, YamlNode] = {"premises": list(step.premises), _VERBS[step.kind]: step.target}
        if step.scheme:
            base["scheme"] = step.scheme
        base["origin"] = {"id": step.origin}
        self.map.add("arguments", made, base, step.data or {}, step.origin)
        self.made[of].append(made)

    def _name_step(self, step: _PlannedStep) -> str:
        """``premise/target`` where that is free, as a map writes it; else the step's own title, or its words."""
        plain = f"{step.premises[0]}/{step.target}"
        if len(step.premises) == 1 and plain not in self.used and step.name in {"", plain}:
            self.used.add(plain)
            return plain
        words = f"{_WORDS[step.kind]} {step.target.replace('-', ' ').replace('/', ' ')}"
        return self.take_id(step.name, clean(step.name) or words, names=True)

    def _read_relations(self) -> None:
        later: list[_Undercut] = []
        for relation in self.document.relations:
            told = self.tell(relation)
            source = self.ids.get(relation.source)
            if relation.source in self.denied:
                of, step = self.denied[relation.source]
                target = self.ids.get(relation.target, "")
                if relation.kind is RelationKind.UNDERCUT:
                    later.append(_Undercut(of, relation.target, step._replace(kind=relation.kind)))
                elif target and relation.kind in _VERBS:
                    self.add_step(of, step._replace(kind=relation.kind, target=target))
                else:
                    self.lose(LossKind.ASIDE, "a relation to what is no claim", told)
            elif source is None:
                self.lose(LossKind.ASIDE, "a relation of what is no claim", told)
            elif relation.kind is RelationKind.UNDERCUT:
                step = _PlannedStep((source,), relation.kind, "", told)
                later.append(_Undercut(relation.source, relation.target, step))
            elif relation.kind is RelationKind.CONTRADICTION or self._is_contrary(relation):
                self._contradict(relation)
            else:
                self._bear(relation, source, told)
        self._undercut(later)

    def _is_contrary(self, relation: Relation) -> bool:
        """Whether this is an attack in a document that says that attacks between statements are contraries."""
        model = self.document.front.get("model")
        strict = isinstance(model, dict) and model.get("mode") == _STRICT
        sorts = {relation.source.sort, relation.target.sort}
        return strict and relation.kind is RelationKind.ATTACK and sorts == {Sort.STATEMENT}

    def tell(self, relation: Relation) -> str:
        """The foreign id of a relation."""
        names = [self.origins.get(ref, str(ref)) for ref in (relation.source, relation.target)]
        return f" {_SIGNS.get(relation.kind, '><')} ".join(names)

    def _contradict(self, relation: Relation) -> None:
        pair = sorted({self.ids.get(relation.source, ""), self.ids.get(relation.target, "")} - {""})
        if len(pair) < len(("one", "other")):
            self.lose(LossKind.ASIDE, "a contradiction with what is no claim", self.tell(relation))
        else:
            self.map.extend("claims", pair[0], "contradicts", pair[1])

    def _bear(self, relation: Relation, source: str, told: str) -> None:
        if (target := self.ids.get(relation.target)) is not None:
            self.add_step(relation.source, _PlannedStep((source,), relation.kind, target, told))
        elif relation.target.sort is Sort.ARGUMENT:
            self._bear_on_argument(relation, source, told)
        else:
            self.lose(LossKind.ASIDE, "a relation to what is no claim", told)

    def _bear_on_argument(self, relation: Relation, source: str, told: str) -> None:
        """A relation to premises and a conclusion that does not say which of the premises is meant."""
        lines = self.document.arguments[relation.target.title].lines
        premises = dict.fromkeys(line.statement for line in lines if not line.is_conclusion)
        only = self.ids.get(Ref(Sort.STATEMENT, next(iter(premises), "")))
        last = self.made[Ref(Sort.INFERENCE, relation.target.title, len(lines))]
        if len(premises) == 1 and only is not None:
            self.lose(LossKind.NEARLY, "a relation to an argument, held as one to its only premise", told)
            self.add_step(relation.source, _PlannedStep((source,), relation.kind, only, told))
        elif relation.kind is RelationKind.ATTACK and last:
            why = "an attack on an argument, held against its step, for no premise of it is named"
            self.lose(LossKind.NEARLY, why, told)
            for step in last:
                self.add_step(relation.source, _PlannedStep((source,), RelationKind.UNDERCUT, step, told))
        else:
            self.lose(LossKind.ASIDE, "support of an argument that does not say which premise is meant", told)

    def _undercut(self, jobs: list[_Undercut]) -> None:
        """Make the undercuts, each of all steps of its target: first of those whose steps are all made."""
        waiting: defaultdict[Ref, list[int]] = defaultdict(list)
        unmade = Counter(job.of for job in jobs)
        for n, job in enumerate(jobs):
            waiting[job.target].append(n)
        ready = deque(n for n, job in enumerate(jobs) if not unmade[job.target])
        rest = iter(range(len(jobs)))  # what is left when nothing is ready goes round in circles
        done: set[int] = set()
        while len(done) < len(jobs):
            n = ready.popleft() if ready else next(n for n in rest if n not in done)
            if n in done:
                continue
            done.add(n)
            self._undercut_steps(jobs[n])
            unmade[jobs[n].of] -= 1
            if not unmade[jobs[n].of]:
                ready.extend(waiting[jobs[n].of])

    def _undercut_steps(self, job: _Undercut) -> None:
        steps = tuple(self.made.get(job.target, ()))
        if job.target.sort is Sort.STATEMENT:
            self.lose(LossKind.ASIDE, "an undercut of a statement, where there is no step", job.step.origin)
        elif not steps:
            self.lose(LossKind.ASIDE, "an undercut of an argument that bears on nothing", job.step.origin)
        elif len(steps) > _MOST_STEPS:
            self.lose(LossKind.ASIDE, "an undercut of more steps than a map would hold", job.step.origin)
        else:
            for target in steps:
                self.add_step(job.of, job.step._replace(target=target))

    # What else there is

    def _read_links(self) -> None:
        citing: dict[tuple[str, str], list[str]] = {}
        for ref, plain in self.texts.items():
            for words, address in plain.links:
                if _ADDRESS.fullmatch(address):
                    citing.setdefault((address, words or address), []).append(self.origins[ref])
                else:
                    self.lose(LossKind.ASIDE, "a link that leads to no address", self.origins[ref])
        for (address, words), origins in citing.items():
            base: dict[str, YamlNode] = {"title": words, "url": address, "origin": {"id": LINKED.join(origins)}}
            self.map.add("sources", self.slugs.make(words, names=True), base, {}, origins[0])

    def _tell_rest(self) -> None:
        for why, line in self.document.comments:
            self.lose(LossKind.ASIDE, why, line)
        for line in self.document.lists:
            self.lose(LossKind.NEARLY, "a list, its items held one by one", line)


LINKED = " | "
"""Stands between the ids of the claims that have a link to a source."""


def _place(element: ArgdownElement) -> tuple[bool, int]:
    written = [wording.at for wording in element.wordings if not wording.is_reference]
    named = [wording.at for wording in element.wordings]
    return (False, min(written or named)) if element.wordings else (True, 0)


def _find_slug(element: ArgdownElement) -> str:
    """The id that an element asks for: the ``id`` in its data, or a title that is one."""
    wanted = _word(element.data.get("id"))
    return wanted if is_slug(wanted) else "" if element.untitled else element.ref.title


def _asks(section: ArgdownSection) -> bool:
    """Whether a heading is a question."""
    return "id" in section.heading.data or read_plain(section.heading).text.endswith(_ASKS)


def _find_used(data: dict[str, YamlNode], conclusion: int) -> list[int]:
    """The lines that an inference says that it uses."""
    numbers = [_word(number) for number in _list(data.get("uses"))]
    return [int(n) for n in numbers if n.isdecimal() and len(n) < len("1000000") and 0 < int(n) < conclusion]


def _find_card(element: ArgdownElement, text: str) -> str | None:
    """The title of a claim: that of the document, unless it is an id or none."""
    title = clean(element.ref.title)
    return make_title(text) if element.untitled or is_slug(title) or len(title) > MOST else title


def _find_further(element: ArgdownElement, text: str) -> list[YamlNode]:
    """The wordings of a claim besides the one that counts."""
    found = dict.fromkeys(read_plain(w).text for w in element.wordings if w.text and not w.is_reference)
    return [words for words in found if words and words != text]


def name_inference(argument: ArgdownElement, n: int) -> str:
    """The foreign id of the step to line ``n`` of an argument: its title, where it has no other step."""
    conclusions = (line for line in argument.lines if line.is_conclusion)
    several = len(list(islice(conclusions, 2))) > 1
    return str(argument.ref if not several else Ref(Sort.INFERENCE, argument.ref.title, n))


def _name_line(argument: ArgdownElement, n: int) -> str:
    """What the step to line ``n`` of an argument is called."""
    title = "" if argument.untitled else argument.ref.title
    return title if n == len(argument.lines) or not title else f"{title} {n}"


def _pick(data: dict[str, YamlNode], keys: Iterable[str]) -> dict[str, YamlNode]:
    return {key: value for key, value in data.items() if key in set(keys)}


def _word(value: YamlNode) -> str:
    return value if isinstance(value, str) else ""


def _words(value: YamlNode) -> list[str]:
    """A word, or the words of a list, of which there may be none."""
    return [clean(each) for each in _list(value) if isinstance(each, str) and clean(each)]


def _list(value: YamlNode) -> list[YamlNode]:
    return value if isinstance(value, list) else [value]


def read_document(document: ArgdownDocument, name: str, kept: tuple[Kept, ...]) -> Imported:
    """The map of a document that came from the file ``name``, with what it has beside."""
    return ArgdownReader(document, name).read(kept)
