"""The town's map changed in one thing at a time, and what each change is told as."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from argumap.model import (
    Act,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    ClaimType,
    Concept,
    Issue,
    Section,
    Source,
    Stakeholder,
    StakeholderType,
)
from argumap.snapshots.change_records import (
    Added,
    Attributed,
    FieldChanged,
    Flipped,
    Followed,
    Moved,
    PremisesChanged,
    Reanchored,
    Reattributed,
    Removed,
    Renamed,
    Retyped,
    Reworded,
    TitleChanged,
    Unattributed,
)
from maps import TOWN, argument, at

if TYPE_CHECKING:
    from collections.abc import Sequence


def changed(kind: str, record_id: str, /, **values: object) -> ArgumentMap:
    """The town with other values in one record."""
    return with_all(kind, [replace(r, **values) if r.id == record_id else r for r in getattr(TOWN, kind)])


def without(kind: str, record_id: str) -> ArgumentMap:
    return with_all(kind, [r for r in getattr(TOWN, kind) if r.id != record_id])


def with_(kind: str, *records: object) -> ArgumentMap:
    return with_all(kind, [*getattr(TOWN, kind), *records])


def with_all(kind: str, records: Sequence[object]) -> ArgumentMap:
    parts: dict[str, Any] = {kind: tuple(records)}
    return replace(TOWN, **parts)


def renamed(old: str, new: str) -> ArgumentMap:
    """The town in which a claim has another id wherever it is named."""

    def other(record_id: str) -> str:
        return "/".join(new if part == old else part for part in record_id.split("/"))

    return replace(
        TOWN,
        claims=tuple(replace(c, id=other(c.id)) for c in TOWN.claims),
        arguments=tuple(
            replace(a, id=other(a.id), premises=tuple(map(other, a.premises)), target=other(a.target))
            for a in TOWN.arguments
        ),
        attributions=tuple(replace(a, of=other(a.of)) for a in TOWN.attributions),
    )


CLAIMS = {claim.id: claim for claim in TOWN.claims}


BUSES = Claim("buses", "A bus line can bring the customers.", at=at("s2.p4.s1"))


SAID = {(a.by, a.of, a.act): a for a in TOWN.attributions}


CONCEDED = SAID["editor", "trade-falls", Act.CONCEDES]


PRESENTED = SAID["editor", "rents-rose", Act.PRESENTS]


DISPUTED = replace(PRESENTED, act=Act.DISPUTES)


LATER = Claim("later", "All this can wait.")


TABLE = {
    "nothing": (TOWN, ()),
    "claim added": (with_("claims", BUSES), (Added(BUSES, "rents-rose"),)),
    "claim removed": (without("claims", "rents-rose"), (Removed(CLAIMS["rents-rose"]),)),
    "claim reworded": (
        changed("claims", "close-it", text="The old town must be closed to private cars."),
        (
            Reworded(
                "claim",
                "close-it",
                "text",
                CLAIMS["close-it"].text,
                "The old town must be closed to private cars.",
            ),
        ),
    ),
    "claim has another title": (
        changed("claims", "close-it", title=None),
        (Reworded("claim", "close-it", "title", "Close the old town", None),),
    ),
    "claim retyped": (
        changed("claims", "trade-falls", type=ClaimType.FACT),
        (Retyped("claim", "trade-falls", "prediction", "fact"),),
    ),
    "claim re-anchored": (
        changed("claims", "rents-rose", at=at("s2.p2.s3")),
        (Reanchored("claim", "rents-rose", at("s2.p2.s2"), at("s2.p2.s3"), "footfall-rose"),),
    ),
    "claim renamed": (
        renamed("clean-air", "pure-air"),
        (
            Followed(TOWN.arguments[0], (("clean-air", "pure-air"), ("clean-air/close-it", "pure-air/close-it"))),
            Followed(SAID["editor", "clean-air", Act.ASSERTS], (("clean-air", "pure-air"),)),
            Renamed("claim", "clean-air", "pure-air"),
        ),
    ),
    "claim has a base score": (
        changed("claims", "rents-rose", base=0.25),
        (FieldChanged("claim", "rents-rose", "base", None, 0.25),),
    ),
    "claim answers nothing": (
        changed("claims", "keep-open", answers=()),
        (FieldChanged("claim", "keep-open", "answers", ("cars",), ()),),
    ),
    "claim needs support": (
        changed("claims", "keep-open", requires_support=True),
        (FieldChanged("claim", "keep-open", "requires_support", False, True),),
    ),
    "claim lost its passage": (
        changed("claims", "rents-rose", at=()),
        (Reanchored("claim", "rents-rose", at("s2.p2.s2"), (), "footfall-rose"),),
    ),
    "tags in another order": (
        replace(TOWN, claims=tuple(replace(c, tags=("b", "a")) for c in TOWN.claims[-1:])),
        None,
    ),
    "argument added": (
        with_("arguments", argument("rents-rose/close-it", "rents-rose", "supports", "close-it")),
        (Added(argument("rents-rose/close-it", "rents-rose", "supports", "close-it")),),
    ),
    "argument aimed at another claim": (
        replace(
            TOWN,
            arguments=(argument("clean-air/keep-open", "clean-air", "supports", "keep-open"), *TOWN.arguments[1:]),
        ),
        (
            Followed(TOWN.arguments[0], (("clean-air/close-it", "clean-air/keep-open"),)),
            Moved("clean-air/keep-open", "close-it", "keep-open"),
        ),
    ),
    "argument with a name aimed at another step": (
        changed("arguments", "other-towns", target="trade-falls/keep-open"),
        (Moved("other-towns", "trade-falls/close-it", "trade-falls/keep-open"),),
    ),
    "polarity flipped": (
        changed("arguments", "clean-air/close-it", bearing=Bearing.ATTACKS),
        (Flipped("clean-air/close-it", Bearing.SUPPORTS, Bearing.ATTACKS),),
    ),
    "premises changed": (
        changed("arguments", "other-towns", premises=("rents-rose", "clean-air")),
        (PremisesChanged("other-towns", ("footfall-rose", "rents-rose"), ("clean-air", "rents-rose")),),
    ),
    "argument with a name renamed": (
        changed("arguments", "other-towns", id="elsewhere"),
        (Renamed("argument", "other-towns", "elsewhere"),),
    ),
    "argument has a weight": (
        changed("arguments", "other-towns", weight=0.5),
        (FieldChanged("argument", "other-towns", "weight", None, 0.5),),
    ),
    "warrant reworded": (
        changed("arguments", "other-towns", warrant="Towns are alike."),
        (Reworded("argument", "other-towns", "warrant", None, "Towns are alike."),),
    ),
    "attribution added": (
        with_("attributions", Attribution("children", Act.ENDORSES, "close-it")),
        (Attributed(Attribution("children", Act.ENDORSES, "close-it")),),
    ),
    "attribution dropped": (
        replace(TOWN, attributions=tuple(a for a in TOWN.attributions if a is not CONCEDED)),
        (Unattributed(CONCEDED),),
    ),
    "stance changed": (
        replace(TOWN, attributions=tuple(DISPUTED if a is PRESENTED else a for a in TOWN.attributions)),
        (Reattributed(PRESENTED, DISPUTED),),
    ),
    "attribution has a cue": (
        replace(
            TOWN, attributions=tuple(replace(a, cue="admits") if a is CONCEDED else a for a in TOWN.attributions)
        ),
        (Reattributed(CONCEDED, replace(CONCEDED, cue="admits")),),
    ),
    "stakeholder added": (
        with_("stakeholders", Stakeholder("mayor", "The mayor")),
        (Added(Stakeholder("mayor", "The mayor")),),
    ),
    "stakeholder retyped": (
        changed("stakeholders", "shops", type=StakeholderType.GROUP),
        (Retyped("stakeholder", "shops", "organisation", "group"),),
    ),
    "stakeholder has another name": (
        changed("stakeholders", "shops", name="Guild of shops"),
        (FieldChanged("stakeholder", "shops", "name", "Shopkeepers' guild", "Guild of shops"),),
    ),
    "concept removed": (
        without("concepts", "open-streets"),
        (Removed(Concept("open-streets", "Streets open to cars")),),
    ),
    "concept has another label": (
        changed("concepts", "open-streets", label="Open streets"),
        (FieldChanged("concept", "open-streets", "label", "Streets open to cars", "Open streets"),),
    ),
    "issue reworded": (
        changed("issues", "air", question="How good is the air?"),
        (Reworded("issue", "air", "question", "How clean is the air?", "How good is the air?"),),
    ),
    "columns of a comparison swapped": (
        changed("issues", "air", compares=("closed-streets", "open-streets")),
        (
            FieldChanged(
                "issue", "air", "compares", ("open-streets", "closed-streets"), ("closed-streets", "open-streets")
            ),
        ),
    ),
    "issue added": (
        with_("issues", Issue("trade", "Does trade suffer?")),
        (Added(Issue("trade", "Does trade suffer?"), "air"),),
    ),
    "source has another file": (
        changed("sources", "column", file="square.md"),
        (FieldChanged("source", "column", "file", "column.md", "square.md"),),
    ),
    "source added": (with_("sources", Source("reply", "A reply")), (Added(Source("reply", "A reply"), "column"),)),
    "section has another voice": (
        replace(TOWN, sections=(replace(TOWN.sections[0], voice=Act.PRESENTS), TOWN.sections[1])),
        (FieldChanged("section", "column#s1", "voice", None, Act.PRESENTS),),
    ),
    "section added": (
        with_("sections", Section("column", "s3", "And now")),
        (Added(Section("column", "s3", "And now")),),
    ),
    "map has another title": (replace(TOWN, title="Cars"), (TitleChanged(TOWN.title, "Cars"),)),
    "debates in another order": (
        replace(
            with_("issues", Issue("trade", "Does trade suffer?")),
            issues=(TOWN.issues[0], Issue("trade", "Does trade suffer?"), TOWN.issues[1]),
        ),
        (Added(Issue("trade", "Does trade suffer?"), "cars"),),
    ),
}
