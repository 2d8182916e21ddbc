"""``argumap review``: what nobody has seen of a map, item by item."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, listing, map_argument, source_option
from argumap.cli._review_answers import read_answer, read_claims, tell_short_ties
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from argumap.model import Claim, UnseenItem
    from argumap.project import AnswerChoice, Review, ReviewItem

_OFFERED = 8
# After these somebody may want to do more to the same item.
_STAYS = frozenset({"?", "change", "title", "who", "also", "tie", "untie"})
_ASKED = (
    "accept (a), change (c), who (w), tie (t), drop (d), aside (x), merge (m), skip (s), undo (u), quit (q), ? "
)


def _rows() -> Iterator[tuple[str, str]]:
    from argumap.project import VERBS

    for name, verb in VERBS.items():
        yield " ".join([name, *(["ID"] if verb.kinds else []), *verb.takes]), verb.does


@click.command("review", short_help="Go through what nobody has seen yet.", cls=listing("Commands", _rows))
@map_argument
@source_option
@click.option("--do", "script", metavar="COMMANDS", help="Do this and leave: `accept close-it; drop other`.")
@click.option("--accept-rule", "rule", metavar="RULE", help="Accept all that one rule of the draft proposed.")
@click.option("--list", "listed", is_flag=True, help="List what nobody has seen.")
@json_option
def command(
    map_path: str, sources: Mapping[str, Path], script: str | None, rule: str | None, listed: bool, as_json: bool
) -> None:
    """Go through what nobody has seen of MAP yet: each claim beside its sentence, who says it, what it is tied to.

    At a terminal it asks, and goes on next time where it was left. Otherwise the commands stand in --do, or come
    on standard input, one a line: they are done in their order, and the first that cannot be done ends it. Each
    change is proved before it is written, leaves every other byte of the map alone, and `undo` takes it back.

    \b
    Example: argumap review graph/old-town-cars --do "accept close-it; change trade-falls 'Shops sell less.'"
    """
    from argumap.project import Review

    review = Review(map_path, sources)
    if script is None and rule is None and not listed:
        if sys.stdin.isatty() and not as_json:
            converse(review, _prompt)
            return
        script = sys.stdin.read()
    _follow(review, script or "", rule, listed=listed, as_json=as_json)


def _follow(review: Review, script: str, rule: str | None, *, listed: bool, as_json: bool) -> None:
    from argumap.cli._console import print_json, say
    from argumap.project import parse_commands

    done: list[str] = []
    for words in [*([["rule", rule]] if rule else []), *parse_commands(script)]:
        told = review.do(words)
        done.append(told)
        if not as_json:
            say(told)
    shown = [review.show(item) for item in review.state.unseen] if listed else []
    if as_json:
        items = {"items": [item.to_dict() for item in shown]} if listed else {}
        left = {"left": len(review.state.unseen), "articles_words": list(review.state.borrowed)}
        print_json({"map": review.opened.name, "done": done, **left, **items})
        return
    for item in shown:
        _tell(item)
    say(review.state.tell())


def converse(review: Review, ask: Callable[[str], str]) -> None:
    """Lay one item after the other before somebody and do what they answer, until they quit or none is left."""
    from argumap.cli._console import say
    from argumap.errors import ArgumapError

    if (choice := review.answer_choice) is not None:
        _choose_answers(review, choice, ask)
    item, before = review.find_start(), review.state.unseen
    while item is not None:
        seen = item not in review.state.unseen
        before = before if seen else review.state.unseen
        say("")
        say(f"{counted(len(review.state.unseen), 'item')} left")
        _tell(review.show(item), seen=seen, ties=tell_short_ties(review.opened.index))
        try:
            line = ask(_ASKED)
        except click.Abort:
            line = "quit"
        verb, stays = "?", True
        try:
            verb, *given = read_answer(line, review.opened.index)
            if verb == "quit":
                review.leave(review.find_next(item, before) or item)
                say(review.state.tell())
                return
            stays = verb in _STAYS
            if verb == "?":
                _help()
            elif verb != "skip":
                known = review.state.unseen
                say(review.do([verb, *(given or _ask_rest(verb, review.show(item), ask))], item.name))
                item, before = _find_taken_back(review, known) or (item, before)
        except ArgumapError as error:
            say(str(error), stderr=True)
            stays = True
        if not stays:
            item = review.find_next(item, before, stay=verb != "skip")
    say(review.state.tell())


def _find_taken_back(
    review: Review, known: tuple[UnseenItem, ...]
) -> tuple[UnseenItem, tuple[UnseenItem, ...]] | None:
    """What `undo` has made unseen again, to be looked at once more, and all that is unseen now."""
    unseen = review.state.unseen
    back = next((each for each in unseen if each not in known), None)
    return None if back is None else (back, unseen)


def _choose_answers(review: Review, choice: AnswerChoice, ask: Callable[[str], str]) -> None:
    """Have the question and its answers chosen before the items: what bears on which is easier told then."""
    from argumap.cli._console import say
    from argumap.errors import ArgumapError

    say("First the question under debate, and which claims answer it; Enter leaves that for later.")
    try:
        question = choice.issue.question if choice.issue else ask("Question: ").strip()
        if not question:
            return
        say((question, "bold"))
        answers = read_claims(_ask_answers(choice.claims, ask), choice.claims)
        if answers or not choice.issue:
            say(review.do(["ask", question, *answers]))
    except click.Abort:
        return
    except ArgumapError as error:
        say(str(error), stderr=True)


def _ask_answers(claims: Sequence[Claim], ask: Callable[[str], str]) -> str:
    """Lay claims before somebody, a few more each time they ask for more, until they say which answer."""
    from argumap.cli._console import say

    line, shown = "more", 0
    while line.strip() == "more":
        for n, claim in enumerate(claims[shown : shown + _OFFERED], shown + 1):
            say(f"{n} ", (claim.id, "bold"), f"  {claim.text}", indent=2)
        shown = min(shown + _OFFERED, len(claims))
        left = len(claims) - shown
        others = "the other" if left == 1 else f"the {left:,} others"
        more = f" (`more` for {others})" if left else ""
        line = ask(f"The claims that answer it, by number or id{more}: ")
        if not left:
            break
    return line


def _ask_rest(verb: str, item: ReviewItem, ask: Callable[[str], str]) -> list[str]:
    from argumap.project import VERBS

    known = VERBS.get(verb)
    if known is None:
        return []
    if verb in {"change", "title"} and (os.environ.get("EDITOR") or os.environ.get("VISUAL")):
        written = item.title if verb == "title" else item.prose
        return [(click.edit(written) or written).strip()]
    return [ask(f"{name}: ") for name in known.takes if not name.startswith("[")]


def _tell(shown: ReviewItem, *, seen: bool = False, ties: str = "") -> None:
    from argumap.cli._console import say

    measured = f" ({shown.rule_was}, on articles it was not made on)" if shown.rule_was else ""
    made = "seen by you; go on with skip (s), or change more of it" if seen else f"{shown.item.made}{measured}"
    say((shown.item.name, "bold"), f"  {shown.item.kind}, {made}")
    for at, text in shown.passages:
        say(f"{at}: “{text}”", indent=2)
    say(shown.words, indent=2)
    if shown.borrowed:
        say("These are still the article's words: change them into your own.", indent=2)
    for told in (*shown.said, *shown.ties):
        say(told, indent=4)
    if shown.item.kind == "claim" and not shown.ties:
        say(f"tied to nothing{ties}", indent=4)


def _help() -> None:
    from argumap.cli._console import say

    for usage, does in _rows():
        say(f"{usage}: {does}", indent=2)


def _prompt(asked: str) -> str:
    return str(click.prompt(asked, default="", show_default=False, prompt_suffix=""))


PLUGIN = CommandEntry("make", command)
