"""What a map says, as statements: claims and steps, who says what, and where each stands.

* A claim is a ``schema:Claim`` and an ``aif:I-node``; one that answers a question is an ``ibis:Position``.
* Steps are reified: an ``aif:RA-node`` or ``aif:CA-node`` with all its linked ``aif:Premise`` and one
  ``aif:Conclusion``; an undercut is a CA-node whose conclusion is a step, a contradiction is one either way, and
  an ``aif:MA-node`` leads from a claim to the more general one that it rephrases.
* Whoever speaks does so in an act, ``aif:YA-node`` and ``prov:Activity``, for who disputes a claim is no origin of
  it; ``prov:wasAttributedTo`` stands only where somebody commits to it in their own voice.
* A passage is an ``oa:Annotation`` of the source: see `annotations`.

What stands and how strongly is left out: it is an evaluation, and no fact. The terms are those of AIFdb's own RDF
(``http://www.arg.tech/aif#``), schema.org, PROV-O, the Web Annotation vocabulary, SKOS, and D. Taylor's IBIS
vocabulary; dates are in EDTF.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from argumap.formats._linked.annotations import Annotator
from argumap.formats._linked.terms import Iri, Resource, Word, address, beneath, join_resources, local, tell, typed
from argumap.model import Bearing, StakeholderType, VoiceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from argumap.formats import Export
    from argumap.formats._linked.terms import Term
    from argumap.model import Argument, Attribution, Claim, Concept, Issue, Passage, Source, Stakeholder

Properties: TypeAlias = "Sequence[tuple[str, Term]]"
MAP_IRI: Final = Iri("")
_AGENTS = {StakeholderType.PERSON: "schema:Person", StakeholderType.ORGANISATION: "schema:Organization"}
_REPORTER = "reporter"
_PART: Final = [("schema:isPartOf", MAP_IRI)]


@dataclass(frozen=True, slots=True)
class Description:
    """One thing of the map, named by ``iri``: what it is, and where that comes from."""

    iri: Iri
    assertion: tuple[Resource, ...]
    provenance: tuple[Resource, ...] = ()
    sources: tuple[Iri, ...] = ()


def describe(export: Export) -> Iterator[Description]:
    """The map as a whole, with its questions, people, concepts and sources; then claims and steps one by one."""
    yield from _Describer(export).all()


def list_resources(export: Export) -> list[Resource]:
    """All that a map says, each thing once, in the order of the map."""
    return join_resources(
        resource for known in describe(export) for resource in (*known.assertion, *known.provenance)
    )


class _Describer:
    def __init__(self, export: Export) -> None:
        self.map = export.map
        self.annotator = Annotator(export)
        self.language = export.map.language
        self.acts = _name_attributions(export.map.attributions)
        self.contradictions: dict[str, list[tuple[str, str]]] = {}
        for one, other in export.map.contradictions():
            self.contradictions.setdefault(one, []).append((one, other))

    def all(self) -> Iterator[Description]:
        yield self._whole()
        yield from map(self._describe_claim, self.map.claims)
        yield from map(self._describe_step, self.map.arguments)

    def _tell(self, *texts: str | None) -> list[Term]:
        return [tell(text, self.language) for text in texts if text]

    def _whole(self) -> Description:
        record = self.map
        sources = tuple(local("source", source.id) for source in record.sources)
        head = [
            *_each("a", Word("ibis:Network"), Word("prov:Entity")),
            *_each("schema:name", *self._tell(record.title)),
            *_each("schema:inLanguage", *([tell(record.language)] if record.language else [])),
            *_each("prov:wasDerivedFrom", *sources),
        ]
        described = (
            Resource(MAP_IRI, tuple(head)),
            *map(self._source, record.sources),
            *map(self._issue, record.issues),
            *map(self._stakeholder, record.stakeholders),
            *map(self._concept, record.concepts),
            *self._terms(),
        )
        placed = [("issue", issue.id, issue.at) for issue in record.issues]
        placed += [("concept", concept.id, concept.at) for concept in record.concepts]
        return Description(MAP_IRI, described, tuple(self._places(placed)), sources)

    def _places(self, placed: Iterable[tuple[str, str, tuple[Passage, ...]]]) -> Iterator[Resource]:
        for kind, record_id, at in placed:
            yield from self.annotator.annotate(local(kind, record_id), record_id, at)

    def _source(self, source: Source) -> Resource:
        language = source.language or self.language
        return _resource(
            local("source", source.id),
            _each("a", Word("schema:CreativeWork"), Word("prov:Entity")),
            _each("schema:name", *([tell(source.title, language)] if source.title else [])),
            _each("schema:author", *([local("stakeholder", source.author)] if source.author else [])),
            _each("dcterms:creator", *_plain(*(source.authors or "").split("; "))),
            _each("schema:datePublished", *_dates(source.published)),
            _each("schema:publisher", *_plain(source.publisher)),
            _each("schema:url", *_addresses(source.url)),
            _each("schema:sameAs", *_addresses(source.doi and f"https://doi.org/{source.doi}")),
            _each("schema:inLanguage", *_plain(source.language)),
        )

    def _issue(self, issue: Issue) -> Resource:
        return _resource(
            local("issue", issue.id),
            _each("a", Word("schema:Question"), Word("ibis:Issue")),
            _each("schema:text", tell(issue.question, self.language)),
            _each("schema:about", *(local("concept", concept) for concept in issue.compares)),
            _each("schema:keywords", *self._tell(*issue.tags)),
            _PART,
        )

    def _stakeholder(self, person: Stakeholder) -> Resource:
        return _resource(
            local("stakeholder", person.id),
            _each("a", Word("prov:Agent"), *(Word(_AGENTS[person.type]) for _ in [0] if person.type in _AGENTS)),
            _each("schema:name", tell(person.name)),
            _each("schema:alternateName", *_plain(*person.aliases)),
            _each("schema:description", *self._tell(person.role)),
            _each("schema:affiliation", *(local("stakeholder", other) for other in person.affiliation)),
            _each("schema:sameAs", *_addresses(person.same_as)),
        )

    def _concept(self, concept: Concept) -> Resource:
        return _resource(
            local("concept", concept.id),
            _each("a", Word("skos:Concept")),
            _each("skos:prefLabel", tell(concept.label, self.language)),
            _each("dcterms:type", *self._tell(concept.type)),
            _each("skos:broader", *(local("concept", wider) for wider in concept.broader)),
            _each("schema:sameAs", *_addresses(concept.same_as)),
        )

    def _terms(self) -> Iterator[Resource]:
        """The kinds, acts, voices and schemes that the map uses, each with its name."""
        names = [name for claim in self.map.claims for name in _kinds(claim)]
        names += [name for said in self.map.attributions for name in _manners(said)]
        names += [_REPORTER for said in self.map.attributions if said.via][:1]
        for name in dict.fromkeys(names):
            yield _resource(
                _term(name), _each("a", Word("skos:Concept")), _each("skos:prefLabel", tell(name, "en"))
            )
        for scheme in dict.fromkeys(step.scheme for step in self.map.arguments if step.scheme):
            label = _each("skos:prefLabel", tell(scheme))
            yield _resource(local("scheme", scheme), _each("a", Word("skos:Concept")), label)

    def _describe_claim(self, claim: Claim) -> Description:
        iri = local("claim", claim.id)
        described = _resource(
            iri,
            _each(
                "a", Word("schema:Claim"), Word("aif:I-node"), *(Word("ibis:Position") for _ in claim.answers[:1])
            ),
            _each("schema:text", tell(claim.text, self.language)),
            _each("aif:claimText", tell(claim.text, self.language)),
            _each("schema:headline", *self._tell(claim.title)),
            _each("schema:alternateName", *self._tell(*claim.also)),
            _each("ibis:responds-to", *(local("issue", issue) for issue in claim.answers)),
            _each("schema:about", *(local("concept", concept) for concept in claim.about)),
            _each("dcterms:type", *map(_term, _kinds(claim))),
            _each("dcterms:date", *_dates(claim.date)),
            _each("schema:keywords", *self._tell(*claim.tags)),
            _PART,
        )
        related = [_relate("rephrases", "aif:MA-node", claim.id, general) for general in claim.rephrases]
        for pair in self.contradictions.get(claim.id, ()):
            related += [
                _relate("contradicts", "aif:CA-node", *pair),
                _relate("contradicts", "aif:CA-node", *pair[::-1]),
            ]
        sources = _sources(claim.at)
        appears = _resource(iri, _each("schema:appearance", *sources))
        provenance = (appears, *self._provenance(iri, claim))
        return Description(iri, (described, *related), provenance, sources)

    def _describe_step(self, step: Argument) -> Description:
        iri = local("argument", step.id)
        described = _resource(
            iri,
            _each("a", Word("aif:RA-node" if step.bearing is Bearing.SUPPORTS else "aif:CA-node")),
            _each("aif:Premise", *(local("claim", premise) for premise in step.premises)),
            _each("aif:Conclusion", local(step.bearing.target_kind, step.target)),
            _each("dcterms:type", *([local("scheme", step.scheme)] if step.scheme else [])),
            _each("dcterms:description", *self._tell(step.warrant)),
            _PART,
        )
        added = _each("prov:wasDerivedFrom", MAP_IRI) if step.inferred else []
        provenance = (_resource(iri, added), *self._provenance(iri, step))
        return Description(iri, (described,), provenance, _sources(step.at))

    def _provenance(self, iri: Iri, record: Claim | Argument) -> Iterator[Resource]:
        yield from self.annotator.annotate(iri, record.id, record.at)
        for act, said in self.acts.get(record.id, ()):
            if said.act.commits and said.voice is VoiceKind.OWN and not said.loosely:
                yield _resource(iri, _each("prov:wasAttributedTo", local("stakeholder", said.by)))
            yield from self._act(act, iri, said)

    def _act(self, act: Iri, of: Iri, said: Attribution) -> Iterator[Resource]:
        """An act of speech; who reports it is a reporter of it, the first one the first."""
        chain = [beneath(act, f"via-{n}") for n, _ in enumerate(said.via, 1)]
        yield _resource(
            act,
            _each("a", Word("aif:YA-node"), Word("prov:Activity")),
            _each("aif:IllocutionaryContent", of),
            _each("prov:wasAssociatedWith", local("stakeholder", said.by)),
            _each("prov:qualifiedAssociation", *chain),
            _each("dcterms:type", *map(_term, _manners(said))),
            _each("dcterms:date", *_dates(said.date)),
            _each("schema:text", *self._tell(said.cue)),
        )
        for n, (link, reporter) in enumerate(zip(chain, said.via, strict=True), 1):
            yield _resource(
                link,
                _each("a", Word("prov:Association")),
                _each("prov:agent", local("stakeholder", reporter)),
                _each("prov:hadRole", _term(_REPORTER)),
                _each("schema:position", typed(n, "xsd:integer")),
            )
        yield from self.annotator.annotate(act, f"{said.by} {said.act} {said.of}", said.at)


def _name_attributions(attributions: Iterable[Attribution]) -> dict[str, list[tuple[Iri, Attribution]]]:
    """The attributions of each claim and step with an address that stays when others are added."""
    named: dict[str, list[tuple[Iri, Attribution]]] = {}
    seen: dict[Iri, int] = {}
    for said in attributions:
        iri = local(f"said/{said.act}", said.of, said.by, *said.via)
        times = seen[iri] = seen.get(iri, 0) + 1
        named.setdefault(said.of, []).append((iri if times == 1 else beneath(iri, str(times)), said))
    return named


def _resource(iri: Iri, *said: Properties) -> Resource:
    return Resource(iri, tuple(pair for pairs in said for pair in pairs))


def _each(name: str, *terms: Term) -> Properties:
    return [(name, term) for term in terms]


def _plain(*texts: str | None) -> list[Term]:
    """Names and tags, which are in no language."""
    return [tell(text) for text in texts if text]


def _dates(date: str | None) -> list[Term]:
    return [typed(date, "edtf:EDTF")] if date else []


def _addresses(url: str | None) -> list[Term]:
    return [address(url)] if url else []


def _relate(kind: str, node: str, start: str, end: str) -> Resource:
    said = (*_each("aif:Premise", local("claim", start)), *_each("aif:Conclusion", local("claim", end)))
    return _resource(local(kind, start, end), _each("a", Word(node)), said, _PART)


def _kinds(claim: Claim) -> list[str]:
    return [*([str(claim.type)] if claim.type else []), *(["implicit"] if claim.implicit else [])]


def _manners(said: Attribution) -> list[str]:
    """What is done with a claim, in whose voice, and whether it is meant loosely."""
    voice = {VoiceKind.OWN: "in their own voice", VoiceKind.REPORTED: "reported", VoiceKind.PRESENTED: "presented"}
    return [str(said.act), voice[said.voice], *(["loosely"] if said.loosely else [])]


def _term(name: str) -> Iri:
    return local("term", name.replace(" ", "-"))


def _sources(places: tuple[Passage, ...]) -> tuple[Iri, ...]:
    return tuple(dict.fromkeys(local("source", place.source) for place in places))
