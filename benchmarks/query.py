"""How fast questions are answered, beside the same question over networkx and over SQLite.

    python benchmarks/query.py [CLAIMS ...]        default: 100000 1000000

A drawn map has 3 relations a claim (1.8 steps, 1.2 stances), one stakeholder a hundred claims, debates of 200
claims each, and one claim in a hundred bears on another debate. Times are the median of 50 different questions, in
milliseconds of CPU time, after everything has been asked once. Each engine's answers are compared with ours.
"""

from __future__ import annotations

import gc
import random
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import networkx as nx

from argumap.errors import NotFound
from argumap.model import (
    Act,
    Argument,
    ArgumentMap,
    Attribution,
    Bearing,
    Claim,
    Index,
    Issue,
    Stakeholder,
    StakeholderType,
)
from argumap.query import case_against, case_for, compare, path, says, who
from argumap.query.sqlite_index import build_rows, open_database

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

T = TypeVar("T")
ASKED = 50
DEBATE = 200
DEPTH = 4
COMMITTING = {"asserts", "argues", "endorses", "concedes"}
STEPS = {"supports", "attacks", "undercuts"}


def draw_map(claims: int) -> ArgumentMap:
    draw = random.Random(7)
    acts = [
        *[Act.ASSERTS] * 5,
        *[Act.ARGUES] * 4,
        Act.ENDORSES,
        Act.CONCEDES,
        Act.DISPUTES,
        Act.DISPUTES,
        Act.PRESENTS,
    ]
    arguments = []
    attributions = []
    # One string an id, as the reader of map files gives them.
    ids = [f"c{i}" for i in range(claims)]
    people = [f"s{n}" for n in range(max(2, claims // 100))]
    for i in range(claims):
        debate = i - i % DEBATE
        for n in range(1 + (draw.random() < 0.8)):
            if i == debate:
                break
            target = draw.randrange(claims) if i % 100 == 99 and not n else draw.randrange(debate, i)
            bearing = draw.choice((Bearing.SUPPORTS, Bearing.SUPPORTS, Bearing.ATTACKS))
            premises = (ids[i],) if draw.random() < 0.85 else (ids[i], ids[draw.randrange(debate, i)])
            if arguments and n and draw.random() < 0.1:
                arguments.append(Argument(f"c{i}/r{n}", premises, Bearing.UNDERCUTS, arguments[-1].id))
            else:
                arguments.append(Argument(f"c{i}/r{n}", premises, bearing, ids[target]))
        for _ in range(1 + (draw.random() < 0.2)):
            via = (people[0],) if draw.random() < 0.3 else ()
            attributions.append(Attribution(draw.choice(people), draw.choice(acts), ids[i], via))
    return ArgumentMap(
        title="Drawn",
        issues=tuple(Issue(f"i{n}", "What to do?") for n in range(0, claims, DEBATE)),
        claims=tuple(
            Claim(ids[i], f"Statement {i} says what there is to say of {i % 97} and {i % 89} in some words.",
                  answers=(f"i{i}",) if i % DEBATE == 0 else ())
            for i in range(claims)
        ),
        arguments=tuple(arguments),
        stakeholders=tuple(Stakeholder(person, f"Speaker {person}", StakeholderType.PERSON) for person in people),
        attributions=tuple(attributions),
    )  # fmt: skip


def build_networkx(argument_map: ArgumentMap) -> nx.MultiDiGraph[str]:
    """The same edges as plainly as networkx takes them: premises, steps, stances."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(claim.id for claim in argument_map.claims)
    for a in argument_map.arguments:
        graph.add_edges_from((premise, a.id, "premise", {}) for premise in a.premises)
        graph.add_edge(a.id, a.target, str(a.bearing))
    for v in argument_map.attributions:
        graph.add_edge(v.by, v.of, str(v.act), via=v.via)
    return graph


# --- each question, three times ---------------------------------------------------------------------------


def who_ours(index: Index, claim: str) -> object:
    return sorted((s.by.id, str(s.act)) for s in who(index, claim).stances)


def who_networkx(graph: nx.MultiDiGraph[str], claim: str) -> object:
    return sorted((by, act) for by, _, act in graph.in_edges(claim, keys=True) if by[0] == "s")


def who_sql(connection: sqlite3.Connection, claim: str) -> object:
    return sorted(connection.execute('select "by", act from attributions where "of" = ?', (claim,)))


def case_ours(index: Index, claim: str) -> object:
    both = (*case_for(index, claim, DEPTH).reasons, *case_against(index, claim, DEPTH).reasons)
    return sorted({reason.argument for reason in both})


def case_networkx(graph: nx.MultiDiGraph[str], claim: str) -> object:
    found: set[str] = set()
    for kind in ("supports", "attacks"):
        front = {a for a, _, k in graph.in_edges(claim, keys=True) if k == kind}
        met = set(front)
        for _ in range(DEPTH - 1):
            targets = {
                p for a in front for p, _, k in graph.in_edges(a, keys=True) if k == "premise" and p != claim
            }
            targets |= front
            front = {a for t in targets for a, _, k in graph.in_edges(t, keys=True) if k in STEPS} - met
            met |= front
        found |= met
    return sorted(found)


CASE_SQL = f"""with recursive below(kind, argument, depth) as (
    select bearing, id, 1 from arguments where target = :claim
    union select b.kind, r.id, b.depth + 1 from below b
    join premises p on p.argument = b.argument and p.claim <> :claim
    join arguments r on r.target = p.claim where b.depth < {DEPTH}
    union select b.kind, r.id, b.depth + 1 from below b
    join arguments r on r.target = b.argument where b.depth < {DEPTH})
    select distinct argument from below"""


def case_sql(connection: sqlite3.Connection, claim: str) -> object:
    return sorted(row[0] for row in connection.execute(CASE_SQL, {"claim": claim}))


def chain_ours(index: Index, claim: str) -> object:
    try:
        chain = path(index, claim, head(claim))
    except NotFound:
        return None
    return len(chain.links) if chain.direction == "bears on" else None


def head(claim: str) -> str:
    number = int(claim[1:])
    return f"c{number - number % DEBATE}"


def chain_networkx(graph: nx.MultiDiGraph[str], claim: str) -> object:
    try:
        return len(nx.bidirectional_shortest_path(graph, claim, head(claim))) - 1
    except nx.NetworkXNoPath:
        return None


CHAIN_SQL = """with recursive walks(node, length) as (
    select :claim, 0
    union select p.argument, w.length + 1 from walks w join premises p on p.claim = w.node where w.length < 24
    union select r.target, w.length + 1 from walks w join arguments r on r.id = w.node where w.length < 24)
    select min(length) from walks where node = :head"""


def chain_sql(connection: sqlite3.Connection, claim: str) -> object:
    return connection.execute(CHAIN_SQL, {"claim": claim, "head": head(claim)}).fetchone()[0]


def compare_ours(index: Index, pair: tuple[str, str]) -> object:
    found = compare(index, *pair)
    return sorted(s.claim.id for s in found.disputed), sorted({c.argument for c in found.attacks})


def compare_networkx(graph: nx.MultiDiGraph[str], pair: tuple[str, str]) -> object:
    holds, disputes = {}, {}
    for by in pair:
        holds[by] = {c for _, c, act in graph.out_edges(by, keys=True) if act in COMMITTING}
        disputes[by] = {c for _, c, act in graph.out_edges(by, keys=True) if act == "disputes"}
    a, b = pair
    disputed = (holds[a] & disputes[b]) | (holds[b] & disputes[a])
    attacks = {
        argument
        for x, y in ((a, b), (b, a))
        for claim in holds[x]
        for _, argument, kind in graph.out_edges(claim, keys=True)
        if kind == "premise"
        for _, target, bearing in graph.out_edges(argument, keys=True)
        if bearing == "attacks" and target in holds[y]
    }
    return sorted(disputed), attacks


COMPARE_SQL = """
with stances("by", claim, side) as (
    select "by", "of", iif(commits, 1, -1) from attributions
    where "by" in (:a, :b) and (commits or act = 'disputes'))
select 'disputed', x.claim from stances x join stances y on y.claim = x.claim and y.side = -x.side
    where x."by" = :a and y."by" = :b
union select 'attacks', r.id from stances x join premises p on p.claim = x.claim
    join arguments r on r.id = p.argument and r.bearing = 'attacks'
    join stances y on y.claim = r.target and y.side = 1 and y."by" <> x."by" where x.side = 1"""


def compare_sql(connection: sqlite3.Connection, pair: tuple[str, str]) -> object:
    rows = connection.execute(COMPARE_SQL, {"a": pair[0], "b": pair[1]}).fetchall()
    return sorted(claim for kind, claim in rows if kind == "disputed"), {
        r for kind, r in rows if kind == "attacks"
    }


def agree(ours: object, theirs: object) -> bool:
    """Equal, but for undercuts in a comparison, which only we tell."""
    if isinstance(ours, tuple) and isinstance(theirs, tuple):
        return bool(ours[0] == theirs[0] and theirs[1] <= set(ours[1]))
    return ours == theirs


# --- the run ----------------------------------------------------------------------------------------------


def clock(work: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def resident() -> float:
    """MB in use now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def median(questions: Sequence[object], ask: Callable[..., object], engine: object) -> tuple[float, list[object]]:
    for question in questions[:3]:
        ask(engine, question)
    timed = [clock(lambda question=question: ask(engine, question)) for question in questions]
    return statistics.median(seconds for seconds, _ in timed) * 1e3, [answer for _, answer in timed]


def run(claims: int) -> None:
    print(f"\n{claims:,} claims")
    gc.collect()
    before = resident()
    argument_map = draw_map(claims)
    relations = len(argument_map.arguments) + len(argument_map.attributions)
    texts = sum(sys.getsizeof(claim.text) for claim in argument_map.claims)
    seconds, index = clock(lambda: warm(Index(argument_map)))
    used = (resident() - before) * 1e6
    print(f"  {relations / claims:.1f} relations a claim; index of ids and relations {seconds:.2f} s")
    print(f"  memory {used / claims:,.0f} B a claim, {(used - texts) / claims:,.0f} B without the texts")
    seconds, graph = clock(lambda: build_networkx(argument_map))
    print(f"  networkx graph {seconds:.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        seconds, connection = clock(lambda: open_database({"drawn": index}, folder=Path(folder)))
        size = next(Path(folder).iterdir()).stat().st_size
        print(f"  SQLite index {seconds:.2f} s, {size / 1e6:.0f} MB")
        rows = build_rows({"drawn": index}, {})
        bare, _ = clock(lambda: insert_bare(rows))
        print(f"  bare inserts of the same rows {bare:.2f} s, the index is {seconds / bare:.1f} times that")
        seconds, again = clock(lambda: open_database({"drawn": index}, folder=Path(folder)))
        print(f"  SQLite index from the cache {seconds:.2f} s")
        again.close()
        tell(index, graph, connection, claims)
        connection.close()


def insert_bare(rows: Mapping[str, Sequence[tuple[object, ...]]]) -> None:
    """What sqlite3 alone takes for rows that are there already: no index, no search, nothing on the disk."""
    with sqlite3.connect(":memory:") as connection:
        for table, values in rows.items():
            if values:
                names = [f"c{n}" for n in range(len(values[0]))]
                connection.execute(f"create table {table} ({', '.join(names)})")
                connection.executemany(f"insert into {table} values ({', '.join('?' * len(names))})", values)


def warm(index: Index) -> Index:
    for name in ("on", "with_premise", "voices", "speech", "answering", "about", "contradicting", "positions"):
        getattr(index, name)
    return index


def tell(index: Index, graph: nx.MultiDiGraph[str], connection: sqlite3.Connection, claims: int) -> None:
    draw = random.Random(1)
    some = [f"c{draw.randrange(claims)}" for _ in range(ASKED)]
    heads = [head(claim) for claim in some]
    speakers = list(index.stakeholders)
    pairs = [tuple(draw.sample(speakers, 2)) for _ in range(ASKED)]
    rows: tuple[tuple[str, Sequence[object], tuple[Callable[..., object], ...]], ...] = (
        ("who", some, (who_ours, who_networkx, who_sql)),
        (f"for + against, depth {DEPTH}", heads, (case_ours, case_networkx, case_sql)),
        ("path", some, (chain_ours, chain_networkx, chain_sql)),
        ("compare", pairs, (compare_ours, compare_networkx, compare_sql)),
    )
    print(f"  {'ms':26}{'argumap':>10}{'networkx':>10}{'SQLite':>10}   same answers")
    for title, questions, engines in rows:
        timed = [
            median(questions, ask, engine) for ask, engine in zip(engines, (index, graph, connection), strict=True)
        ]
        same = all(
            agree(ours, theirs)
            for _, others in timed[1:]
            for ours, theirs in zip(timed[0][1], others, strict=True)
        )
        print(f"  {title:26}" + "".join(f"{ms:10.3f}" for ms, _ in timed) + f"   {'yes' if same else 'NO'}")
    for title, ask, questions in (
        ("whole case, for + against", lambda i, c: (case_for(i, c), case_against(i, c)), heads),
        ("says", says, speakers[:ASKED]),
    ):
        print(f"  {title:26}{median(questions, ask, index)[0]:10.3f}")


if __name__ == "__main__":
    for number in map(int, sys.argv[1:] or ("100000", "1000000")):
        run(number)
