"""Who says what, from the locutions of a document and what they do."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from argumap.formats._aif.forces import ANALYSING, plain, tell_act, tell_act_on_step
from argumap.formats._foreign import Loss, LossKind
from argumap.model import Act, Attribution, Origin, Stakeholder, StakeholderType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from argumap.formats._aif.document import Document, Node
    from argumap.model import Argument
    from argumap.text import Slugs


OWNER = "owner of "
"""Stands before the node in the name of what is said by owning a claim, for which there is no illocution."""
# Nobody reports through more people; files that say so are made to be slow.
_LONGEST_CHAIN = 20
_MOST_CHAINS = 20


class _SpeechReader:
    def __init__(
        self,
        document: Document,
        claims: Mapping[str, str],
        steps: Mapping[str, Sequence[Argument]],
        slugs: Slugs,
    ) -> None:
        self.document = document
        self.claims = claims
        self.steps = steps
        self.slugs = slugs
        self.people: dict[str, Stakeholder] = {}
        self.voices: dict[tuple[str, Act, str, tuple[str, ...]], Attribution] = {}
        self.heard: dict[str, list[Attribution]] = {}
        self.losses: list[Loss] = []

    def person(self, name: str) -> str:
        """The id of a speaker, who is known by name."""
        if name not in self.people:
            made = self.slugs.make(name, names=True)
            self.people[name] = Stakeholder(made, name, StakeholderType.PERSON)
        return self.people[name].id

    def read(self) -> None:
        for node in self.document.nodes.values():
            if node.type == "YA" and plain(node.scheme) != ANALYSING:
                self._read_illocution(node)
        for node_id, persons in self.document.persons.items():
            if node_id in self.claims or node_id in self.steps:
                self._read_owners(node_id, persons)

    def _read_illocution(self, node: Node) -> None:
        locutions = [spoken for start in self.document.before[node.id] for spoken in self._find_locutions(start)]
        contents = self.document.after[node.id]
        if not locutions or not contents:
            side = "content" if locutions else "locution"
            self.losses.append(Loss(LossKind.ASIDE, f"an illocution without {side}", node.id))
            return
        for content in contents:
            for locution in locutions:
                self._attribute(node, locution, content)

    def _find_locutions(self, start: str) -> list[str]:
        """The locution that a force hangs on; on a transition, those that it leads to: whoever answers does it."""
        kind = self.document.nodes[start].type
        if kind == "TA":
            return [end for end in self.document.after[start] if self.document.nodes[end].type == "L"]
        return [start] if kind == "L" else []

    def _attribute(self, node: Node, locution: str, content: str) -> None:
        kind = self.document.nodes[content].type
        if kind in {"L", "MA"}:
            return  # reported speech is told of who is reported, and a rephrase by its claims
        targets = self._find_targets(node, content)
        if not targets:
            self.losses.append(Loss(LossKind.ASIDE, "speech about what is no part of the map", node.id))
            return
        name = self.document.speaker(locution)
        if not name:
            self.losses.append(Loss(LossKind.ASIDE, "speech by nobody who is named", node.id))
            return
        for reporters in self._find_reporters(locution, name):
            for of, known in targets:
                if known is None:
                    self.losses.append(
                        Loss(
                            LossKind.NEARLY,
                            f"{node.scheme!r} is no act here, so held as a loose assertion",
                            node.id,
                        )
                    )
                act, loosely = known or (Act.ASSERTS, True)
                via = tuple(self.person(reporter) for reporter in reporters)
                speaker = self.person(name)
                made = Attribution(
                    speaker,
                    act,
                    of,
                    via=via,
                    loosely=loosely,
                    date=self.document.days.get(locution),
                    origin=Origin(id=node.id),
                )
                self.heard.setdefault(node.id, []).append(made)
                self.voices.setdefault((speaker, act, of, via), made)

    def _find_targets(self, node: Node, content: str) -> list[tuple[str, tuple[Act, bool] | None]]:
        if content in self.claims:
            return [(self.claims[content], tell_act(node.scheme))]
        made = self.steps.get(content, ())
        return [(step.id, tell_act_on_step(node.scheme, step.bearing)) for step in made]

    def _find_reporters(self, locution: str, name: str) -> Iterator[tuple[str, ...]]:
        """The chains of those through whom a locution is heard, outermost first; an empty one where none is."""
        chains = list(islice(self._follow(locution, (name,), frozenset({locution})), _MOST_CHAINS + 1))
        if len(chains) > _MOST_CHAINS or any(len(chain) >= _LONGEST_CHAIN for chain in chains):
            why = "speech reported in more ways, or through more people, than a map holds"
            self.losses.append(Loss(LossKind.NEARLY, why, locution))
        yield from dict.fromkeys(chains[:_MOST_CHAINS]) or ((),)

    def _follow(self, locution: str, heard: tuple[str, ...], seen: frozenset[str]) -> Iterator[tuple[str, ...]]:
        for illocution in self.document.before[locution]:
            node = self.document.nodes[illocution]
            if node.type != "YA" or plain(node.scheme) == ANALYSING:
                continue
            for start in self.document.before[illocution]:
                for spoken in self._find_locutions(start):
                    reporter = self.document.speaker(spoken)
                    if not reporter or spoken in seen or reporter in heard:
                        continue
                    deep = len(heard) >= _LONGEST_CHAIN
                    longer = iter(()) if deep else self._follow(spoken, (reporter, *heard), seen | {spoken})
                    first = next(longer, None)
                    yield (reporter, *heard)[:-1] if first is None else first
                    yield from longer

    def _read_owners(self, node_id: str, persons: Sequence[str]) -> None:
        """Araucaria and its kin write on a claim itself whose it is, where OVA has a locution for it."""
        names = [name for person in persons if (name := self.document.participants.get(person))]
        if not names:
            self.losses.append(Loss(LossKind.ASIDE, "an owner without a name", node_id))
            return
        ofs = [self.claims[node_id]] if node_id in self.claims else [step.id for step in self.steps[node_id]]
        act = Act.ASSERTS if node_id in self.claims else Act.ARGUES
        for name in names:
            for of in ofs:
                speaker = self.person(name)
                made = Attribution(speaker, act, of, origin=Origin(id=node_id))
                self.heard.setdefault(f"{OWNER}{node_id}", []).append(made)
                self.voices.setdefault((speaker, act, of, ()), made)


@dataclass(frozen=True, slots=True)
class HeardSpeech:
    """The speakers of a document, what they say, and what of it no map holds.

    ``voices`` has each thing once, by the first illocution that does it; ``heard`` all that each illocution does.
    """

    people: tuple[Stakeholder, ...]
    voices: tuple[Attribution, ...]
    heard: Mapping[str, Sequence[Attribution]]
    losses: Sequence[Loss]


def read_speech(
    document: Document, claims: Mapping[str, str], steps: Mapping[str, Sequence[Argument]], slugs: Slugs
) -> HeardSpeech:
    """What is said in a document of its ``claims`` and ``steps``."""
    reader = _SpeechReader(document, claims, steps, slugs)
    reader.read()
    return HeardSpeech(tuple(reader.people.values()), tuple(reader.voices.values()), reader.heard, reader.losses)
