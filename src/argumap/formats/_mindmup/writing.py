"""From a map to ideas: those that came in a file go back as they came, where the map still says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argumap.errors import OtherTool
from argumap.formats._foreign import Foreign, indent_json, put_together
from argumap.formats._foreign_ids import FreeIds
from argumap.formats._mindmup.ideas import (
    IMPLICIT,
    OWN,
    Ideas,
    clean,
    find_attributes,
    find_styles,
    read_ideas,
)
from argumap.formats._mindmup.reading import find_claims, find_meant, find_steps
from argumap.model import Bearing, Index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argumap.formats import Export
    from argumap.formats._foreign import Kept
    from argumap.formats._mindmup.ideas import IdeaRecord, MindIdea
    from argumap.model import Argument, ArgumentMap, Claim

# What hangs deeper begins a tree of its own, and is repeated where it belongs: nobody reads a thousand levels.
_MOST_STEPS = 50


def write(export: Export) -> str:
    """The map as a tree of ideas; a claim that bears on several things stands in one place and is repeated."""
    before = _find_before(export.kept)
    fresh = Ideas({"formatVersion": 3, "id": "root", "title": export.map.title, "ideas": {}}, is_idea=False)
    whole = _TreeMaker(export.map, before or fresh).make()
    return indent_json(whole)


def _find_before(kept: Iterable[Kept]) -> Ideas | None:
    try:
        return read_ideas(Foreign.hold("kept.mup", put_together(kept)))
    except OtherTool:  # what was kept is no map of MindMup any more; the map is whole without it
        return None


class _TreeMaker:
    def __init__(self, record: ArgumentMap, before: Ideas) -> None:
        self.map, self.before = record, before
        self.index = Index(record)
        self.old_claims = find_claims(before)
        self.old_steps = find_steps(before, self.old_claims)
        self.claim_at = _match(record.claims, self.old_claims)
        self.step_at = _match(record.arguments, self.old_steps.premises)
        self.claims = {name: self.index.claims[claim] for claim, name in self.claim_at.items()}
        self.steps = {name: self.index.arguments[step] for step, name in self.step_at.items()}
        self.free = FreeIds(before.all)
        self.ids = {claim.id: self._identify(claim) for claim in record.claims}
        self.repeated = {find_meant(before, idea) for idea in before.all.values()}
        self.home = {claim.id: self._find_home(claim) for claim in record.claims}
        self.placed: set[str] = set()

    def _identify(self, claim: Claim) -> object:
        old = self.before.all.get(self.claim_at.get(claim.id, ""))
        return old.record.get("id") if old else int(self.free.number(""))

    def _find_home(self, claim: Claim) -> str:
        """The step in which a claim is written out, or the idea beneath which it hangs; "" for the outermost."""
        steps = [step.id for step in self.index.with_premise[claim.id]]
        name = self.claim_at.get(claim.id, "")
        above = self.before.all[name].above if name else ""
        if above in self.steps and self.steps[above].id in steps:
            return self.steps[above].id
        if above and above not in self.old_steps.premises and self._stays(above):
            return f"\n{above}"
        if name and not above and name in self.repeated:
            return ""
        return steps[0] if steps else ""

    def _stays(self, name: str) -> bool:
        """Whether what an idea that is no step hangs beneath is still there."""
        while name and name not in self.old_claims and name not in self.old_steps.premises:
            name = self.before.all[name].above
        return not name or name in self.claims or name in self.steps

    def make(self) -> IdeaRecord:
        whole = self.before.holder
        first = {rank: self._make_again(self.before.all[name], "", 0) for rank, name in self.before.roots.items()}
        roots = {rank: root for rank, root in first.items() if root is not None}
        new = [self._make_claim(claim, 0) for claim in self._find_unplaced(outermost=True)]
        # What hangs in a circle, or too deep, begins a tree of its own.
        new += (self._make_claim(claim, 0) for claim in self._find_unplaced(outermost=False))
        if not self.before.is_idea:
            old, now = clean(whole.get("title")), clean(self.map.title)
            return {
                **whole,
                **({"title": self.map.title} if old and old != now else {}),
                "ideas": _rank(roots, new),
            }
        return next(iter(roots.values())) if len(roots) == 1 and not new else self._make_holder(roots, new)

    def _make_holder(self, roots: dict[str, IdeaRecord], new: list[IdeaRecord]) -> IdeaRecord:
        """What holds several ideas, where the outermost object was one itself."""
        parts = {"id", "title", "attr", "ideas"}
        bare = {rank: {key: root[key] for key in root if key in parts} for rank, root in roots.items()}
        rest = {key: value for key, value in self.before.holder.items() if key not in parts}
        return {**rest, "id": "root", "formatVersion": 3, "title": self.map.title, "ideas": _rank(bare, new)}

    def _find_unplaced(self, *, outermost: bool) -> Iterator[Claim]:
        for claim in self.map.claims:
            if claim.id not in self.placed and not (outermost and self.home[claim.id]):
                yield claim

    def _make_beneath(
        self, record: IdeaRecord, beneath: dict[str, str], owner: str, depth: int
    ) -> dict[str, IdeaRecord]:
        """The ideas that stay beneath one, by their ranks as they stood in the file."""
        held = record.get("ideas")
        made: dict[str, IdeaRecord] = {}
        for rank in held if isinstance(held, dict) else ():
            idea = self.before.all[beneath[rank]] if rank in beneath else None
            if idea is not None and (kept := self._make_again(idea, owner, depth)) is not None:
                made[rank] = kept
        return made

    def _make_again(self, idea: MindIdea, owner: str, depth: int) -> IdeaRecord | None:
        """An idea that is no premise, as it is now; None where it is no more, or stands elsewhere."""
        if idea.name in self.old_steps.premises:
            step = self.steps.get(idea.name)
            fits = step is not None and step.target == owner and step.id not in self.placed
            return self._make_group(step, depth) if step is not None and fits else None
        if idea.name in self.old_claims:
            claim = self.claims.get(idea.name)
            stays = claim is not None and self.home[claim.id] in {"", f"\n{idea.above}"}
            return self._make_claim(claim, depth) if claim is not None and stays else None
        if find_meant(self.before, idea):
            return idea.record
        made = self._make_beneath(idea.record, idea.beneath, "", depth)
        return _hold(idea.record, made, [])

    def _make_claim(self, claim: Claim, depth: int) -> IdeaRecord:
        self.placed.add(claim.id)
        old = self.before.all.get(self.claim_at.get(claim.id, ""))
        record: IdeaRecord = dict(old.record) if old else {"id": self.ids[claim.id], "title": claim.text}
        if old and old.text != claim.text:
            record["title"] = claim.text
        styles = find_styles(record)
        if claim.implicit != (IMPLICIT in styles):
            styles = [*styles, IMPLICIT] if claim.implicit else [name for name in styles if name != IMPLICIT]
            record["attr"] = {**find_attributes(record), "styleNames": styles}
        kept = self._make_beneath(old.record, old.beneath, claim.id, depth + 1) if old else {}
        return _hold(record, kept, [*self._make_groups(claim.id, depth)])

    def _make_groups(self, target: str, depth: int) -> Iterator[IdeaRecord]:
        for step in self.index.on[target]:
            if step.id not in self.placed:
                yield self._make_group(step, depth)

    def _make_group(self, step: Argument, depth: int) -> IdeaRecord:
        self.placed.add(step.id)
        old = self.before.all.get(self.step_at.get(step.id, ""))
        side = "supporting" if step.bearing is Bearing.SUPPORTS else "opposing"
        if old:
            record: IdeaRecord = dict(old.record)
            if old.attributes.get("group") != side:
                record["attr"] = {**old.attributes, "group": side}
        else:
            attributes = {"contentLocked": True, "group": side}
            record = {"id": int(self.free.number("")), "title": "group", "attr": attributes}
        left = dict.fromkeys(step.premises)
        kept = self._make_premises(old, step, left, depth) if old else {}
        new = [self._make_premise(premise, step, None, depth) for premise in left]
        return _hold(record, kept, [*new, *self._make_groups(step.id, depth)])

    def _make_premises(
        self, old: MindIdea, step: Argument, left: dict[str, None], depth: int
    ) -> dict[str, IdeaRecord]:
        """What stood in a group, as it is now; premises that it had are taken out of those that are ``left``."""
        made: dict[str, IdeaRecord] = {}
        held = old.record.get("ideas")
        for rank in held if isinstance(held, dict) else ():
            idea = self.before.all[old.beneath[rank]] if rank in old.beneath else None
            if idea is None:
                continue
            meant = find_meant(self.before, idea) or idea.name
            if meant not in self.old_claims:
                if (kept := self._make_again(idea, step.id, depth)) is not None:
                    made[rank] = kept
            elif meant in self.claims and self.claims[meant].id in left:
                claim = self.claims[meant]
                del left[claim.id]
                made[rank] = self._make_premise(claim.id, step, idea if meant != idea.name else None, depth)
        return made

    def _make_premise(self, premise: str, step: Argument, again: MindIdea | None, depth: int) -> IdeaRecord:
        """A claim where it is at home, and a reference to it elsewhere."""
        claim = self.index.claims[premise]
        if again is None and self.home[premise] == step.id and premise not in self.placed and depth < _MOST_STEPS:
            return self._make_claim(claim, depth + 1)
        if again is not None:
            return again.record if again.text == claim.text else {**again.record, "title": claim.text}
        own = {OWN: {"same": self.ids[premise]}}
        return {"id": int(self.free.number("")), "title": claim.text, "attr": own}


def _match(records: Iterable[Claim | Argument], names: Iterable[str]) -> dict[str, str]:
    """The idea of every record that came from one."""
    left = dict.fromkeys(names)
    found: dict[str, str] = {}
    for record in records:
        name = record.origin.id if record.origin else None
        if name in left:
            del left[name]
            found[record.id] = name
    return found


def _hold(record: IdeaRecord, kept: dict[str, IdeaRecord], new: list[IdeaRecord]) -> IdeaRecord:
    """A record with the ideas that are beneath it now."""
    beneath = _rank(kept, new)
    return {**record, "ideas": beneath} if beneath or "ideas" in record else record


def _rank(kept: dict[str, IdeaRecord], new: list[IdeaRecord]) -> IdeaRecord:
    ranks = [int(float(rank)) for rank in kept if rank.lstrip("-").replace(".", "", 1).isdecimal()]
    first = max((abs(rank) for rank in ranks), default=0) + 1
    return {**kept, **{str(first + n): record for n, record in enumerate(new)}}
