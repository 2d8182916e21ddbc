"""The one description of a map file: what may stand where, and what it means.

The reader validates by these models, and the JSON Schema and the page of documentation are made from them,
so a sentence here is a sentence there.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, model_validator

from argumap.mapfile.value_forms import (
    COMPARISON,
    DIGEST,
    LANGUAGE,
    PROBLEM_CODE,
    as_list,
    check_code,
    check_date,
    check_digest,
    check_language,
    check_words,
    read_truth,
)
from argumap.model import Act, ClaimType, Effect, StakeholderType, Standard

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_SCALAR: dict[str, JsonValue] = {"type": ["string", "number", "boolean"]}
Text = Annotated[str, AfterValidator(check_words), Field(json_schema_extra=_SCALAR | {"pattern": r"\S"})]
Id = Annotated[str, Field(json_schema_extra={"type": ["string", "integer"]})]
IdList = Annotated[tuple[Id, ...], BeforeValidator(as_list, json_schema_input_type=Id | list[Id])]
WordList = Annotated[tuple[Text, ...], BeforeValidator(as_list, json_schema_input_type=Text | list[Text])]
YesNo = Annotated[bool, BeforeValidator(read_truth, json_schema_input_type=bool)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Date = Annotated[str, AfterValidator(check_date), Field(json_schema_extra={"type": ["string", "integer"]})]
LanguageTag = Annotated[str, AfterValidator(check_language), Field(json_schema_extra={"pattern": f"^{LANGUAGE}$"})]
Digest = Annotated[str, AfterValidator(check_digest), Field(json_schema_extra={"pattern": f"^{DIGEST.pattern}$"})]
ProblemCode = Annotated[
    str, AfterValidator(check_code), Field(json_schema_extra={"pattern": f"^{PROBLEM_CODE.pattern}$"})
]
LocatorText = Annotated[
    str, Field(json_schema_extra={"examples": ["s2.p1.s2", "s2.p1.s2-s4", "column#s4.t1.r2.c3"]})
]


class _ClosedEntry(BaseModel):
    model_config = ConfigDict(extra="forbid")


class OriginEntry(_ClosedEntry):
    """Where it was taken over from. At least one of the keys."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    format: Text | None = Field(None, description="The format it was in.")
    file: Text | None = Field(
        None, description="The file, as a path inside the map's folder, or the address it came from."
    )
    id: Text | None = Field(None, description="What it is called there.")
    digest: Digest | None = Field(
        None, description="The SHA-256 of the file as it was then: `sha256:` and 64 hexadecimal digits."
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if (self.format, self.file, self.id, self.digest) == (None, None, None, None):
            raise ValueError("it says nothing; add one of format, file, id and digest")
        return self


class Made(_ClosedEntry):
    """Whatever somebody or something has made."""

    origin: OriginEntry | None = Field(None, description="Where it was taken over from.")
    unseen: Text | None = Field(
        None, description="Who or what made it, as long as nobody has looked at it since; delete the key then."
    )


class PassageEntry(_ClosedEntry):
    """A passage with the words that find it; the short form is the locator alone."""

    source: Id | None = Field(None, description="The source; needless where the map has one.")
    at: LocatorText | None = Field(None, description="The locator, once it is known.")
    quote: Text | None = Field(None, description="Words of the passage, exactly.")
    prefix: str | None = Field(None, description="Words right before the quote, where it stands twice.")
    suffix: str | None = Field(None, description="Words right after the quote, where it stands twice.")


PlaceEntry = Annotated[LocatorText | PassageEntry, Field(union_mode="left_to_right")]
PlaceList = Annotated[
    tuple[PlaceEntry, ...], BeforeValidator(as_list, json_schema_input_type=PlaceEntry | list[PlaceEntry])
]


class Anchored(Made):
    """Whatever can stand in a source."""

    at: PlaceList = Field((), description="Where it stands: a locator, a range, or a list of them.")
    quote: Text | None = Field(None, description="Words of the passage, instead of a locator or beside it.")
    prefix: str | None = Field(None, description="Words right before the quote, where it stands twice.")
    suffix: str | None = Field(None, description="Words right after the quote, where it stands twice.")


class SaidEntry(Anchored):
    """Who stands where on a claim or an argument. A stakeholder's id alone is short for `{by: id}`."""

    by: Id = Field(description="The stakeholder who speaks.")
    act: Act = Field(
        Act.ASSERTS,
        description="What the stakeholder does: `asserts` commits to the claim, `argues` to its step too, "
        "`endorses` and `concedes` to what another said, `presents` and `supposes` to nothing.",
    )
    via: IdList | None = Field(
        None,
        description="The chain of reporters, beginning with the source's author, who also stands here where the "
        "key is left out; `[]` is direct speech.",
    )
    loosely: YesNo = Field(False, description="For words like “makes similar arguments”.")
    cue: Text | None = Field(None, description="The reporting words, such as “has argued”.")
    date: Date | None = Field(None, description="When it was said.")


SpeechEntry = Annotated[Id | SaidEntry, Field(union_mode="left_to_right")]
SaidList = Annotated[
    tuple[SpeechEntry, ...], BeforeValidator(as_list, json_schema_input_type=SpeechEntry | list[SpeechEntry])
]
Effects = Annotated[tuple[Effect, ...], BeforeValidator(as_list, json_schema_input_type=Effect | list[Effect])]


class SourceEntry(Made):
    """A document that the map is made from."""

    title: Text = Field(description="Its title.")
    author: Id | None = Field(None, description="The stakeholder who wrote it and whose voice is the default.")
    authors: WordList = Field((), description="Who wrote it, by name, as a citation has them; several as a list.")
    published: Date | None = Field(None, description="When it appeared.")
    publisher: Text | None = Field(None, description="Who brought it out: a house, a journal, a newspaper.")
    doi: Text | None = Field(None, description="Its DOI, beginning with `10.`.")
    url: Text | None = Field(None, description="Where it can be read.")
    file: Text | None = Field(None, description="Its text, as a path from the map's folder.")
    skip: IdList = Field((), description="Locators of what does not argue.")
    language: LanguageTag | None = Field(
        None,
        description="The language it is written in, as a BCP 47 tag; its sentences go by it. Else its text tells.",
    )


class SectionEntry(_ClosedEntry):
    """A part of a source, under its locator (`s2`, or `column#s2` where there are several sources)."""

    title: Text | None = Field(None, description="Its heading, in own words where it must be.")
    voice: Act | None = Field(
        None, description="What the author does here where `said` is left out; `asserts` if nothing is said."
    )


class IssueEntry(Anchored):
    """A question under debate, or with `compares` a criterion that concepts are compared by."""

    question: Text = Field(description="The question.")
    compares: IdList = Field((), description="The concepts that it compares.")
    exclusive: YesNo = Field(
        False, description="Whether only one of its positions can hold; then they contradict each other."
    )
    tags: WordList = Field((), description="Words to find it by.")
    standard: Standard | None = Field(
        None, description="What its answers have to meet to stand, where they write no standard themselves."
    )


class StakeholderEntry(Made):
    """Who speaks or has a stake."""

    name: Text = Field(description="The name.")
    type: StakeholderType = Field(
        StakeholderType.UNSPECIFIED, description="What kind of agent; `unspecified` is for “critics say”."
    )
    role: Text | None = Field(None, description="What they are in this debate.")
    affiliation: IdList = Field((), description="The stakeholders they belong to.")
    interests: WordList = Field((), description="What they want or stand to lose.")
    aliases: WordList = Field((), description="Other names.")
    same_as: Text | None = Field(None, description="An address that identifies them.")


class ConceptEntry(Anchored):
    """A thing that claims are about: a model, a product, a law, a term."""

    label: Text = Field(description="Its name.")
    type: Text | None = Field(None, description="What kind of thing.")
    broader: IdList = Field((), description="The concepts that it is a kind or part of.")
    same_as: Text | None = Field(None, description="An address that identifies it.")


class ExpectEntry(_ClosedEntry):
    """What the map expects of the claim, checked like a test."""

    status: Literal["stands", "falls", "undecided"] | None = Field(None, description="How it ends up.")
    said_by: IdList = Field((), description="Stakeholders who are committed to it.")
    strength: Annotated[str, Field(pattern=COMPARISON)] | None = Field(
        None, description='A comparison such as ">0.5".'
    )


class ClaimEntry(Anchored):
    """A statement that can be argued, in the mapper's own words."""

    text: Text = Field(description="A sentence that can stand alone.")
    title: Text | None = Field(None, description="Words for its card, at most 60 characters.")
    also: WordList = Field((), description="Further wordings of the same claim.")
    type: ClaimType | None = Field(None, description="What kind of statement it is.")
    answers: IdList = Field((), description="Issues that it answers; answering a debated one makes it a position.")
    about: IdList = Field((), description="Concepts that it is about.")
    concerns: dict[str, Effects] = Field(
        default_factory=dict, description="Stakeholders whose interest it touches, and how."
    )
    contradicts: IdList = Field((), description="Claims that cannot hold together with it.")
    rephrases: IdList = Field((), description="More general claims that it says in other words.")
    implicit: YesNo = Field(False, description="Whether nobody says it and a step needs it all the same.")
    date: Date | None = Field(None, description="What time it speaks of.")
    base: Share | None = Field(None, description="Its strength before any argument, from 0 to 1.")
    requires_support: YesNo = Field(False, description="Whether it falls when nothing supports it.")
    standard: Standard | None = Field(None, description="What it has to meet to stand.")
    expect: ExpectEntry | None = Field(None, description="What the map expects of it, checked like a test.")
    tags: WordList = Field((), description="Words to find it by.")
    said: SaidList | None = Field(
        None, description="Who stands where on it; left out, the source's author asserts it; `[]` is nobody."
    )
    supports: IdList = Field((), description="Claims that it supports, each by an argument `claim/target`.")
    attacks: IdList = Field((), description="Claims that it attacks, each by an argument `claim/target`.")
    undercuts: IdList = Field((), description="Arguments whose step it denies.")


class ArgumentEntry(Anchored):
    """An inference: linked premises that bear together on exactly one target."""

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": ["supports"]}, {"required": ["attacks"]}, {"required": ["undercuts"]}]
        }
    )

    premises: IdList = Field(description="The claims that bear together.", min_length=1)
    supports: Id | None = Field(None, description="The claim that it supports.")
    attacks: Id | None = Field(None, description="The claim that it attacks.")
    undercuts: Id | None = Field(None, description="The argument whose step it denies.")
    scheme: Text | None = Field(None, description="The argumentation scheme, such as `expert opinion`.")
    warrant: Text | None = Field(None, description="Why the premises bear on the target.")
    weight: Share | None = Field(None, description="The strength of the step, from 0 to 1.")
    inferred: YesNo = Field(
        False, description="Whether the mapper added the step and the source does not take it."
    )
    said: SaidList = Field((), description="Who takes or rejects the step.")


class StopEntry(_ClosedEntry):
    """A stop of the guided reading."""

    of: Id = Field(description="What is looked at.")
    text: Text = Field(description="What there is to say of it.")


class AcceptedEntry(_ClosedEntry):
    """A problem that stays: `argumap check` shows and counts it, and `--strict` does not fail for it."""

    code: ProblemCode = Field(description="The code of the problem, such as AM313.")
    at: WordList = Field(
        (),
        description="What it is about: an id, `issue/concept` for a cell of a comparison, or a locator of a "
        "source; left out, it is every problem of that code.",
    )
    reason: Text = Field(description="Why it stays.")


Tour = Annotated[
    tuple[StopEntry, ...], BeforeValidator(as_list, json_schema_input_type=StopEntry | list[StopEntry])
]
AcceptedList = Annotated[
    tuple[AcceptedEntry, ...],
    BeforeValidator(as_list, json_schema_input_type=AcceptedEntry | list[AcceptedEntry]),
]


class MapFile(_ClosedEntry):
    """An argument map. What is said of it as a whole stands in `map.yaml`; the other files add to the sections."""

    argumap: Literal["1"] = Field(description="The version of this format: 1.")
    title: Text | None = Field(None, description="What the map is about.")
    language: LanguageTag | None = Field(None, description="The language the map is written in, as a BCP 47 tag.")
    standard: Standard | None = Field(
        None, description="What a claim has to meet to stand, where neither it nor its issue writes a standard."
    )
    origin: OriginEntry | None = Field(None, description="Where the map was taken over from.")
    unseen: Text | None = Field(
        None,
        description="Who or what made the map, as long as nobody has looked at it since; delete the key then.",
    )
    tour: Tour = Field((), description="A guided reading: its stops in their order.")
    accepted: AcceptedList = Field((), description="Problems that stay, each with its reason.")
    sources: dict[str, SourceEntry] = Field({}, description="The documents.")
    sections: dict[str, SectionEntry] = Field({}, description="Parts of the documents, by locator.")
    issues: dict[str, IssueEntry] = Field({}, description="The questions under debate.")
    stakeholders: dict[str, StakeholderEntry] = Field({}, description="Who speaks or has a stake.")
    concepts: dict[str, ConceptEntry] = Field({}, description="What the claims are about.")
    claims: dict[str, ClaimEntry] = Field({}, description="The claims, in the order of the article.")
    arguments: dict[str, ArgumentEntry] = Field({}, description="Arguments that are more than one claim's word.")
