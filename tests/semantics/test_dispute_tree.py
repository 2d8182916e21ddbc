from __future__ import annotations

from itertools import pairwise

from argumap.model import ArgumentMap, Claim
from argumap.semantics import evaluate
from argumap.semantics.dispute_tree import DEEPEST, WIDTH, Move, build_dispute, find_disputants
from maps import CYCLE, TOWN, argument


def tree(argument_map: ArgumentMap, node_id: str, depth: int = 8) -> Move:
    return build_dispute(evaluate(argument_map), node_id, depth)


def test_what_stands_faces_its_objection_and_the_objection_its_answer() -> None:
    root = tree(TOWN, "close-it")
    [objection] = [move for move in root.moves if move.kind == "objection"]
    [answer] = objection.moves
    assert (root.kind, root.status) == ("claim", "stands")
    assert (objection.id, objection.status) == ("trade-falls/close-it", "blocked")
    assert (answer.id, answer.kind, answer.manner) == ("other-towns", "answer", "undercuts")
    assert answer.premises == ("footfall-rose", "rents-rose")


def test_a_move_that_leads_back_is_marked_and_ends_there() -> None:
    def walk(move: Move) -> list[Move]:
        return [move, *(beneath for each in move.moves for beneath in walk(each))]

    moves = walk(tree(CYCLE, "a"))
    assert any(move.circular for move in moves)
    assert all(not move.moves for move in moves if move.circular)


def test_a_broad_dispute_is_cut_at_its_width_and_counts_the_rest() -> None:
    many = WIDTH + 5
    objections = [f"o{n}" for n in range(many)]
    broad = ArgumentMap(
        claims=(Claim("a", "A."), *(Claim(node_id, "It does not hold.") for node_id in objections)),
        arguments=tuple(argument(f"{node_id}/a", node_id, "attacks", "a") for node_id in objections),
    )
    root = tree(broad, "a")
    assert len(root.moves) + root.more == many
    assert len(root.moves) <= WIDTH


def test_a_long_dispute_ends_at_its_depth() -> None:
    ids = [f"c{n}" for n in range(400)]
    long = ArgumentMap(
        claims=tuple(Claim(node_id, "It holds.") for node_id in ids),
        arguments=tuple(argument(f"{b}/{a}", b, "attacks", a) for a, b in pairwise(ids)),
    )
    move, deep = tree(long, "c0", 10_000), 0
    while move.moves:
        move, deep = move.moves[0], deep + 1
    assert deep <= DEEPEST


def test_only_what_says_something_is_written() -> None:
    told = tree(TOWN, "keep-open").to_dict()
    assert {"more", "circular", "told", "bare", "manner"}.isdisjoint(told)


def test_the_first_claim_of_a_map_answers_an_objection_that_rests_on_it() -> None:
    linked = ArgumentMap(
        claims=(Claim("p", "P."), Claim("q", "Q."), Claim("t", "T."), Claim("z", "Z.")),
        arguments=(argument("r", "p q", "attacks", "t"), argument("z/p", "z", "attacks", "p")),
    )
    (objection,) = tree(linked, "t").moves
    (answer,) = objection.moves
    (defeat,) = answer.moves
    told = [(move.kind, move.id, move.manner) for move in (objection, answer, defeat)]
    assert told == [("objection", "r", "rebuts"), ("answer", "p", "premise"), ("objection", "z/p", "rebuts")]
    assert find_disputants(evaluate(linked), "t") == ["z"]
