"""From Carneades to a map: statements as claims, arguments as steps, undercutters, issues and tests."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

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
    mark_of,
    parse_case,
    tidy,
    words,
)
from argumap.formats._carneades.held_tests import keep_held_tests
from argumap.formats._foreign import Imported, Loss, LossKind, keep_lines
from argumap.formats._one_line import clean
from argumap.formats._step_ids import StepIds
from argumap.formats._titles import make_title, name_map
from argumap.model import Argument, ArgumentMap, Bearing, Claim, Expectation, Issue, Origin, Standard
from argumap.text import Slugs, get_language, guess_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.formats._foreign import Foreign
    from argumap.mapfile import YamlNode

UNDERCUTTER = ".undercutter"
"""Stands behind the id of an argument in the id of its being undercut."""
STANDARDS = {"PE": Standard.BALANCE, "CCE": Standard.CLEAR, "BRD": Standard.UNANSWERED}
_NAMES = {
    "PE": "preponderance of the evidence",
    "CCE": "clear and convincing evidence",
    "BRD": "beyond reasonable doubt",
}
_SAMPLE = 1_000
_LANGUAGE_SAMPLE = 200
_LONGEST_PATH = 2


class CaseReader:
    """Reads data as a case, and tells what of it is none."""

    def __init__(self, data: dict[str, YamlNode]) -> None:
        self.data = data
        self.case = StatedCase()
        self.losses: list[Loss] = []
        self.keys: dict[str, str] = {}

    def read(self) -> StatedCase:
        self._read_statements()
        self._read_arguments()
        self._read_issues()
        self._read_assumptions()
        self._read_tests()
        self._tell_rest()
        return self.case

    def _aside(self, why: str, name: str = "") -> None:
        self.losses.append(Loss(LossKind.ASIDE, why, name))

    def _read_statements(self) -> None:
        for key, entry in entries(self.data, "statements").items():
            name = tidy(key)
            text = clean(entry.get("text")) if isinstance(entry, dict) else clean(entry)
            if name in self.case.texts or not name:
                self._aside("a second statement with an id that is taken", key)
            elif not text:
                self._aside("a statement without words", key)
            else:
                self.keys[name] = key
                self.case.texts[name] = text
                self._note_marks(name, entry)

    def _note_marks(self, name: str, entry: YamlNode) -> None:
        if denied := mark_of(entry, DENIES):
            self.case.denials[name] = denied
        if silenced := mark_of(entry, SILENCES):
            self.case.silences[name] = silenced
        if isinstance(entry, dict) and clean(entry.get("assumed")) == "true":
            self.case.assumed.add(name)

    def _read_arguments(self) -> None:
        for name, entry in entries(self.data, "arguments").items():
            holder = entry if isinstance(entry, dict) else {}
            premises = self._find_premises(holder.get("premises"), name)
            conclusion = tidy(clean(holder.get("conclusion")))
            if given := mark_of(entry, GIVEN):
                self.case.given[name] = given
            elif why := self._find_fault(premises, conclusion):
                self._aside(why, name)
            else:
                scheme, weight = clean(holder.get("scheme")), self._find_weight(holder, name)
                self.case.inferences[name] = Inference(premises, conclusion, scheme, weight)
                self._read_undercutter(name, holder)

    def _find_premises(self, value: YamlNode, name: str) -> tuple[str, ...]:
        if isinstance(value, dict):
            self._aside("what part each premise has in an argument", name)
            return tuple(dict.fromkeys(word for each in value.values() for word in words(each)))
        return tuple(dict.fromkeys(words(value)))

    def _find_fault(self, premises: tuple[str, ...], conclusion: str) -> str:
        if not premises:
            return "an argument without premises"
        if any(premise not in self.case.texts for premise in premises):
            return "an argument from what is no statement"
        if conclusion not in self.case.texts:
            return "an argument for what is no statement"
        return "an argument from a statement to itself" if conclusion in premises else ""

    def _find_weight(self, holder: dict[str, YamlNode], name: str) -> str:
        written = next((clean(holder[key]) for key in WEIGHTS if clean(holder.get(key))), "")
        if not written:
            return ""
        try:
            number = float(written)
        except ValueError:
            number = -1
        if 0 <= number <= 1:
            return f"{number:g}"
        self._aside("a weight that is not between 0 and 1", name)
        return ""

    def _read_undercutter(self, name: str, holder: dict[str, YamlNode]) -> None:
        undercutter = tidy(clean(holder.get("undercutter")))
        if undercutter in self.case.texts:
            self.case.undercutters[name] = undercutter
        elif undercutter:
            self._aside("an undercutter that is no statement", name)

    def _read_issues(self) -> None:
        for name, entry in entries(self.data, "issues").items():
            holder = entry if isinstance(entry, dict) else {}
            positions = tuple(dict.fromkeys(words(holder.get("positions"))))
            known = tuple(p for p in positions if p in self.case.texts)
            if len(known) < len(positions):
                self._aside("a position that is no statement", name)
            if len(known) < 2:
                self._aside("an issue with fewer than two positions", name)
                continue
            standard = clean(holder.get("standard")).upper() or "PE"
            if standard not in STANDARDS:
                self._aside(f"the unknown proof standard {standard!r}", name)
                standard = "PE"
            self.case.positions[name] = known
            self.case.standards[name] = standard
            self.case.questions[name] = mark_of(entry, "title")
            if mark_of(entry, CONTRADICTS):
                self.case.contradicting.add(name)

    def _read_assumptions(self) -> None:
        for name in words(self.data.get("assumptions")):
            if name in self.case.texts:
                self.case.assumed.add(name)
            else:
                self._aside("an assumption that is no statement", name)

    def _read_tests(self) -> None:
        for section in ("labels", "tests"):
            for label, names in entries(self.data, section).items():
                for name in words(names):
                    if name in self.case.texts and label in LABELS:
                        self.case.tests[name] = label
                    else:
                        self._aside("a test of what is no statement, or by an unknown label", name)

    def _tell_rest(self) -> None:
        meta = {key: value for key, value in entries(self.data, "meta").items() if key != "title"}
        for key in meta:
            self._aside("what the file says of itself", key)
        for key in self.data:
            if key in {"argument_schemes", "issue_schemes", "weighing_functions", "language", "references"}:
                self._aside("a part that no map has", key)


class CaseMap:
    """The map of a case."""

    def __init__(self, case: StatedCase, title: str) -> None:
        self.case = case
        self.title = title
        made_for_it = {*case.denials, *case.silences}
        self.texts = {name: text for name, text in case.texts.items() if name not in made_for_it}
        sample = " ".join(text[:_SAMPLE] for text in [*self.texts.values()][:_LANGUAGE_SAMPLE])
        self.slugs = Slugs(get_language(guess_language(sample) or "en"))
        self.ids = {name: self.slugs.make(text[:_SAMPLE]) for name, text in self.texts.items()}
        self.step_ids = StepIds(self.slugs)
        self.losses: list[Loss] = []

    def build(self) -> ArgumentMap:
        steps = self._build_steps()
        issues = dict(self._build_issues())
        answers: dict[str, list[str]] = {}
        for name, issue in issues.items():
            for position in self.case.positions[name]:
                answers.setdefault(position, []).append(issue.id)
        given = {*self.case.assumed, *self.case.given.values()}
        opposed = self._find_contradictions()
        claims = tuple(
            replace(self._build_claim(name, answers.get(name, ()), given), contradicts=opposed.get(name, ()))
            for name in self.texts
        )
        return ArgumentMap(
            self.title, issues=tuple(issues.values()), claims=claims, arguments=tuple(steps.values())
        )

    def _find_contradictions(self) -> dict[str, tuple[str, ...]]:
        """The claims that each contradicts, on the one whose id sorts first."""
        found: dict[str, tuple[str, ...]] = {}
        for name in self.case.contradicting:
            pair = sorted(self.ids[p] for p in self.case.positions[name] if p in self.ids)
            names = {
                made: held for held, made in ((p, self.ids.get(p)) for p in self.case.positions[name]) if made
            }
            found[names[pair[0]]] = tuple(pair[1:])
        return found

    def _build_claim(self, name: str, answers: list[str] | tuple[str, ...], given: set[str]) -> Claim:
        text, label = self.texts[name], self.case.tests.get(name)
        return Claim(
            self.ids[name],
            text,
            title=make_title(text),
            answers=tuple(answers),
            requires_support=name not in given,
            expect=Expectation(LABELS[label]) if label else None,
            origin=Origin(id=name),
        )

    def _build_issues(self) -> Iterator[tuple[str, Issue]]:
        for name, positions in self.case.positions.items():
            if name in self.case.contradicting:
                continue
            if not self.case.denials.keys().isdisjoint(positions):
                if self.case.questions[name] == "":
                    continue
                positions = tuple(p for p in positions if p in self.texts)
                self.case.positions[name] = positions
            question = self.case.questions[name] or derive_question(self.case, positions)
            standard = self.case.standards[name]
            why = f"the standard {standard}, {_NAMES[standard]}, which counts otherwise here"
            self.losses.append(Loss(LossKind.NEARLY, why, name))
            made = self.slugs.make(question[:_SAMPLE])
            yield name, Issue(made, question, exclusive=True, standard=STANDARDS[standard], origin=Origin(id=name))

    def _build_steps(self) -> dict[str, Argument]:
        """The steps of claims first, then those that undercut these."""
        steps: dict[str, Argument] = {}
        waiting: dict[str, list[tuple[str, Inference]]] = {}
        for name, inference in self.case.inferences.items():
            if silenced := self.case.silences.get(inference.conclusion):
                waiting.setdefault(silenced, []).append((name, inference))
            elif denied := self.case.denials.get(inference.conclusion):
                self._add(steps, name, inference, Bearing.ATTACKS, self.ids.get(denied, ""))
            else:
                self._add(steps, name, inference, Bearing.SUPPORTS, self.ids[inference.conclusion])
        open_ = [*steps]
        while open_:
            target = open_.pop()
            for name, inference in waiting.pop(target, ()):
                self._add(steps, name, inference, Bearing.UNDERCUTS, steps[target].id)
                open_ += [name] if name in steps else []
        for name, _ in (each for stuck in waiting.values() for each in stuck):
            self.losses.append(Loss(LossKind.ASIDE, "an argument against what is no step", name))
        for name, undercutter in self.case.undercutters.items():
            if name in steps and undercutter in self.ids:
                undercut = Inference((undercutter,), name)
                self._add(steps, f"{name}{UNDERCUTTER}", undercut, Bearing.UNDERCUTS, steps[name].id)
        return steps

    def _add(
        self, steps: dict[str, Argument], name: str, inference: Inference, bearing: Bearing, target: str
    ) -> None:
        if not target or any(premise not in self.ids for premise in inference.premises):
            self.losses.append(Loss(LossKind.ASIDE, "an argument about what is no claim of the map", name))
            return
        premises = tuple(self.ids[premise] for premise in inference.premises)
        steps[name] = Argument(
            self.step_ids.make(premises, target, f"on {target}", short=target.count("/") < _LONGEST_PATH),
            premises,
            bearing,
            target,
            scheme=inference.scheme or None,
            weight=float(inference.weight) if inference.weight else None,
            origin=Origin(id=name),
        )


def derive_question(case: StatedCase, positions: tuple[str, ...]) -> str:
    """What an issue asks, which no file says: which of its positions holds."""
    return " / ".join(case.texts[position] for position in positions)


def read(foreign: Foreign) -> Imported:
    """The map of a file. Raises `OtherTool` where it is none of Carneades."""
    data = parse_case(foreign.text, foreign.name)
    reader = CaseReader(data)
    case = reader.read()
    title = clean(entries(data, "meta").get("title")) or name_map(foreign.name)
    record, losses = make_map(case, title)
    return Imported(record, keep_lines(foreign.text), (*reader.losses, *losses))


def make_map(case: StatedCase, title: str) -> tuple[ArgumentMap, list[Loss]]:
    """The map of a case, with those of its tests that come true in it, and what it does not hold as it was."""
    made = CaseMap(case, title)
    record, failing = keep_held_tests(made.build())
    return record, [*made.losses, *failing]
