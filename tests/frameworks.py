"""The formats of abstract frameworks, read and written as text, and what every one of them must keep."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from argumap.formats import FORMATS, Export, Foreign
from argumap.model import Origin

if TYPE_CHECKING:
    from argumap.formats import Imported, Kept
    from argumap.model import ArgumentMap


def read_framework(name: str, text: str) -> Imported:
    """What a format reads of a file."""
    reader = FORMATS[name].read
    assert reader is not None
    return reader(Foreign(f"town.{name}", text.encode()))


def write_framework(name: str, record: ArgumentMap, kept: tuple[Kept, ...] = (), came: str | None = None) -> str:
    """What a format writes of a map that came from a file in the format ``came``."""
    writer = FORMATS[name].write
    assert writer is not None
    text = writer(Export(replace(record, origin=Origin(format=came)) if came else record, kept=kept))
    assert isinstance(text, str)
    return text


def tell_attacks(record: ArgumentMap) -> set[tuple[str, str, str]]:
    """Every step as premise, bearing and target, by the words of the claims."""
    texts = {claim.id: claim.text for claim in record.claims}
    return {(texts[s.premises[0]], str(s.bearing), texts[s.target]) for s in record.arguments}


def take_out(record: ArgumentMap, text: str) -> ArgumentMap:
    """A map without the claim of these words, and without what bears on it or goes from it."""
    gone = {claim.id for claim in record.claims if claim.text == text}
    return replace(
        record,
        claims=tuple(claim for claim in record.claims if claim.id not in gone),
        arguments=tuple(s for s in record.arguments if gone.isdisjoint({*s.premises, s.target})),
    )


def put_in(record: ArgumentMap, text: str, attacks: str) -> ArgumentMap:
    """A map with one claim more, which attacks the claim of the words ``attacks``."""
    from argumap.model import Argument, Bearing, Claim

    target = next(claim.id for claim in record.claims if claim.text == attacks)
    step = Argument(f"new/{target}", ("new",), Bearing.ATTACKS, target)
    return replace(record, claims=(*record.claims, Claim("new", text)), arguments=(*record.arguments, step))
