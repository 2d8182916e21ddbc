"""The payload of the network page: one debate as plain data, in reading order.

Version 1. Empty fields are left out, so that a large map stays small; ids refer to the lists beside.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from argumap.model import Locator, find_unseen, speaks_as_many
from argumap.page import CRITERIA, UNTIED, build_tree
from argumap.phrases import ENGLISH
from argumap.semantics import build_verdict_rules
from argumap.verdicts import build_sentences, read_plainly
from argumap.views.map.article_texts import ArticleTexts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from argumap.model import Argument, ArgumentMap, Attribution, Claim, Index, Issue, Passage, Stakeholder
    from argumap.page import CrossLink, DebateTree, TreePlace
    from argumap.phrases import Phrases
    from argumap.semantics import Balance, Verdict
    from argumap.text import Article
    from argumap.verdicts import IssueVerdict
    from argumap.views.map.payload_types import Payload

VERSION = 1

_GROUPS = {
    CRITERIA: ("map.group.criteria", "map.group.criteria-means"),
    UNTIED: ("map.group.untied", "map.group.untied-means"),
}


def build_debate(
    index: Index,
    *,
    name: str = "",
    anchors: Mapping[str, Sequence[Mapping[str, object]]],
    strength: Mapping[str, float],
    verdicts: Mapping[str, Verdict] = MappingProxyType({}),
    balances: Mapping[str, Balance] = MappingProxyType({}),
    issues: Mapping[str, IssueVerdict] = MappingProxyType({}),
    order: Mapping[str, Sequence[str]] = MappingProxyType({}),
    equations: Mapping[str, object] | None = None,
    snapshot: str | None = None,
    phrases: Phrases = ENGLISH,
    articles: Mapping[str, Article] = MappingProxyType({}),
) -> Payload:
    """All that the network page shows.

    ``anchors`` has by record id what became of its passages; ``strength``, ``verdicts`` and ``balances`` come
    from an evaluation and may be empty, as may ``issues``, the verdict on each; ``equations`` lets the page work
    out a what-if; ``order`` has by issue the reasons and objections on its answers as its board has them. Of the
    ``articles`` at hand the page carries the text once, and passages as places in it.
    """
    tree = build_tree(index)
    texts = ArticleTexts(articles)
    scribe = _Scribe(
        index, anchors, strength, verdicts, balances, issues=issues, order=order, phrases=phrases, texts=texts
    )
    payload = _sparse(
        {
            "version": VERSION,
            "name": name,
            "title": index.map.title,
            "questions": list(order) if len(order) > 1 else [],
            "nodes": [scribe.node(place, tree) for place in tree.places],
            "links": [_link(link) for link in tree.links],
            "arguments": [scribe.argument(argument, tree) for argument in index.map.arguments],
            "stakeholders": [_stakeholder(stakeholder) for stakeholder in index.map.stakeholders],
            "concepts": [_sparse({"id": c.id, "label": c.label, "type": c.type}) for c in index.map.concepts],
            "sources": [
                _sparse({"id": s.id, "title": s.title, "author": s.author, "url": s.url, "date": s.published})
                for s in index.map.sources
            ],
            "sections": _sections(index.map),
            "texts": texts.blocks or None,
            "weighed": index.map.weighed,
            "verdictRules": build_verdict_rules() if verdicts else None,
            "equations": equations,
            "snapshot": snapshot,
        }
    )
    # What is left out as empty may be left out by its type; a test holds every map of ours against it.
    return cast("Payload", payload)


class _Scribe:
    """Writes records as plain data."""

    def __init__(
        self,
        index: Index,
        anchors: Mapping[str, Sequence[Mapping[str, object]]],
        strength: Mapping[str, float],
        verdicts: Mapping[str, Verdict],
        balances: Mapping[str, Balance],
        issues: Mapping[str, IssueVerdict],
        order: Mapping[str, Sequence[str]],
        phrases: Phrases,
        texts: ArticleTexts,
    ) -> None:
        self.index = index
        self.anchors = anchors
        self.strength = strength
        self.verdicts = verdicts
        self.balances = balances
        self.issues = issues
        self.order = order
        self.phrases = phrases
        self.texts = texts
        self.unseen = {item.name for item in find_unseen(index.map)}

    def node(self, place: TreePlace, tree: DebateTree) -> dict[str, object]:
        node_id = place.id
        if node_id in _GROUPS:
            title, text = map(self.phrases.say, _GROUPS[node_id])
            return {"id": node_id, "kind": "group", "title": title, "text": text}
        if node_id in self.index.issues:
            return self._issue(self.index.issues[node_id], place)
        return self._claim(self.index.claims[node_id], place, tree)

    def _issue(self, issue: Issue, place: TreePlace) -> dict[str, object]:
        return _sparse(
            {
                "id": issue.id,
                "kind": "issue",
                "title": issue.question,
                "text": issue.question,
                "parent": place.parent,
                "compares": list(issue.compares),
                "exclusive": issue.exclusive,
                "drafted": issue.id in self.unseen,
                "tags": list(issue.tags),
                "where": self._where(issue.id, issue.at),
                **self._standing(issue.id),
            }
        )

    def _standing(self, issue_id: str) -> dict[str, object]:
        """Who leads on an issue, in words and in figures: its answers, best first, with what is live for each and
        against it.
        """
        verdict = self.issues.get(issue_id)
        if verdict is None:
            return {}
        told = build_sentences(verdict, self.phrases)
        return {
            "cautions": list(map(read_plainly, told.cautions)),
            "leads": read_plainly(told.leads),
            "ranking": [[a.claim, a.pro, a.con] for a in verdict.ranking.answers],
            "order": list(self.order.get(issue_id, ())),
        }

    def _claim(self, claim: Claim, place: TreePlace, tree: DebateTree) -> dict[str, object]:
        strength, balance = self.strength.get(claim.id), self.balances.get(claim.id)
        return _sparse(
            {
                "id": claim.id,
                "kind": "claim",
                "title": claim.label,
                "text": claim.text,
                "role": str(tree.roles[claim.id]),
                "parent": place.parent,
                "relation": place.relation,
                "step": place.step,
                "type": None if claim.type is None else str(claim.type),
                "implicit": claim.implicit,
                "drafted": claim.id in self.unseen,
                "date": claim.date,
                "concepts": list(claim.about),
                "concerns": [[concern.stakeholder, str(concern.effect)] for concern in claim.concerns],
                "tags": list(claim.tags),
                "voices": self._voices(claim.id),
                "unreadable": [lost.words for lost in self.index.unreadable[claim.id]],
                "where": self._where(claim.id, claim.at),
                "word": balance and balance.word.value,
                "pros": balance and _counts(balance.pros, balance.unresolved_pros, balance.answered_pros),
                "cons": balance and _counts(balance.cons, balance.unresolved_cons, balance.answered_cons),
                "verdict": self._verdict(claim.id),
                "strength": None if strength is None else round(strength, 3),
            }
        )

    def argument(self, argument: Argument, tree: DebateTree) -> dict[str, object]:
        return _sparse(
            {
                "id": argument.id,
                "premises": list(argument.premises),
                "relation": tree.relations[argument.id],
                "target": argument.target,
                "scheme": argument.scheme,
                "warrant": argument.warrant,
                "inferred": argument.id in self.index.added,
                "voices": self._voices(argument.id),
                "unreadable": [lost.words for lost in self.index.unreadable[argument.id]],
                "where": self._where(argument.id, argument.at),
                "status": self.verdicts[argument.id].status if argument.id in self.verdicts else None,
                "verdict": self._verdict(argument.id),
            }
        )

    def _verdict(self, node_id: str) -> list[list[object]] | None:
        """Each ground as its reason and, where it holds by something, the ids of that."""
        if node_id not in self.verdicts:
            return None
        return [[g.reason.value, list(g.by)] if g.by else [g.reason.value] for g in self.verdicts[node_id].grounds]

    def _voices(self, node_id: str) -> list[dict[str, object]]:
        return [_voice(attribution) for attribution in self.index.voices[node_id]]

    def _where(self, node_id: str, passages: Iterable[Passage]) -> list[dict[str, object]]:
        known = self.anchors.get(node_id)
        if known:
            return [_anchor(anchor, self.texts.find(anchor)) for anchor in known]
        return [_sparse({"source": p.source, "at": p.at, "section": _section(p.source, p.at)}) for p in passages]


def _counts(*sides: Sequence[str]) -> list[int] | None:
    """How many are live, unresolved and answered; nothing where there is none."""
    return [len(side) for side in sides] if any(sides) else None


def _anchor(anchor: Mapping[str, object], units: tuple[int, int] | None) -> dict[str, object]:
    source, at = str(anchor.get("source") or ""), str(anchor.get("at") or "")
    return _sparse(
        {
            "source": source,
            "at": at,
            "section": _section(source, at),
            "text": None if units else anchor.get("text"),
            "units": units,
            "state": anchor.get("state"),
        }
    )


def _section(source: str, at: str) -> str | None:
    """The id that a section has in the payload."""
    try:
        return f"{source}#{Locator.parse(at).section}"
    except ValueError:
        return None


def _voice(attribution: Attribution) -> dict[str, object]:
    return _sparse(
        {
            "by": attribution.by,
            "act": str(attribution.act),
            "voice": attribution.voice.value,
            "via": list(attribution.via),
            "loosely": attribution.loosely,
            "cue": attribution.cue,
            "date": attribution.date,
            "at": [passage.at for passage in attribution.at if passage.at],
        }
    )


def _link(link: CrossLink) -> dict[str, object]:
    return _sparse({"from": link.source, "relation": link.relation, "to": link.target, "step": link.step})


def _stakeholder(stakeholder: Stakeholder) -> dict[str, object]:
    return _sparse(
        {
            "id": stakeholder.id,
            "name": stakeholder.name,
            "type": str(stakeholder.type),
            "many": speaks_as_many(stakeholder.name, stakeholder.type),
            "role": stakeholder.role,
            "affiliation": list(stakeholder.affiliation),
            "interests": list(stakeholder.interests),
            "aliases": list(stakeholder.aliases),
            "link": stakeholder.same_as,
        }
    )


def _sections(argument_map: ArgumentMap) -> list[dict[str, object]]:
    """The sections that the map names or cites, source by source in reading order."""
    titles = {f"{s.source}#{s.at}": s.title for s in argument_map.sections}
    records: tuple[Claim | Issue, ...] = (*argument_map.claims, *argument_map.issues)
    cited = {
        section for record in records for passage in record.at if (section := _section(passage.source, passage.at))
    }
    place = {source.id: n for n, source in enumerate(argument_map.sources)}

    def order(node_id: str) -> tuple[int, str, int]:
        source, _, at = node_id.partition("#")
        return (place.get(source, len(place)), source, int(at[1:]) if at[1:].isdecimal() else 0)

    several = len(argument_map.sources) > 1
    return [
        _sparse(
            {"id": node_id, "at": node_id if several else node_id.partition("#")[2], "title": titles.get(node_id)}
        )
        for node_id in sorted({*titles, *cited}, key=order)
    ]


def _sparse(record: dict[str, object]) -> dict[str, object]:
    """``record`` without what is empty; a zero stays."""
    return {key: value for key, value in record.items() if _says_something(value)}


def _says_something(value: object) -> bool:
    return value is not None and value is not False and value not in ("", [])
