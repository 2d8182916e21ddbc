"""Changes in words: one line an edit, for people."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from argumap.model import (
    Acceptance,
    Argument,
    Attribution,
    Claim,
    Concern,
    Expectation,
    Issue,
    Origin,
    Passage,
    Section,
    Source,
    Stakeholder,
    Stop,
    quoted,
)
from argumap.semantics import word_verb
from argumap.snapshots.canonical_form import key_of, kind_of
from argumap.snapshots.change_records import (
    Added,
    Attributed,
    FieldChanged,
    Flipped,
    Followed,
    HeadChanged,
    Moved,
    PremisesChanged,
    Reanchored,
    Reattributed,
    Removed,
    Renamed,
    Reordered,
    Retyped,
    Reworded,
    TitleChanged,
    Unattributed,
)
from argumap.snapshots.word_diff import build_word_diff, in_one_line
from argumap.verdicts import LED, tell_leaders
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from argumap.snapshots.canonical_form import Record
    from argumap.snapshots.change_records import Change
    from argumap.snapshots.consequences import Consequence, LeaderMove
    from argumap.snapshots.edit_groups import Edit

_LONGEST: Final = 90
_CALLED: Final = {
    None: "is now called {}",
    "words": "is perhaps {} now, by its words",
    "passage": "is perhaps {} now, by its passage",
    "premises": "is perhaps {} now, by its premises",
}
_CAUSES: Final = 3
_TITLE_READS: Final = "the map's title reads: "


def tell_edit(edit: Edit) -> str:
    """The edit as one sentence, with what came along in brackets."""
    return tell(edit.change) + _tell_along(edit)


def tell(change: Change) -> str:
    """``change`` as one sentence on one line."""
    return _TELLERS[type(change)](change)


def tell_record(record: Record) -> str:
    """A record by kind, id and its first words."""
    match record:
        case Claim():
            return f"claim {record.id}: {quoted(_short(record.label))}"
        case Issue():
            return f"issue {record.id}: {quoted(_short(record.question))}"
        case Argument():
            return f"argument {record.id}: {' + '.join(record.premises)} {record.bearing} {record.target}"
        case Stakeholder():
            return f"stakeholder {record.id}: {_short(record.name)}"
        case Source():
            return f"source {record.id}: {_short(record.title)}"
        case Section():
            return f"section {key_of(record)}" + (f": {_short(record.title)}" if record.title else "")
        case Attribution():
            return _tell_voice(record)
        case _:
            return f"concept {record.id}: {_short(record.label)}"


def tell_leader_move(move: LeaderMove, titles: Mapping[str, str]) -> str:
    """Who leads on an issue where somebody else led, and because of which edits.

    ``titles`` calls issues and claims of either map; what it does not have is told by its id.
    """
    causes = "; ".join(tell(edit.change) for edit in move.causes[:_CAUSES])
    course = _tell_leader_course(move, lambda node: _call(node, titles))
    return f"{_call(move.change.issue, titles)}: {course}{causes}{_tell_more_causes(move.causes)}"


def _tell_leader_course(move: LeaderMove, call: Callable[[str], str]) -> str:
    was, now = (list(map(call, side)) for side in (move.change.before, move.change.after))
    return f"{tell_leaders(now)}, where {tell_leaders(was, LED)}{_tell_because(move)}"


def _call(node: str, titles: Mapping[str, str]) -> str:
    return f"{quoted(_short(titles[node]))} [{node}]" if node in titles else node


def tell_consequence(consequence: Consequence, titles: Mapping[str, str] = MappingProxyType({})) -> str:
    """Where the claim went, and because of which edits; ``titles`` as in `tell_leader_move`."""
    causes = "; ".join(tell(edit.change) for edit in consequence.causes[:_CAUSES])
    told = f"{_tell_course(consequence)}{causes}{_tell_more_causes(consequence.causes)}"
    return f"{_call(consequence.id, titles)} {told}"


def _tell_course(consequence: Consequence) -> str:
    (_, was), (_, now) = consequence.old, consequence.new
    went = _tell_went(consequence)
    strength = f" (strength {was} → {now})" if was != now and consequence.strength_follows else ""
    return f"{went}{strength}{_tell_because(consequence)}"


def _tell_because(moved: Consequence | LeaderMove) -> str:
    if not moved.causes:
        return ""
    nearest = "nearest edit" if len(moved.causes) == 1 else "nearest edits"
    return f", {'because of' if moved.proven else nearest}: "


def _tell_went(consequence: Consequence) -> str:
    """By its word; by its status where only that moved, by a standard."""
    before, after = consequence.words
    if not consequence.outcome_moved:
        return f"still {word_verb(after)}"
    if before == after:
        before, after = consequence.old[0], consequence.new[0]
    return f"went from {before} to {after}"


def _tell_more_causes(causes: Sequence[Edit]) -> str:
    more = len(causes) - _CAUSES
    return f"; and {more} more" if more > 0 else ""


def _tell_along(edit: Edit) -> str:
    along = _tell_companions(edit)
    return f" ({along})" if along else ""


def _tell_companions(edit: Edit) -> str:
    told = [_tell_companion(edit, change) for change in edit.companions]
    sentences = [sentence for sentence in told if sentence]
    others = sum(
        not sentence and not _is_derived(edit.change, c) for sentence, c in zip(told, edit.companions, strict=True)
    )
    more = counted(others, "reference follows", "references follow")
    once = list(dict.fromkeys(sentences))
    return ", ".join([*once[:6], *(["…"] if len(once) > 6 else []), *([more] if others else [])])


def _is_derived(change: Change, companion: Change) -> bool:
    """Whether a record follows a renaming that no word of a map's file names what was renamed for.

    Such are the speakers written under a claim and the steps that it takes, the author who speaks by default or
    reports what others say, and passages, which name a source only where there are several.
    """
    if not isinstance(change, Renamed) or not isinstance(companion, Followed):
        return False
    match companion.record:
        case Argument() as step:
            return step.premises == (change.old,) and step.id == f"{change.old}/{step.target}"
        case Attribution() as said if change.kind == "stakeholder":
            return said.by != change.old or not (said.at or said.via or said.cue or said.loosely or said.date)
        case Attribution() as said:
            return said.of == change.old or change.kind == "source"
        case _:
            return change.kind == "source"


def _tell_companion(edit: Edit, change: Change) -> str:
    match change:
        case Added(Argument() as argument) | Removed(Argument() as argument):
            mine = isinstance(edit.change, Added | Removed) and argument.premises == (key_of(edit.change.record),)
            return f"it {argument.bearing} {argument.target}" if mine else f"and argument {argument.id}"
        case Unattributed(attribution) if isinstance(edit.change, Reanchored):
            return f"no longer {attribution.by}"
        case Attributed(attribution) | Unattributed(attribution):
            return f"{attribution.by} {attribution.act}"
        case Reattributed():
            return f"{change.new.by} {change.new.act} {change.new.of}"
        case _:
            return ""


def _tell_followed(change: Followed) -> str:
    names = ", ".join(f"{old} → {new}" for old, new in (*change.ids, *change.sources))
    return f"{kind_of(change.record)} {_name_of(change.record)} follows: {names}"


def _tell_reworded(change: Reworded) -> str:
    return _tell_what_is_reworded(change) + _tell_words(change)


def _tell_what_is_reworded(change: Reworded) -> str:
    what = "" if change.field in {"text", "question"} else f" ({change.field})"
    return f"{change.kind} {change.id} reworded{what}: "


def _tell_reordered(change: Reordered) -> str:
    ids = ", ".join(record_id for record_id, _ in change.moves[:5]) + (" …" if len(change.moves) > 5 else "")
    return f"{change.kind}s in another order: {ids}"


def _tell_words(change: Reworded) -> str:
    if change.old is None or change.new is None:
        return f"“{change.new}”, new" if change.new else f"none any more, was “{change.old}”"
    return in_one_line(build_word_diff(change.old, change.new))


def _tell_voice(a: Attribution) -> str:
    via = f" (as told by {', '.join(a.via)})" if a.via else ""
    return f"{a.by} {'loosely ' if a.loosely else ''}{a.act} {a.of}{via}"


def _tell_stance(old: Attribution, new: Attribution) -> str:
    if old.act != new.act:
        return f"{new.by} {new.act} {new.of}, before: {old.act}"
    fields = ("via", "loosely", "cue", "at", "date", "origin", "unseen")
    told = [
        f"{name} {_tell_value(getattr(new, name))}, was {_tell_value(getattr(old, name))}"
        for name in fields
        if getattr(old, name) != getattr(new, name)
    ]
    return f"{_tell_voice(new)}: {'; '.join(told)}"


def _tell_field(change: FieldChanged | HeadChanged) -> str:
    if isinstance(change.old, tuple) and isinstance(change.new, tuple):
        came = [value for value in change.new if value not in change.old]
        went = [value for value in change.old if value not in change.new]
        if came or went:
            return f"{change.field} {_tell_came_and_went(came, went)}"
    return f"{change.field} {_tell_value(change.new)}, was {_tell_value(change.old)}"


def _tell_came_and_went(came: Sequence[object], went: Sequence[object]) -> str:
    return " ".join([*(f"+{_tell_value(value)}" for value in came), *(f"−{_tell_value(value)}" for value in went)])


def _tell_value(value: object) -> str:
    match value:
        case None | ():
            return "none"
        case bool():
            return "yes" if value else "no"
        case tuple():
            return _list(map(_tell_value, value))
        case _ if type(value) in _VALUES:
            return _VALUES[type(value)](value)
        case _:
            return _short(str(value))


def _tell_passage(passage: Passage) -> str:
    if passage.at:
        return f"{passage.source}#{passage.at}"
    return quoted(_short(passage.quote.exact if passage.quote else ""))


def _tell_acceptance(entry: Acceptance) -> str:
    return f"{entry.code} {entry.at} {quoted(_short(entry.reason))}".replace("  ", " ")


def _list(parts: Iterable[str | None]) -> str:
    return ", ".join(part for part in parts if part)


def _name_of(record: Record) -> str:
    return _tell_voice(record) if isinstance(record, Attribution) else key_of(record)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


_DIGEST: Final = len("sha256:") + 12
"""So much of a digest tells files apart, as of the ids of snapshots."""

# Any: each function takes the class that it stands under, which no type of a mapping can say.
_VALUES: Final[Mapping[type, Callable[[Any], str]]] = {
    Passage: _tell_passage,
    Concern: lambda value: f"{value.effect} {value.stakeholder}",
    Expectation: lambda value: _list((value.status, value.strength, *value.said_by)),
    Origin: lambda value: _list((value.format, value.file, value.id, value.digest and value.digest[:_DIGEST])),
    Stop: lambda value: f"{value.of} {quoted(_short(value.text))}",
    Acceptance: _tell_acceptance,
}
_TELLERS: Final[Mapping[type, Callable[[Any], str]]] = {
    Added: lambda c: f"added {tell_record(c.record)}",
    Removed: lambda c: f"removed {tell_record(c.record)}",
    Renamed: lambda c: f"{c.kind} {c.old} {_CALLED[c.guess].format(c.new)}",
    Followed: _tell_followed,
    Reworded: _tell_reworded,
    Retyped: lambda c: f"{c.kind} {c.id} is of type {c.new or 'none'}, was {c.old or 'none'}",
    Reanchored: lambda c: f"{c.kind} {c.id} stands at {_tell_value(c.new)}, was at {_tell_value(c.old)}",
    Moved: lambda c: f"argument {c.id} bears on {c.new}, was on {c.old}",
    Flipped: lambda c: f"argument {c.id} {c.new} its target, before it {c.old} it",
    PremisesChanged: lambda c: f"argument {c.id} rests on {_tell_came_and_went(c.came, c.went)}",
    Attributed: lambda c: f"now {_tell_voice(c.attribution)}",
    Unattributed: lambda c: f"no longer {_tell_voice(c.attribution)}",
    Reattributed: lambda c: _tell_stance(c.old, c.new),
    FieldChanged: lambda c: f"{c.kind} {c.id}: {_tell_field(c)}",
    HeadChanged: lambda c: f"the map: {_tell_field(c)}",
    TitleChanged: lambda c: _TITLE_READS + in_one_line(build_word_diff(c.old, c.new)),
    Reordered: _tell_reordered,
}
