"""Every question gets the same answer from Python, from SQL on the index, and by brute force over networkx."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, cached_property
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

from argumap.errors import NotFound
from argumap.graph import build_graph
from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    ClaimType,
    Concept,
    Concern,
    Effect,
    Index,
    Issue,
    Passage,
    Source,
    Stakeholder,
    StakeholderType,
)
from argumap.query import (
    Case,
    Filters,
    Side,
    Speech,
    about,
    build_bearings,
    build_reach,
    case_against,
    case_for,
    compare,
    find,
    gaps,
    path,
    says,
    stats,
    who,
)
from argumap.query.sqlite_index import open_database
from draws import draws, seeded
from maps import MAPS, random_maps

if TYPE_CHECKING:
    import random
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    Rows = dict[str, set[tuple[object, ...]]]

BATCHES = 20
MAPS_A_BATCH = draws(50)
SPEAKERS = ("ann", "bob", "cal", "dee")
ACTS = {str(act) for act in Act}
COMMITTING = frozenset({"asserts", "argues", "endorses", "concedes"})
TURN = {"supports": 1, "attacks": -1, "undercuts": -1}


# --- random maps, made fast -------------------------------------------------------------------------------


def draw_map(draw: random.Random) -> ArgumentMap:
    """Linked premises, undercuts of undercuts, self-attacks, cycles, reported chains, derived commitments."""
    ids = [f"c{i}" for i in range(draw.randint(1, 8))]
    arguments: list[Argument] = []
    for i in range(draw.randint(0, 2 * len(ids))):
        premises = tuple(draw.sample(ids, min(len(ids), draw.choice((1, 1, 2, 3)))))
        bearing = draw.choice(list(Bearing)) if arguments else draw.choice((Bearing.SUPPORTS, Bearing.ATTACKS))
        target = draw.choice(arguments).id if bearing is Bearing.UNDERCUTS else draw.choice(ids)
        arguments.append(Argument(f"r{i}", premises, bearing, target, inferred=draw.random() < 0.2))
    spoken = [*ids, *(a.id for a in arguments)]
    attributions = {
        (a.by, a.act, a.of, a.via): a
        for a in (
            Attribution(
                draw.choice(SPEAKERS[:3]),
                draw.choice(list(Act)),
                draw.choice(spoken),
                draw.choice(((), (), ("ann",), ("ann", "bob"))),
                loosely=draw.random() < 0.2,
            )
            for _ in range(draw.randint(0, 2 * len(ids)))
        )
    }
    return ArgumentMap(
        title="Drawn",
        sources=(Source("text", "A text", author="ann"),),
        issues=(Issue("issue", "What to do?"), Issue("cost", "What does it cost?", compares=("x", "y"))),
        claims=tuple(_draw_claim(draw, ids, n) for n in range(len(ids))),
        arguments=tuple(arguments),
        stakeholders=(
            *(Stakeholder(s, s.title(), StakeholderType.PERSON) for s in SPEAKERS),
            Stakeholder("eve", "Eve", interests=draw.choice(((), ("peace",)))),
        ),
        attributions=tuple(attributions.values()),
        concepts=(Concept("x", "X"), Concept("y", "Y", broader=draw.choice(((), ("x",))))),
    )


def _draw_claim(draw: random.Random, ids: list[str], n: int) -> Claim:
    later = ids[n + 1 :]
    concern = Concern(draw.choice(("eve", "ann")), draw.choice(list(Effect)))
    return Claim(
        ids[n],
        " ".join(draw.choice(("Café", "price", "prices", "Öl", "old", "town")) for _ in range(3)),
        title=draw.choice((None, "Old prices", "naïve Café")),
        type=draw.choice((None, *ClaimType)),
        answers=draw.choice(((), (), ("issue",), ("cost",))),
        about=draw.choice(((), ("x",), ("y",), ("x", "y"))),
        concerns=(concern,) if draw.random() < 0.2 else (),
        contradicts=(draw.choice(later),) if later and draw.random() < 0.2 else (),
        rephrases=(draw.choice(later),) if later and draw.random() < 0.1 else (),
        tags=draw.choice(((), ("money",))),
        at=(Passage("text", f"s1.p1.s{n + 1}"),),
    )


# --- brute force over networkx ----------------------------------------------------------------------------


class BruteForce:
    """The questions answered on the exchange graph, by definition and without haste."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.graph: nx.MultiDiGraph[str] = build_graph(argument_map)
        self.bearing = cache(self._bearing)
        self.commits = cache(self._commits)
        self.inferred = {a.id for a in argument_map.arguments if a.inferred}
        self.out: dict[str, list[tuple[str, str, str, dict[str, object]]]] = defaultdict(list)
        self.into: dict[str, list[tuple[str, str, str, dict[str, object]]]] = defaultdict(list)
        for source, target, data in self.graph.edges(data=True):
            kind = str(data["kind"])
            self.out[source].append((source, kind, target, data))
            self.into[target].append((source, kind, target, data))

    def bare(self, kind: str) -> list[str]:
        return [n.partition(":")[2] for n, data in self.graph.nodes(data=True) if data["kind"] == kind]

    @cached_property
    def claims(self) -> list[str]:
        return self.bare("claim")

    @cached_property
    def arguments(self) -> list[str]:
        return self.bare("argument")

    def named(self, node_id: str) -> str:
        return next(f"{k}:{node_id}" for k in ("claim", "argument") if f"{k}:{node_id}" in self.graph)

    def voices(self, node_id: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        for source, kind, _, data in self.into[self.named(node_id)]:
            if kind in ACTS:
                via = data.get("via", ())
                assert isinstance(via, (list, tuple))
                yield source.partition(":")[2], kind, tuple(via)

    def presses(self, by: str) -> set[str]:
        """The claims that somebody commits to by more than conceding them."""
        return set(self._commits(by, COMMITTING - {"concedes"}))

    def _commits(self, by: str, acts: Collection[str] = COMMITTING) -> dict[str, set[str]]:
        """Claim → arguments it follows from; "" where the claim itself is committed to."""
        found: dict[str, set[str]] = defaultdict(set)
        for _, kind, target, _ in self.out[f"stakeholder:{by}"]:
            if kind in acts and target.startswith("claim:"):
                found[target[6:]].add("")
            elif kind in acts:
                for premise in self.premises(target[9:]):
                    found[premise].add(target[9:])
        return found

    def premises(self, argument: str) -> list[str]:
        return [s[6:] for s, kind, _, _ in self.into[f"argument:{argument}"] if kind == "premise"]

    def target(self, argument: str) -> tuple[str, str]:
        [(kind, target)] = [(k, t) for _, k, t, _ in self.out[f"argument:{argument}"] if k in TURN]
        return kind, target.partition(":")[2]

    def made(self, by: str) -> set[str]:
        commits = self.commits(by)
        direct = {
            t[9:] for _, k, t, _ in self.out[f"stakeholder:{by}"] if k in COMMITTING and t[:9] == "argument:"
        }
        argued = {t[6:] for _, k, t, _ in self.out[f"stakeholder:{by}"] if k == "argues" and t[:6] == "claim:"}
        from_argued = {
            a
            for a in self.arguments
            if a not in self.inferred
            and argued.intersection(self.premises(a))
            and all(p in commits for p in self.premises(a))
        }
        return direct | from_argued

    def _bearing(self, position: str) -> dict[str, tuple[frozenset[int], int]]:
        """Signs of all shortest ways and their length in arguments, by Dijkstra's predecessors."""
        reverse: nx.DiGraph[str] = nx.DiGraph()
        reverse.add_node(position)
        for argument in self.arguments:
            kind, target = self.target(argument)
            for node in (argument, *self.premises(argument)):
                turns = reverse.get_edge_data(target, node, {"turns": set()})["turns"] | {TURN[kind]}
                reverse.add_edge(target, node, turns=turns)
        distances = nx.single_source_shortest_path_length(reverse, position)
        signs: dict[str, frozenset[int]] = {position: frozenset({1})}
        for node in sorted(distances, key=distances.__getitem__):
            if node != position:
                signs[node] = frozenset(
                    sign * turn
                    for nearer in reverse.predecessors(node)
                    if distances.get(nearer) == distances[node] - 1
                    for sign in signs[nearer]
                    for turn in reverse[nearer][node]["turns"]
                )
        return {node: (signs[node], distances[node]) for node in distances}

    @cached_property
    def positions(self) -> list[str]:
        criteria = {s for s, _, d in self.graph.edges(data=True) if d["kind"] == "compares"}
        return [
            c
            for c in self.claims
            if any(k == "answers" and t not in criteria for _, k, t, _ in self.out[f"claim:{c}"])
        ]

    def case(self, claim: str, kind: str) -> dict[str, tuple[int, set[int]]]:
        """Argument → depth and the signs of all shortest ways down to it."""
        tree: nx.DiGraph[str] = nx.DiGraph()
        tree.add_node("")
        turns: dict[str, int] = {}
        for argument in self.arguments:
            bearing, target = self.target(argument)
            turns[argument] = TURN[bearing]
            if target == claim and bearing == kind:
                tree.add_edge("", argument)
            for other in self.arguments:
                if other == target or (target != claim and target in self.premises(other)):
                    tree.add_edge(other, argument)
        depths = nx.single_source_shortest_path_length(tree, "")
        signs: dict[str, set[int]] = {"": {1}}
        for node in sorted(depths, key=depths.__getitem__):
            if node:
                above = [p for p in tree.predecessors(node) if depths.get(p) == depths[node] - 1]
                signs[node] = {sign * turns[node] for p in above for sign in signs[p]}
        return {node: (depths[node], signs[node]) for node in depths if node}

    def answered(self, claim: str) -> bool:
        attacked = any(kind == "attacks" for _, kind, _, _ in self.into[f"claim:{claim}"])
        steps = [t for _, kind, t, _ in self.out[f"claim:{claim}"] if kind == "premise"]
        return attacked or any(kind == "undercuts" for step in steps for _, kind, _, _ in self.into[step])

    def chain(self, start: str, end: str) -> tuple[str, int] | None:
        """The direction and length of the shortest chain; speech and subject matter only at the ends."""
        ends = {start, end}
        chained: nx.DiGraph[str] = nx.DiGraph()
        chained.add_nodes_from(ends)
        sideways: list[tuple[str, str]] = []
        for source, target, data in self.graph.edges(data=True):
            kind = data["kind"]
            logical = kind in {"premise", "answers", "rephrases", *TURN}
            outer = (kind in ACTS and source in ends) or (kind in {"about", "concerns"} and target in ends)
            if logical or outer:
                chained.add_edge(source, target)
            elif kind == "contradicts":
                sideways.append((source, target))
        both = chained.to_undirected()
        both.add_edges_from(sideways)
        for name, graph, a, b in (
            ("bears on", chained, start, end),
            ("borne on by", chained, end, start),
            ("linked", both, start, end),
        ):
            if nx.has_path(graph, a, b):
                return name, int(nx.shortest_path_length(graph, a, b))
        return None


def side_of(signs: Iterable[int]) -> str:
    signs = set(signs)
    return "both" if len(signs) == 2 else "for" if signs == {1} else "against"


def spoken_signs(acts: Iterable[str]) -> set[int]:
    return {1 for act in acts if act in COMMITTING} | {-1 for act in acts if act == "disputes"}


# --- SQL on the index -------------------------------------------------------------------------------------

COMMITS = """commits(map, by, claim, argument) as (
    select map, "by", "of", '' from attributions where commits and of_kind = 'claim'
    union select a.map, a."by", p.claim, a."of" from attributions a
    join premises p on p.map = a.map and p.argument = a."of" where a.commits and a.of_kind = 'argument')"""
# Who concedes a claim and does no more grants it, and does not press it against anybody.
PRESSED = """pressed(map, by, claim) as (
    select map, "by", "of" from attributions where commits and act <> 'concedes' and of_kind = 'claim'
    union select a.map, a."by", p.claim from attributions a
    join premises p on p.map = a.map and p.argument = a."of"
    where a.commits and a.act <> 'concedes' and a.of_kind = 'argument')"""
MADE = """made(map, by, argument) as (
    select map, "by", "of" from attributions where commits and of_kind = 'argument'
    union select a.map, a."by", p.argument from attributions a
    join premises p on p.map = a.map and p.claim = a."of"
    join arguments r on r.map = p.map and r.id = p.argument
    where a.act = 'argues' and not r.inferred and not exists (
        select 1 from premises q where q.map = p.map and q.argument = p.argument and not exists (
            select 1 from commits c where c.map = q.map and c.by = a."by" and c.claim = q.claim)))"""
SIDES = """sides(map, by, claim, side) as (
    select map, by, claim, 1 from commits
    union select map, "by", "of", -1 from attributions where act = 'disputes' and of_kind = 'claim')"""
SPOKEN = """spoken(map, by, claim) as (select map, "by", "of" from attributions where of_kind = 'claim'),
    touched(map, by, claim) as (select map, by, claim from spoken union select map, by, claim from commits)"""
CASE = """below(map, root, kind, argument, depth) as (
    select r.map, r.target, r.bearing, r.id, 1 from arguments r where r.target_kind = 'claim'
    union select r.map, b.root, b.kind, r.id, b.depth + {step} from below b
    join premises p on p.map = b.map and p.argument = b.argument and p.claim <> b.root
    join arguments r on r.map = p.map and r.target = p.claim where b.depth < 3
    union select r.map, b.root, b.kind, r.id, b.depth + {step} from below b
    join arguments r on r.map = b.map and r.target = b.argument where b.depth < 3)"""
QUERIES = {
    "who": 'select map, "of", "by", act, via from attributions',
    "arguing from": f"""with {COMMITS} select map, claim, by, argument from commits c
        where argument <> '' and not exists (select 1 from commits d
        where d.map = c.map and d.by = c.by and d.claim = c.claim and d.argument = '')""",
    "commits": f"with {COMMITS} select map, by, claim from commits",
    "case": f"with recursive {CASE.format(step=0)} select distinct map, root, kind, argument from below",
    "case of depth 3": f"""with recursive {CASE.format(step=1)}
        select map, root, kind, argument, min(depth) from below group by 1, 2, 3, 4""",
    "agreed": f"""with {COMMITS}, {SIDES} select distinct a.map, a.by, b.by, a.claim from sides a
        join sides b on b.map = a.map and b.claim = a.claim and b.side = a.side and a.by < b.by""",
    "disputed": f"""with {COMMITS}, {SIDES} select distinct a.map, a.by, b.by, a.claim from sides a
        join sides b on b.map = a.map and b.claim = a.claim and b.side = -a.side and a.by < b.by""",
    "contradictions": f"""with {COMMITS}, pairs(map, a, b) as (
        select map, source, target from links where kind = 'contradicts'
        union select map, target, source from links where kind = 'contradicts')
        select distinct x.map, x.by, y.by, x.claim, y.claim from commits x
        join pairs p on p.map = x.map and p.a = x.claim join commits y on y.map = p.map and y.claim = p.b
        where x.by < y.by""",
    "attacks": f"""with {COMMITS}, {PRESSED}, {MADE} select distinct c.map, c.by, o.by, r.id from pressed c
        join premises p on p.map = c.map and p.claim = c.claim
        join arguments r on r.map = p.map and r.id = p.argument and r.bearing = 'attacks'
        join commits o on o.map = r.map and o.claim = r.target and o.by <> c.by
        union select c.map, c.by, m.by, r.id from pressed c
        join premises p on p.map = c.map and p.claim = c.claim
        join arguments r on r.map = p.map and r.id = p.argument and r.bearing = 'undercuts'
        join made m on m.map = r.map and m.argument = r.target and m.by <> c.by""",
    "only": f"""with {COMMITS}, {SPOKEN} select s.map, s.by, o.id, s.claim from spoken s
        join stakeholders o on o.map = s.map and o.id <> s.by and not exists (
            select 1 from touched t where t.map = s.map and t.by = o.id and t.claim = s.claim)""",
    "unsupported": """select map, id from claims c where not exists
        (select 1 from arguments a where a.map = c.map and a.target = c.id and a.bearing = 'supports')""",
    "unattacked": """select map, id from claims c where exists
        (select 1 from premises p where p.map = c.map and p.claim = c.id) and not exists
        (select 1 from arguments a where a.map = c.map and a.target = c.id and a.bearing = 'attacks')
        and not exists (select 1 from premises p join arguments a on a.map = p.map and a.target = p.argument
         where p.map = c.map and p.claim = c.id)""",
    "contested": """select map, id from claims c where (exists
        (select 1 from arguments a where a.map = c.map and a.target = c.id and a.bearing = 'supports') or exists
        (select 1 from attributions v where v.map = c.map and v."of" = c.id and v.commits)) and (exists
        (select 1 from arguments a where a.map = c.map and a.target = c.id and a.bearing = 'attacks') or exists
        (select 1 from attributions v where v.map = c.map and v."of" = c.id and v.act = 'disputes'))""",
    "objections": """select map, id from arguments r where bearing <> 'supports' and not exists
        (select 1 from arguments u where u.map = r.map and u.target = r.id) and not exists
        (select 1 from premises p
         join arguments a on a.map = p.map and a.target = p.claim and a.bearing = 'attacks'
         where p.map = r.map and p.argument = r.id)""",
    "voiceless": """select map, id from stakeholders s where (exists (select 1 from links l where l.map = s.map
        and l.target = s.id and l.kind in ('benefits', 'harms', 'wants')) or exists
        (select 1 from links l where l.map = s.map and l.source = s.id and l.kind = 'interest'))
        and not exists (select 1 from attributions a where a.map = s.map and a."by" = s.id)""",
    "cells": """select c.map, c.source, c.target from links c where c.kind = 'compares' and not exists
        (select 1 from links a join links b on b.map = a.map and b.source = a.source
         where a.map = c.map and a.kind = 'answers' and a.target = c.source
         and b.kind = 'about' and b.target = c.target)""",
    "about": """with recursive things(map, wide, id) as (select map, id, id from concepts
        union select t.map, t.wide, l.source from things t
        join links l on l.map = t.map and l.target = t.id and l.kind = 'broader')
        select distinct t.map, t.wide, l.source from things t
        join links l on l.map = t.map and l.target = t.id and l.kind = 'about'""",
    "found cafe": "select map, id from search where search match 'cafe*'",
    "found old pri": "select map, id from search where search match 'old* pri*'",
    "roles": "select map, role, count(*) from claims group by 1, 2",
    "bearing": """with recursive reached(map, position, node, sign, distance) as (
        select map, id, id, 1, 0 from claims where is_position
        union select r.map, t.position, r.id, t.sign * iif(r.bearing = 'supports', 1, -1), t.distance + 1
        from reached t join arguments r on r.map = t.map and r.target = t.node where t.distance < 4
        union select r.map, t.position, p.claim, t.sign * iif(r.bearing = 'supports', 1, -1), t.distance + 1
        from reached t join arguments r on r.map = t.map and r.target = t.node
        join premises p on p.map = r.map and p.argument = r.id where t.distance < 4)
        select map, position, node, sign, distance from (
            select *, min(distance) over (partition by map, position, node) as nearest from reached)
        where distance = nearest""",
    "chains": """with recursive steps(map, source, target) as (
        select map, claim, argument from premises union select map, id, target from arguments
        union select map, source, target from links where kind in ('answers', 'rephrases')),
        walks(map, start, node, distance) as (select map, id, id, 0 from claims where id = 'c0'
        union select s.map, w.start, s.target, w.distance + 1 from walks w
        join steps s on s.map = w.map and s.source = w.node where w.distance < 12)
        select map, node, min(distance) from walks group by 1, 2""",
}


def ask_sql(connection: sqlite3.Connection) -> dict[str, Rows]:
    """Question → map → rows."""
    answers: dict[str, Rows] = {}
    for question, query in QUERIES.items():
        rows: Rows = defaultdict(set)
        for row in connection.execute(query):
            rows[row[0]].add(tuple(row[1:]))
        answers[question] = rows
    return answers


# --- the trial --------------------------------------------------------------------------------------------


def compare_engines(maps: Mapping[str, ArgumentMap], cache: Path, draw: random.Random) -> None:
    indexes = {name: Index(argument_map) for name, argument_map in maps.items()}
    connection = open_database(indexes, folder=cache)
    answers = ask_sql(connection)
    connection.close()
    for name, index in indexes.items():
        sql = {question: rows[name] for question, rows in answers.items()}
        compare_on(index, sql, BruteForce(index.map), draw)


def compare_on(
    index: Index, sql: Mapping[str, set[tuple[object, ...]]], brute: BruteForce, draw: random.Random
) -> None:
    compare_who(index, sql, brute)
    compare_cases(index, sql, brute)
    compare_bearing(index, sql, brute)
    compare_speech(index, sql, brute)
    for a, b in (("ann", "bob"), ("ann", "cal"), ("cal", "eve")):
        if not {a, b} <= index.stakeholders.keys():
            continue
        compare_stakeholders(index, sql, brute, a, b)
    compare_positions(index, brute)
    compare_gaps(index, sql, brute)
    compare_finding(index, sql, brute)
    compare_chains(index, sql, brute, draw)


def compare_who(index: Index, sql: Mapping[str, set[tuple[object, ...]]], brute: BruteForce) -> None:
    told = set()
    arguing = set()
    for node in (*index.claims, *index.arguments):
        standing = who(index, node)
        told |= {(node, s.by.id, str(s.act), ",".join(r.id for r in s.via)) for s in standing.stances}
        arguing |= {(node, s.by.id, s.of) for s in standing.arguing_from}
    assert told == sql["who"]
    assert told == {
        (n, by, act, ",".join(via)) for n in (*index.claims, *index.arguments) for by, act, via in brute.voices(n)
    }
    assert arguing == sql["arguing from"]
    assert arguing == {
        (claim, by, argument)
        for by in index.stakeholders
        for claim, because in brute.commits(by).items()
        if "" not in because
        for argument in because
    }


def compare_cases(index: Index, sql: Mapping[str, set[tuple[object, ...]]], brute: BruteForce) -> None:
    whole = set()
    shallow = set()
    for claim in index.claims:
        for kind, ask in (("supports", case_for), ("attacks", case_against)):
            case = ask(index, claim)
            whole |= {(claim, kind, reason.argument) for reason in case.reasons}
            shallow |= {(claim, kind, r.argument, r.depth) for r in ask(index, claim, 3).reasons}
            check_case(case, brute.case(claim, kind))
    assert whole == sql["case"]
    assert shallow == sql["case of depth 3"]


def check_case(case: Case, expected: Mapping[str, tuple[int, set[int]]]) -> None:
    assert {reason.argument: reason.depth for reason in case.reasons} == {
        a: depth for a, (depth, _) in expected.items()
    }
    depths = {reason.argument: reason.depth for reason in case.reasons}
    for reason in case.reasons:
        assert (1 if reason.side is Side.FOR else -1) in expected[reason.argument][1]
        assert reason.depth == (depths[reason.parent] + 1 if reason.parent else 1)
        assert not reason.hidden
    expanded = [p.claim.id for reason in case.reasons for p in reason.premises if not p.elsewhere]
    targets = {reason.target for reason in case.reasons if reason.depth > 1}
    assert all(expanded.count(claim) == 1 for claim in targets & set(expanded))


def compare_bearing(index: Index, sql: Mapping[str, set[tuple[object, ...]]], brute: BruteForce) -> None:
    bearings = build_bearings(index)
    assert list(bearings) == brute.positions
    signs: dict[tuple[object, object, object], set[int]] = defaultdict(set)
    for position, node, sign, distance in sql["bearing"]:
        assert isinstance(sign, int)
        signs[position, node, distance].add(sign)
    near = set()
    for position, reached in bearings.items():
        assert {n: (str(r.side), r.distance) for n, r in reached.items()} == {
            n: (side_of(s), d) for n, (s, d) in brute.bearing(position).items()
        }
        near |= {(position, n, r.distance, str(r.side)) for n, r in reached.items() if r.distance <= 4}
        for node, reach in reached.items():
            assert build_reach(index, node)[position] == reach
    assert near == {(*key, side_of(found)) for key, found in signs.items()}


def compare_speech(index: Index, sql: Mapping[str, set[tuple[object, ...]]], brute: BruteForce) -> None:
    bearing = {position: brute.bearing(position) for position in brute.positions}
    committed = set()
    for by in index.stakeholders:
        speech = says(index, by)
        told = {
            (group.position and group.position.id, said.node.id, said.bearing, said.side)
            for group in speech.groups
            for said in group.said
        }
        acts: dict[str, list[str]] = defaultdict(list)
        for node in (*index.claims, *index.arguments):
            acts[node] += [act for speaker, act, _ in brute.voices(node) if speaker == by]
        for claim in brute.commits(by):
            acts[claim].append("asserts")
        expected: set[tuple[str | None, str, str | None, str | None]] = set()
        for node, done in acts.items():
            reached = {p: found[node][0] for p, found in bearing.items() if node in found}
            if done and not reached:
                expected.add((None, node, None, None))
            for position, signs in reached.items():
                spoken = {sign * own for sign in signs for own in spoken_signs(done)}
                if done:
                    expected.add((position, node, side_of(signs), side_of(spoken) if spoken else None))
        assert told == expected
        compare_fellows(speech, sql, brute)
        committed |= {
            (by, said.node.id)
            for group in speech.groups
            for said in group.said
            if said.node.kind == "claim" and (said.because or any(s.act.commits for s in said.stances))
        }
        committed |= {(by, claim) for claim, because in brute.commits(by).items() if "" not in because}
    assert committed == sql["commits"]


def compare_fellows(speech: Speech, sql: Mapping[str, set[tuple[object, ...]]], brute: BruteForce) -> None:
    """Whoever agrees or disagrees speaks to the claim, and the sides of both say so."""
    by = speech.stakeholder.id
    for question, pick in (("agreed", "agrees"), ("disputed", "disagrees")):
        told = {(f.by.id, c) for f in speech.fellows for c in getattr(f, pick) if c in brute.claims}
        pairs = {(y if x == by else x, claim) for x, y, claim in sql[question] if by in {x, y}}
        assert told == {(o, c) for o, c in pairs if any(o == other for other, _, _ in brute.voices(str(c)))}


def compare_stakeholders(
    index: Index, sql: Mapping[str, set[tuple[object, ...]]], brute: BruteForce, a: str, b: str
) -> None:
    found = compare(index, a, b)
    signs = {by: brute_sides(brute, by) for by in (a, b)}
    assert_shared(found.agreed, sql["agreed"], signs, a, b, 1)
    assert_shared(found.disputed, sql["disputed"], signs, a, b, -1)
    pairs = {(c.a.id, c.b.id) for c in found.contradictions}
    assert pairs == {(x, y) for first, second, x, y in sql["contradictions"] if (first, second) == (a, b)}
    attacks = {(clash.by, clash.argument) for clash in found.attacks}
    order = {(a, b): "a", (b, a): "b"}
    assert attacks == {(order[x, y], r) for x, y, r in sql["attacks"] if (x, y) in order}  # type: ignore[index]
    assert attacks == {
        (order[x, y], argument)
        for x, y in order
        for argument in brute.arguments
        if brute.presses(x).intersection(brute.premises(argument)) and hits(brute, argument, y)
    }
    only = {(order[a, b], n.id) for n in found.only_a} | {(order[b, a], n.id) for n in found.only_b}
    assert only == {(order[x, y], c) for x, y, c in sql["only"] if (x, y) in order}  # type: ignore[index]
    lean = {p.position.id: (p.a_for, p.a_against, p.b_for, p.b_against) for p in found.positions}
    assert lean == {p: counts for p in brute.positions if any(counts := leaning(brute, p, signs, a, b))}


def brute_sides(brute: BruteForce, by: str) -> dict[str, set[int]]:
    sides: dict[str, set[int]] = defaultdict(set)
    for claim in brute.claims:
        sides[claim] |= spoken_signs([act for speaker, act, _ in brute.voices(claim) if speaker == by])
    for claim in brute.commits(by):
        sides[claim].add(1)
    return sides


def assert_shared(
    found: Iterable[object],
    rows: set[tuple[object, ...]],
    signs: Mapping[str, Mapping[str, set[int]]],
    a: str,
    b: str,
    factor: int,
) -> None:
    claims = {shared.claim.id for shared in found}  # type: ignore[attr-defined]
    assert claims == {claim for x, y, claim in rows if (x, y) == (a, b)}
    assert claims == {c for c, own in signs[a].items() if {s * factor for s in own} & signs[b].get(c, set())}


def hits(brute: BruteForce, argument: str, victim: str) -> bool:
    kind, target = brute.target(argument)
    if kind == "attacks":
        return target in brute.commits(victim)
    return kind == "undercuts" and target in brute.made(victim)


def leaning(
    brute: BruteForce, position: str, signs: Mapping[str, Mapping[str, set[int]]], a: str, b: str
) -> tuple[int, int, int, int]:
    bearing = brute.bearing(position)
    counts = {
        (by, sign): sum(
            sign in {own * s for own in signs[by].get(claim, ()) for s in bearing[claim][0]}
            for claim in brute.claims
            if claim in bearing and any(speaker == by for speaker, _, _ in brute.voices(claim))
        )
        for by in (a, b)
        for sign in (1, -1)
    }
    return counts[a, 1], counts[a, -1], counts[b, 1], counts[b, -1]


def compare_positions(index: Index, brute: BruteForce) -> None:
    for a, b in combinations(brute.positions, 2):
        found = compare(index, a, b)
        ours, theirs = (
            {n: signs for n, (signs, _) in brute.bearing(p).items() if n in index.claims} for p in (a, b)
        )
        shared = ours.keys() & theirs.keys()
        assert {s.claim.id for s in found.agreed} == {c for c in shared if ours[c] & theirs[c]}
        assert {s.claim.id for s in found.disputed} == {c for c in shared if ours[c] & {-s for s in theirs[c]}}
        assert {n.id for n in found.only_a} == ours.keys() - theirs.keys()
        assert {n.id for n in found.only_b} == theirs.keys() - ours.keys()


def compare_gaps(index: Index, sql: Mapping[str, set[tuple[object, ...]]], brute: BruteForce) -> None:
    found = gaps(index)
    assert {(n.id,) for n in found.unsupported} == sql["unsupported"]
    assert {n.id for n in found.unsupported} == {
        c for c in brute.claims if not any(k == "supports" for _, k, _, _ in brute.into[f"claim:{c}"])
    }
    assert {(o.argument,) for o in found.unattacked} == sql["objections"]
    assert {o.argument for o in found.unattacked} == {
        a
        for a in brute.arguments
        if brute.target(a)[0] != "supports"
        and not any(k == "undercuts" for _, k, _, _ in brute.into[f"argument:{a}"])
        and not any(k == "attacks" for p in brute.premises(a) for _, k, _, _ in brute.into[f"claim:{p}"])
    }
    assert {(v.stakeholder.id,) for v in found.voiceless} == sql["voiceless"]
    assert {v.stakeholder.id for v in found.voiceless} == {
        s
        for s in brute.bare("stakeholder")
        if any(k == "concerns" for _, k, _, _ in brute.into[f"stakeholder:{s}"])
        or brute.graph.nodes[f"stakeholder:{s}"].get("interests")
        if not any(k in ACTS for _, k, _, _ in brute.out[f"stakeholder:{s}"])
    }
    assert {(c.criterion.id, c.concept.id) for c in found.cells} == sql["cells"]
    assert {(c.criterion.id, c.concept.id) for c in found.cells} == {
        (source.partition(":")[2], target.partition(":")[2])
        for source, target, data in brute.graph.edges(data=True)
        if data["kind"] == "compares"
        and not any(
            kind == "answers" and any(t == target and k == "about" for _, k, t, _ in brute.out[claim])
            for claim, kind, _, _ in brute.into[source]
        )
    }


def compare_finding(index: Index, sql: Mapping[str, set[tuple[object, ...]]], brute: BruteForce) -> None:
    for name, filters in (
        ("unsupported", Filters(unsupported=True)),
        ("unattacked", Filters(unattacked=True)),
        ("contested", Filters(contested=True)),
    ):
        assert {(f.node.id,) for f in find(index, "", filters)} == sql[name]
    unattacked = {f.node.id for f in find(index, "", Filters(unattacked=True))}
    assert unattacked == {
        c
        for c in brute.claims
        if any(k == "premise" for _, k, _, _ in brute.out[f"claim:{c}"]) and not brute.answered(c)
    }
    for words, name in (("CAFÉ", "found cafe"), ("old pri", "found old pri")):
        assert {(f.node.id,) for f in find(index, words)} == sql[name]
    for concept in index.concepts:
        told = {remark.claim.id for remark in about(index, concept).remarks}
        assert told == {claim for wide, claim in sql["about"] if wide == concept}
        assert told == {f.node.id for f in find(index, "", Filters(about=concept))}
    for by in list(index.stakeholders)[:1]:
        spoken = {f.node.id for f in find(index, "", Filters(by=by))}
        assert spoken == {
            t[6:] for _, k, t, _ in brute.out[f"stakeholder:{by}"] if k in ACTS and t[:6] == "claim:"
        }
    figures = stats(index)
    assert set(figures.roles.items()) == sql["roles"]
    assert figures.unattacked == len(unattacked)
    for position in brute.positions:
        bearing = brute.bearing(position)
        assert {
            f.node.id for f in find(index, "", Filters(position=position))
        } == bearing.keys() & index.claims.keys()
        [counted] = [p for p in figures.positions if p.position.id == position]
        others = [signs for n, (signs, _) in bearing.items() if n in index.claims and n != position]
        assert counted.speaking_for == sum(1 in signs for signs in others)
        assert counted.speaking_against == sum(-1 in signs for signs in others)
        assert counted.depth == max(distance for _, distance in bearing.values())


def compare_chains(
    index: Index, sql: Mapping[str, set[tuple[object, ...]]], brute: BruteForce, draw: random.Random
) -> None:
    kinds = {
        node_id: kind
        for kind in ("claim", "argument", "issue", "stakeholder", "concept")
        for node_id in getattr(index, f"{kind}s")
    }
    reached = {str(node): distance for node, distance in sql["chains"]}
    for _ in range(3 if kinds else 0):
        a, b = draw.choice(list(kinds)), draw.choice(list(kinds))
        expected = brute.chain(f"{kinds[a]}:{a}", f"{kinds[b]}:{b}")
        try:
            chain = path(index, a, b)
        except NotFound:
            assert expected is None
            continue
        assert (chain.direction, len(chain.links)) == expected
        assert len(chain.sentences) <= len(chain.links)
    if "c0" in index.claims:
        end = draw.choice([*index.claims, *index.arguments, *index.issues])
        try:
            chain = path(index, "c0", end)
        except NotFound:
            assert end not in reached
        else:
            assert reached.get(end) == (len(chain.links) if chain.direction == "bears on" else None)


@pytest.mark.campaign
@pytest.mark.parametrize("batch", range(BATCHES))
def test_three_engines_agree_on_random_maps(batch: int, tmp_path: Path) -> None:
    draw = seeded(batch)
    compare_engines({f"m{n}": draw_map(draw) for n in range(MAPS_A_BATCH)}, tmp_path, draw)


def test_three_engines_agree_on_the_named_maps(tmp_path: Path) -> None:
    compare_engines(MAPS, tmp_path, seeded(0))


@settings(max_examples=draws(50), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(argument_map=random_maps())
def test_three_engines_agree_on_drawn_maps(argument_map: ArgumentMap, tmp_path: Path) -> None:
    compare_engines({"drawn": argument_map}, tmp_path, seeded(0))
