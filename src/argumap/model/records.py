"""The kinds of an argument map as plain frozen records.

Three layers are kept apart: logic (`Issue`, `Claim`, `Argument`), speech (`Stakeholder`, `Attribution`) and
text (`Source`, `Section`, `Passage`). Nothing in the logic layer depends on who said it, nothing in the
speech layer says that it is true, and the text layer only says where it stands. Records refer to each other
by id. Arrows run from reason to what it bears on. ``origin`` is where a record was taken over from; ``unseen``
says who or what made it, and that nobody has looked at it since.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class ClaimType(StrEnum):
    """What kind of statement a claim makes."""

    FACT = "fact"
    VALUE = "value"
    POLICY = "policy"
    PREDICTION = "prediction"
    DEFINITION = "definition"


class Bearing(StrEnum):
    """How an argument bears on its target: on a claim (for, against) or on another argument's step."""

    SUPPORTS = "supports"
    ATTACKS = "attacks"
    UNDERCUTS = "undercuts"

    @property
    def target_kind(self) -> Literal["claim", "argument"]:
        """What it bears on."""
        return "argument" if self is Bearing.UNDERCUTS else "claim"


class Act(StrEnum):
    """What somebody does with a claim or an argument by speaking of it.

    ``asserts`` commits to the claim, ``argues`` to the claim and to its step, ``endorses`` and ``concedes``
    to what another has said; ``presents`` lays out a case and commits to nothing, as does ``supposes``.
    """

    ASSERTS = "asserts"
    ARGUES = "argues"
    ENDORSES = "endorses"
    CONCEDES = "concedes"
    DISPUTES = "disputes"
    QUESTIONS = "questions"
    SUPPOSES = "supposes"
    PRESENTS = "presents"

    @property
    def commits(self) -> bool:
        """Whether the speaker holds the claim to be true."""
        return self in _COMMITTING


_COMMITTING = frozenset({Act.ASSERTS, Act.ARGUES, Act.ENDORSES, Act.CONCEDES})


class VoiceKind(StrEnum):
    """In whose voice something is said, what binds the speaker most first."""

    OWN = "own"
    REPORTED = "reported"
    PRESENTED = "presented"


class StakeholderType(StrEnum):
    """What kind of agent a stakeholder is; ``unspecified`` is for "critics say"."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    UNSPECIFIED = "unspecified"


class Effect(StrEnum):
    """How a claim touches the interest of a stakeholder who need not speak."""

    BENEFITS = "benefits"
    HARMS = "harms"
    WANTS = "wants"


class Standard(StrEnum):
    """What it takes for a claim to stand, from lax to strict.

    P is the weight of what applies for it, C of what applies against it. C = 0 is enough for all but ``backed``;
    else ``reason`` asks for P > 0, ``balance`` for P > C, ``clear`` for P ≥ 2·C. ``unanswered`` asks for C = 0, as
    where no standard is written, and ``backed`` for C = 0 and P > 0.
    """

    REASON = "reason"
    BALANCE = "balance"
    CLEAR = "clear"
    UNANSWERED = "unanswered"
    BACKED = "backed"


CATCHWORDS = 2
"""A title of so many words names a thing and claims nothing."""

UNPARTED = "\u2e80"
"""From this letter on come the scripts of East Asia, which part no words."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a thing was taken over from: a ``format``, a ``file`` or an address, the ``id`` it has there.

    ``digest`` is that of the file as it was then: ``sha256:`` and 64 hexadecimal digits.
    """

    format: str | None = None
    file: str | None = None
    id: str | None = None
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop of a guided reading: the claim, argument or issue ``of`` which it is, and what it says there."""

    of: str
    text: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A problem that the author stands by, for a ``reason``.

    ``at`` is the id of what the problem is about, ``issue/concept`` for a cell of a comparison, or a place in a
    source (``column#s4.t1``); empty is the whole map.
    """

    code: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that find a passage, as a W3C TextQuoteSelector has them."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a node stands: ``at`` is a locator in ``source``, empty as long as only the quote is known."""

    source: str
    at: str = ""
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Concern:
    """A claim touches the interest of a stakeholder: reads "claim benefits stakeholder"."""

    stakeholder: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a map expects of a claim, checked like a test.

    ``status`` is ``stands``, ``falls`` or ``undecided``; ``said_by`` are stakeholders who must be committed
    to the claim; ``strength`` is a comparison such as ``>0.5`` (operators ``< <= > >= =``).
    """

    status: str | None = None
    said_by: tuple[str, ...] = ()
    strength: str | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A question under debate; with ``compares`` it is a criterion that concepts are compared by.

    Where it is ``exclusive`` only one of its answers can hold, so they contradict each other.
    """

    id: str
    question: str
    compares: tuple[str, ...] = ()
    exclusive: bool = False
    at: tuple[Passage, ...] = ()
    tags: tuple[str, ...] = ()
    standard: Standard | None = None
    origin: Origin | None = None
    unseen: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that can be argued, in the mapper's own words.

    ``base`` is the strength given before any argument, in [0, 1]; None leaves it to the semantics.
    ``contradicts`` is symmetric and stored once, on the claim whose id sorts first; ``rephrases`` runs from
    the more specific claim to the more general. ``also`` are further wordings of the same claim.
    """

    id: str
    text: str
    title: str | None = None
    type: ClaimType | None = None
    answers: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    concerns: tuple[Concern, ...] = ()
    contradicts: tuple[str, ...] = ()
    rephrases: tuple[str, ...] = ()
    implicit: bool = False
    date: str | None = None
    base: float | None = None
    requires_support: bool = False
    expect: Expectation | None = None
    tags: tuple[str, ...] = ()
    at: tuple[Passage, ...] = ()
    standard: Standard | None = None
    also: tuple[str, ...] = ()
    origin: Origin | None = None
    unseen: str | None = None

    @property
    def label(self) -> str:
        """The words for a card: the title, or the text where there is none."""
        return self.title or self.text

    @property
    def sentence(self) -> str:
        """The text, where the title is a catchword that does not tell what is claimed; else nothing.

        One or two words are taken for a catchword, in a script that parts its words.
        """
        words = (self.title or "").split()
        told = len(words) > CATCHWORDS or any(letter >= UNPARTED for letter in self.title or "")
        return "" if told or not words or self.title == self.text.rstrip(".") else self.text


@dataclass(frozen=True, slots=True)
class Argument:
    """One inference: linked premises that bear together on exactly one target.

    ``weight`` is the strength of the step itself, in [0, 1]; None stands for 1. ``inferred`` marks a step
    that the mapper added and the source does not take.
    """

    id: str
    premises: tuple[str, ...]
    bearing: Bearing
    target: str
    scheme: str | None = None
    warrant: str | None = None
    weight: float | None = None
    inferred: bool = False
    at: tuple[Passage, ...] = ()
    origin: Origin | None = None
    unseen: str | None = None


ADDED_STEP: Final = "a step added by the map"
"""Whose a step is that the mapper added and the source does not take."""


def mention(name: str) -> str:
    """A name as it stands within a sentence: "The guild" loses its capital there."""
    return f"the {name[4:]}" if name.startswith("The ") else name


def speaks_as_many(name: str, type_: StakeholderType) -> bool:
    """Whether a verb behind the name of a group stands in the plural: drivers argue, the guild argues."""
    head = name.split(" of ")[0].split(" who ")[0].split(" that ")[0].rstrip()
    several = type_ in {StakeholderType.GROUP, StakeholderType.UNSPECIFIED}
    return several and head.endswith("s") and not head.endswith(("ss", "us", "is"))


def tell_chain(reporters: Sequence[str], *, many: bool = False) -> str:
    """By whose report a thing is known: the first tells it, each has it from the next; ``many`` is the first."""
    first = f"as {reporters[0]} {'report' if many else 'reports'}"
    return first + "".join(f", who has it from {name}" for name in reporters[1:])


def quoted(words: str) -> str:
    """Words between quotation marks; marks of their own become the inner ones: “What ‘open’ means”."""
    return f"“{words.translate(_INNER_MARKS)}”"


_INNER_MARKS: Final = str.maketrans("“”", "‘’")


@dataclass(frozen=True, slots=True)
class Stakeholder:
    """Who speaks or has a stake."""

    id: str
    name: str
    type: StakeholderType = StakeholderType.UNSPECIFIED
    role: str | None = None
    affiliation: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    same_as: str | None = None
    origin: Origin | None = None
    unseen: str | None = None


@dataclass(frozen=True, slots=True)
class UnreadableSpeech:
    """That a map's file says something on who speaks to ``of``, on ``line``, and that it cannot be read."""

    of: str
    line: int

    @property
    def words(self) -> str:
        return f"said: unreadable (line {self.line})" if self.line else "said: unreadable"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who stands where on a claim or an argument: reads "by act of".

    ``via`` is the chain of reporters, beginning with the source's author; empty is direct speech.
    ``at`` is empty where the passage is that of what is attributed. ``loosely`` marks "makes similar points".
    """

    by: str
    act: Act
    of: str
    via: tuple[str, ...] = ()
    loosely: bool = False
    cue: str | None = None
    at: tuple[Passage, ...] = ()
    date: str | None = None
    origin: Origin | None = None
    unseen: str | None = None

    @property
    def reported(self) -> bool:
        return bool(self.via)

    @property
    def voice(self) -> VoiceKind:
        """``presented`` without commitment, ``reported`` by somebody else, or the speaker's ``own``."""
        return tell_voice_kind(self.act, reported=self.reported)


def tell_voice_kind(act: Act, *, reported: bool) -> VoiceKind:
    """In whose voice an act is done."""
    if act in {Act.PRESENTS, Act.SUPPOSES}:
        return VoiceKind.PRESENTED
    return VoiceKind.REPORTED if reported else VoiceKind.OWN


def strongest_voice(attributions: Iterable[Attribution]) -> VoiceKind:
    """The kind of voice that binds a speaker most among several; their own where there is none."""
    order = list(VoiceKind)
    return min((attribution.voice for attribution in attributions), key=order.index, default=VoiceKind.OWN)


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing that claims are about: a model, a product, a law, a term."""

    id: str
    label: str
    type: str | None = None
    broader: tuple[str, ...] = ()
    same_as: str | None = None
    at: tuple[Passage, ...] = ()
    origin: Origin | None = None
    unseen: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A document. ``file`` is relative to the map's folder; ``skip`` are locators of what does not argue.

    ``author`` is the stakeholder whose voice is the default, ``authors`` the names that a citation has,
    with a semicolon between several.
    """

    id: str
    title: str
    author: str | None = None
    published: str | None = None
    url: str | None = None
    file: str | None = None
    skip: tuple[str, ...] = ()
    language: str | None = None
    origin: Origin | None = None
    unseen: str | None = None
    authors: str | None = None
    publisher: str | None = None
    doi: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a source. ``at`` is its locator (``s2``); ``voice`` is what the author does there by default."""

    source: str
    at: str
    title: str | None = None
    voice: Act | None = None
