"""From a map to Carneades: what came from there goes back with its comments, as far as the map says the same."""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import chain
from typing import TYPE_CHECKING

from argumap.errors import DoesNotFit, OtherTool
from argumap.formats._carneades.case import (
    CONTRADICTS,
    DENIES,
    GIVEN,
    LABELS,
    SILENCES,
    WEIGHTS,
    Inference,
    StatedCase,
    entries,
    parse_case,
    tidy,
)
from argumap.formats._carneades.held_tests import find_failing_tests
from argumap.formats._carneades.reading import CaseReader, derive_question, make_map
from argumap.formats._foreign import join_text
from argumap.formats._foreign_ids import FreeIds, call_foreign, find_foreign_id
from argumap.formats._one_line import clean
from argumap.mapfile import prose, rewrite, scalar
from argumap.model import Bearing, Index, Standard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.formats import Export
    from argumap.mapfile import YamlNode
    from argumap.model import Argument, Claim

NAMES = ("carneades",)
_STANDARDS = {
    Standard.REASON: "PE",
    Standard.BALANCE: "PE",
    Standard.CLEAR: "CCE",
    Standard.UNANSWERED: "BRD",
    Standard.BACKED: "BRD",
    None: "BRD",
}
# The schemes that the program knows by itself; it refuses any other that is not declared.
_BASIC_SCHEMES = frozenset({"", "linked", "convergent", "cumulative", "factorized"})
_LABEL_OF = {status: label for label, status in LABELS.items()}
_QUOTED_NUMBER = re.compile(r'\b(weigth: )"([\d.e-]+)"')


class _CaseWriter:
    """Says as a case what a map says."""

    def __init__(self, export: Export, taken: frozenset[str]) -> None:
        self.map = export.map
        self.index = Index(export.map)
        self.names = call_foreign(export.map, NAMES, lambda record, free: free.name(record.id), taken)
        self.case = StatedCase()
        self.home: dict[str, str] = {}

    def write(self) -> StatedCase:
        for claim in self.map.claims:
            name = self.names[claim.id]
            self.case.texts[name] = claim.text
            if claim.expect and claim.expect.status in _LABEL_OF:
                self.case.tests[name] = _LABEL_OF[claim.expect.status]
        self._write_issues()
        for step in self.map.arguments:
            self._write_step(step)
        for claim in self.map.claims:
            self._write_givenness(claim)
        return self.case

    def _write_issues(self) -> None:
        # The program takes a statement for one issue only.
        free = FreeIds(find_foreign_id(issue, self.map, NAMES) for issue in self.map.issues)
        placed: set[str] = set()
        for issue in self.map.issues:
            came = find_foreign_id(issue, self.map, NAMES)
            answers = [c.id for c in self.index.answering[issue.id] if came or c.id not in placed]
            if issue.exclusive and not issue.compares and len(answers) > 1:
                placed.update(answers)
                name = came or free.name(issue.id)
                positions = tuple(self.names[answer] for answer in answers)
                self._add_issue(name, positions, _STANDARDS[issue.standard])
                if issue.question != derive_question(self.case, positions):
                    self.case.questions[name] = issue.question
        self._write_contradictions(free, placed)

    def _write_contradictions(self, free: FreeIds, placed: set[str]) -> None:
        for one, other in dict.fromkeys((c.id, o) for c in self.map.claims for o in c.contradicts):
            if placed.isdisjoint({one, other}):
                placed |= {one, other}
                pair = sorted((self.names[one], self.names[other]))
                name = free.name("-or-".join(pair))
                self._add_issue(name, (pair[0], pair[1]), "BRD")
                self.case.contradicting.add(name)

    def _add_issue(self, name: str, positions: tuple[str, ...], standard: str) -> None:
        self.case.positions[name] = positions
        self.home |= dict.fromkeys(positions, name)
        self.case.standards[name] = standard
        self.case.questions[name] = ""

    def _write_step(self, step: Argument) -> None:
        name = self.names[step.id]
        if step.bearing is Bearing.UNDERCUTS and self._is_bare(step):
            self.case.undercutters[self.names[step.target]] = self.names[step.premises[0]]
            return
        self.case.inferences[name] = Inference(
            tuple(self.names[premise] for premise in step.premises),
            self._find_conclusion(step),
            step.scheme or "",
            "" if step.weight is None else f"{step.weight:g}",
        )

    def _is_bare(self, step: Argument) -> bool:
        """Whether an undercut is but a claim that undercuts, alone and itself not denied."""
        target = self.index.arguments[step.target]
        if target.bearing is Bearing.UNDERCUTS and self._is_bare_shape(target):
            return False
        return self._is_bare_shape(step)

    def _is_bare_shape(self, step: Argument) -> bool:
        plain_step = len(step.premises) == 1 and not step.scheme and step.weight is None
        return plain_step and not self.index.on[step.id] and len(self.index.on[step.target]) == 1

    def _find_conclusion(self, step: Argument) -> str:
        """The statement that a step is for; of one that attacks or undercuts, that the other does not hold."""
        target = self.names[step.target]
        if step.bearing is Bearing.SUPPORTS:
            return target
        if step.bearing is Bearing.UNDERCUTS:
            silence = f"¬app({target})"
            self.case.texts[silence] = silence
            self.case.silences[silence] = target
            self.case.undercutters[target] = silence
            return silence
        denial = f"¬{target}"
        self.case.texts[denial] = f"¬ {self.index.claims[step.target].text}"
        self.case.denials[denial] = target
        if target not in self.home:
            self._add_issue(f"{target}-or-not", (target, denial), "BRD")
        elif denial not in self.home:
            self.case.positions[self.home[target]] += (denial,)
            self.home[denial] = self.home[target]
        return denial

    def _write_givenness(self, claim: Claim) -> None:
        """A claim stands until it is denied, unless it requires support; there a statement is out without any."""
        name = self.names[claim.id]
        if claim.requires_support:
            return
        if f"¬{name}" in self.case.denials:
            self.case.given[f"given({name})"] = name
        else:
            self.case.assumed.add(name)


def write(export: Export) -> str:
    """A map as a file of Carneades; one that came from there says what it said, in the same words."""
    text = join_text(export.kept)
    try:
        data = parse_case(text, "kept.yml") if text else {}
    except OtherTool:
        data = {}
    reader = CaseReader(data)
    before = reader.read()
    taken = frozenset(map(tidy, chain(entries(data, "statements"), entries(data, "arguments"))))
    now = _CaseWriter(export, taken).write()
    if before.tests:
        untold = find_failing_tests(make_map(deepcopy(before), export.map.title)[0], before)
        now.tests = {name: label for name, label in untold.items() if name in now.texts} | now.tests
    wanted = _Changes(data, reader, before, now).apply()
    if not data:
        return _dump({"meta": {"title": export.map.title}, **wanted})
    try:
        return _QUOTED_NUMBER.sub(r"\1\2", rewrite(text, wanted)) if wanted != data else text
    except DoesNotFit:  # a file written in a way that cannot be changed in part
        return _dump(wanted)


class _Changes:
    """The data of a file made to say what a map says now."""

    def __init__(self, data: dict[str, YamlNode], reader: CaseReader, before: StatedCase, now: StatedCase) -> None:
        self.data = deepcopy(data)
        self.keys = reader.keys
        self.before, self.now = before, now
        self.gone = {name for name in before.texts if name not in now.texts}

    def apply(self) -> dict[str, YamlNode]:
        if self.before != self.now:
            self._change_statements()
            self._change_issues()
            self._change_arguments()
            self._change_assumptions()
            self._change_tests()
            self._declare_schemes()
        return self.data

    def _section(self, key: str) -> dict[str, YamlNode]:
        """A section, made where it is not there; an empty one is taken out at the end."""
        section = self.data.get(key)
        made: dict[str, YamlNode] = section if isinstance(section, dict) else {}
        self.data[key] = made
        return made

    def _close(self, key: str) -> None:
        if not self.data.get(key):
            del self.data[key]

    def _change_statements(self) -> None:
        section = self._section("statements")
        for name in self.gone:
            section.pop(self.keys[name], None)
        for name, text in self.now.texts.items():
            key = self.keys.get(name, name)
            entry = section.get(key)
            if name not in self.before.texts:
                section[key] = self._make_statement(name, text)
            elif text != self.before.texts[name] and isinstance(entry, dict):
                entry["text"] = text
            elif text != self.before.texts[name]:
                section[key] = text
        self._close("statements")

    def _make_statement(self, name: str, text: str) -> YamlNode:
        marks = {DENIES: self.now.denials.get(name), SILENCES: self.now.silences.get(name)}
        meta: dict[str, YamlNode] = {mark: value for mark, value in marks.items() if value}
        return {"text": text, "meta": meta} if meta else text

    def _change_issues(self) -> None:
        section = self._section("issues")
        for name in self.before.positions:
            if name not in self.now.positions:
                section.pop(name, None)
        for name, positions in self.now.positions.items():
            held = section.get(name)
            entry: dict[str, YamlNode] = held if isinstance(held, dict) else {}
            section[name] = entry
            if set(positions) != set(self.before.positions.get(name, ())):
                entry["positions"] = list(positions)
            if self.now.standards[name] != self.before.standards.get(name):
                entry["standard"] = self.now.standards[name]
            if (question := self.now.questions[name]) and question != self.before.questions.get(name):
                entry["meta"] = {**entries(entry, "meta"), "title": question}
            if name in self.now.contradicting - self.before.contradicting:
                entry["meta"] = {**entries(entry, "meta"), CONTRADICTS: "each other"}
        self._close("issues")

    def _change_arguments(self) -> None:
        section = self._section("arguments")
        for name in self.before.inferences:
            if name not in self.now.inferences:
                section.pop(name, None)
        for name, inference in self.now.inferences.items():
            held = section.get(name)
            entry: dict[str, YamlNode] = held if isinstance(held, dict) else {}
            section[name] = entry
            known = self.before.inferences.get(name)
            if known is None or not known.says_as(inference):
                self._change_inference(entry, inference, known)
            undercutter = self.now.undercutters.get(name)
            if undercutter != self.before.undercutters.get(name):
                _set(entry, "undercutter", undercutter or "")
        for name, given in self.now.given.items():
            if name not in self.before.given:
                section[name] = {"conclusion": given, "meta": {GIVEN: given}}
        for name in self.before.given:
            if name not in self.now.given:
                section.pop(name, None)
        self._close("arguments")

    def _change_inference(self, entry: dict[str, YamlNode], new: Inference, old: Inference | None) -> None:
        entry["conclusion"] = new.conclusion
        if old is None or set(old.premises) != set(new.premises):
            entry["premises"] = list(new.premises)
        _set(entry, "scheme", new.scheme)
        if old is None or old.weight != new.weight:
            key = next((key for key in WEIGHTS if key in entry), WEIGHTS[0])
            _set(entry, key, new.weight)

    def _change_assumptions(self) -> None:
        dropped = (self.before.assumed - self.now.assumed) | self.gone
        new = self.now.assumed - self.before.assumed
        come = [name for name in self.now.texts if name in new]
        for name in dropped:
            if isinstance(entry := entries(self.data, "statements").get(self.keys.get(name, "")), dict):
                entry.pop("assumed", None)
        _change_list(self.data, "assumptions", dropped, come)

    def _change_tests(self) -> None:
        changed = {n for n, label in self.before.tests.items() if self.now.tests.get(n) != label}
        for section in ("labels", "tests"):
            held = entries(self.data, section)
            for label in list(held):
                _change_list(held, label, changed, [])
            if section in self.data and not held:
                del self.data[section]
        come = [name for name in self.now.tests if self.now.tests[name] != self.before.tests.get(name)]
        if come:
            held = self._section("tests")
            for label in LABELS:
                _change_list(held, label, set(), [name for name in come if self.now.tests[name] == label])

    def _declare_schemes(self) -> None:
        known = {inference.scheme for inference in self.before.inferences.values()}
        used = dict.fromkeys(inference.scheme for inference in self.now.inferences.values())
        new = [scheme for scheme in used if scheme not in known | _BASIC_SCHEMES]
        held = self.data.get("argument_schemes")
        if new and isinstance(held, dict):
            self.data["argument_schemes"] = held | {scheme: {} for scheme in new}
        elif new:
            declared: list[YamlNode] = [{"id": scheme} for scheme in new]
            self.data["argument_schemes"] = [*(held if isinstance(held, list) else []), *declared]


def _set(entry: dict[str, YamlNode], key: str, value: str) -> None:
    if value:
        entry[key] = value
    else:
        entry.pop(key, None)


def _change_list(holder: dict[str, YamlNode], key: str, dropped: set[str], come: list[str]) -> None:
    """Take ids out of a list of a section and put others in; one that becomes empty goes."""
    held = holder.get(key)
    before: list[YamlNode] = held if isinstance(held, list) else [held] if isinstance(held, str) else []
    after = [each for each in before if not (isinstance(each, str) and tidy(each) in dropped)]
    known = {each for each in after if isinstance(each, str)}
    after += [name for name in come if name not in known]
    if after != before:
        holder[key] = after
    if before and not after:
        del holder[key]


def _dump(data: dict[str, YamlNode]) -> str:
    """A file written anew: a section a block, an entry a line."""
    return "\n".join([*chain.from_iterable(_dump_section(key, value) for key, value in data.items()), ""])


def _dump_section(key: str, value: YamlNode) -> Iterator[str]:
    if isinstance(value, dict) and value:
        yield f"{key}:"
        yield from (f"  {scalar(name)}: {_flow(each, name)}" for name, each in value.items())
    elif isinstance(value, list) and value:
        yield f"{key}:"
        yield from (f"  - {_flow(each)}" for each in value)
    elif clean(value):
        yield f"{key}: {_flow(value)}"


def _flow(value: YamlNode, key: str = "") -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{scalar(name)}: {_flow(each, name)}' for name, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(_flow(each) for each in value)}]"
    text = value or ""
    if key in WEIGHTS:
        return text
    return prose(text) if key in {"text", "title"} else scalar(text)
