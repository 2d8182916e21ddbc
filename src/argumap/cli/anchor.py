"""``argumap anchor``: what became of the passages that a map cites, and putting its locators right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._options import json_option, map_argument, parse_files, source_option
from argumap.errors import CallError
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from argumap.anchoring import AnchorState, WordChange
    from argumap.project import Map
    from argumap.text import Unit
    from argumap.told_lines import Line, Part

_STYLES = {"exact": "green", "cosmetic": "green", "moved": "cyan", "edited": "yellow", "reworded": "yellow"}
_AROUND = 2
_BESIDE = 3


# Any: a decorator takes a command with whatever parameters it has.
def _old_option(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--old",
        "old",
        metavar="[NAME=]FILE",
        multiple=True,
        callback=parse_files,
        help="The article as it was locked, to tell edits by their words.",
    )(function)


@click.group("anchor", short_help="Check, repair and show the anchors of a map.")
def command() -> None:
    """Check what became of the passages a map cites, put its locators right, and show a passage.

    \b
    Example: argumap anchor check graph/old-town-cars
    """


@command.command("check", short_help="Tell what became of every passage.")
@map_argument
@source_option
@_old_option
@json_option
def check(map_path: str, sources: Mapping[str, Path], old: Mapping[str, Path], as_json: bool) -> int:
    """Tell what became of every passage that MAP cites, since its source was locked.

    Exit code 1 where a passage is lost, ambiguous or replaced, or where a negation, a number or a meaning
    changed.

    \b
    Example: argumap anchor check graph/old-town-cars --source corrected.md
    """
    from argumap.cli._console import print_json, say
    from argumap.project import find_open_anchors

    opened = _load(map_path, sources, old)
    open_ = find_open_anchors(opened)
    if as_json:
        print_json({"anchors": [state.to_dict() for state in opened.anchor_states]})
    else:
        _print_open(opened, open_)
        say(_summary(opened.anchor_states))
    return int(any(state.grave for state in opened.anchor_states))


@command.command("relocate", short_help="Propose where drifted passages stand now; write what is accepted.")
@map_argument
@source_option
@_old_option
@click.option("--accept", multiple=True, metavar="WHAT", help="safe, a state, or a node's id. Repeatable.")
@click.option("--splitter", type=int, metavar="N", help="Count sentences by version N of the rules from now on.")
@json_option
def relocate(
    map_path: str,
    sources: Mapping[str, Path],
    old: Mapping[str, Path],
    accept: tuple[str, ...],
    splitter: int | None,
    as_json: bool,
) -> None:
    """Propose new locators for the passages of MAP that moved or changed; write those that are accepted.

    --accept safe takes all that are exact, cosmetic or moved; a state takes all in that state; an id takes
    one node. Where a negation, a number or a meaning changed only the node's id will do. Only locators are
    rewritten, and the lock file with them; what is not accepted stays open.

    --splitter N reads the text by other rules, in the language that the map names or that the text tells, and
    renumbers all locators at once; nothing may be open then.

    \b
    Example: argumap anchor relocate graph/old-town-cars --source corrected.md --accept safe
    """
    from argumap.cli._console import print_json, print_wrote, say
    from argumap.project import repair_anchors

    opened = _load(map_path, sources, old)
    if splitter is not None:
        if accept:
            raise CallError(
                "--splitter renumbers what is settled and --accept settles what is open: one at a time"
            )
        _change_splitter(opened, splitter, as_json=as_json)
        return
    repaired = repair_anchors(opened, accept)
    if as_json:
        print_json(repaired.to_dict())
    elif accept:
        _print(repaired.accepted)
        print_wrote(repaired.written)
        say(f"{len(repaired.accepted)} accepted, {len(repaired.left)} still open.")
    else:
        _print(repaired.left)
        say(f"{_summary(opened.anchor_states)} Nothing is written without --accept.")


def _change_splitter(opened: Map, version: int, *, as_json: bool) -> None:
    from argumap.cli._console import print_json, print_wrote, say
    from argumap.project import recount_texts

    recounted = recount_texts(opened, version)
    if as_json:
        print_json(recounted.to_dict())
        return
    if not recounted.splitters:
        say(f"Nothing to do: the locked texts at hand are read by splitter {version} already.")
        return
    _print([*recounted.told, *recounted.left])
    print_wrote(recounted.written)
    for source_id, (old, new) in recounted.splitters.items():
        say(f"{source_id}: splitter {old.version} → {new.version}, read as {new.language.label}.")
    more = f", {len(recounted.merged)} say more than they did" if recounted.merged else ""
    left = f", {len(recounted.left)} stay open: their words are no one passage now" if recounted.left else ""
    say(f"{len(recounted.moved)} of {counted(recounted.anchors, 'anchor')} moved{more}{left}.")


@command.command("show", short_help="Print a node's passages in their surroundings.")
@click.argument("node")
@map_argument
@source_option
@_old_option
@json_option
def show(node: str, map_path: str, sources: Mapping[str, Path], old: Mapping[str, Path], as_json: bool) -> None:
    """Print the passages that NODE of MAP cites, with what stands around them and what changed.

    \b
    Example: argumap anchor show trade-falls graph/old-town-cars
    """
    from argumap.cli._console import print_json
    from argumap.cli._console import show as show_lines
    from argumap.project import find_cited, write_passage
    from argumap.told_lines import line

    opened = _load(map_path, sources, old)
    states = find_cited(opened, node)
    if as_json:
        print_json({"anchors": [write_passage(opened, state) for state in states]})
        return
    for n, state in enumerate(states):
        show_lines(*[line("")] * (n > 0), _line(state))
        _print_passage(opened, state)


@command.command("pin", short_help="Write the locators of quotes into a map.")
@map_argument
@source_option
@click.option("--drop-quotes", is_flag=True, help="Take the quotes out; their words are then nowhere in the map.")
@json_option
def pin(map_path: str, sources: Mapping[str, Path], drop_quotes: bool, as_json: bool) -> int:
    """Write the locator of every quote in MAP that stands exactly once in its source.

    Exit code 1 where a quote could not be pinned; it is told why.

    \b
    Example: argumap anchor pin graph/old-town-cars --drop-quotes
    """
    from argumap.cli._console import print_problems, print_wrote, say
    from argumap.project import pin_anchors

    opened = _load(map_path, sources, {})
    pinned = pin_anchors(opened, drop=drop_quotes)
    if as_json:
        unpinned = [problem.to_dict() for problem in pinned.unpinned]
        print_wrote(pinned.written, as_json=True, map=opened.name, unpinned=unpinned)
        return int(bool(pinned.unpinned))
    print_problems(pinned.unpinned)
    print_wrote(pinned.written)
    if not pinned.written:
        say("Nothing to pin: every quote that can be found has its locator.")
    return int(bool(pinned.unpinned))


def _load(map_path: str, sources: Mapping[str, Path], old: Mapping[str, Path]) -> Map:
    from argumap.project import load

    return load(map_path, sources, old).sound()


def _print(states: Sequence[AnchorState]) -> None:
    from argumap.cli._console import show

    show(*map(_line, states))


def _print_open(opened: Map, states: Sequence[AnchorState]) -> None:
    """The anchors with the words that changed, or those of a passage that is gone, or how to see them."""
    from argumap.cli._console import show
    from argumap.project import find_old_words, find_word_changes, has_old_words

    wordless = False
    for state in states:
        show(_line(state))
        if state.other_words:
            _print_changes(_shorten(find_word_changes(opened, state)))
        elif state.gone:
            _print_old_words(find_old_words(opened, state))
        wordless |= (state.other_words or state.gone) and not has_old_words(opened, state)
    if wordless:
        _tell_way_to_old_words()


def _shorten(changes: Sequence[WordChange]) -> list[WordChange]:
    """The changes with a few words of what stayed around them."""
    short = []
    for n, change in enumerate(changes):
        words = change.text.split()
        before = words[:_BESIDE] if n else []
        after = words[-_BESIDE:] if n + 1 < len(changes) else []
        if change.kind == "same" and len(words) > len(before) + len(after):
            short.append(replace(change, text=" ".join([*before, "…", *after])))
        else:
            short.append(change)
    return short


def _line(state: AnchorState) -> Line:
    from argumap.told_lines import line

    style = _STYLES.get(state.state, "red")
    where = state.at if state.now in {None, state.at} else f"{state.at} → {state.now}"
    flags = [part for flag in state.flags for part in ("  ", (flag, "red"), " changed")]
    return line((f"{state.state:<9}", style), f"  {state.node}  ", (where, "dim"), *flags)


def _summary(states: Sequence[AnchorState]) -> str:
    from collections import Counter

    counts = Counter(str(state.state) for state in states)
    told = ", ".join(f"{n} {state}" for state, n in counts.most_common())
    return f"{len(states)} anchors: {told}."


def _print_passage(opened: Map, state: AnchorState) -> None:
    from argumap.cli._console import say, show
    from argumap.project import find_old_words, find_surroundings, find_word_changes, has_old_words

    shown = find_surroundings(opened, state, _AROUND)
    if not shown:
        say("Its passage stands nowhere in the text at hand.", indent=2)
        _print_old_words(find_old_words(opened, state))
        if not has_old_words(opened, state):
            _tell_way_to_old_words()
        return
    show(*(_unit_line(each.unit, lit=each.cited) for each in shown))
    _print_changes(find_word_changes(opened, state))


def _unit_line(unit: Unit, *, lit: bool) -> Line:
    from argumap.told_lines import line

    mark = ">" if lit else " "
    return line(f"{mark} ", (unit.locator, "dim"), "  ", (unit.text, "bold" if lit else "dim"), indent=2)


def _print_old_words(words: str) -> None:
    if words:
        from argumap.cli._console import say
        from argumap.model import quoted

        say(f"It read: {quoted(words)}", indent=2)


def _tell_way_to_old_words() -> None:
    from argumap.cli._console import say

    say("Give the article as it was locked with --old FILE to see which words changed.")


def _print_changes(changes: Sequence[WordChange]) -> None:
    if not changes:
        return
    from argumap.cli._console import say

    signs = {"removed": ("[−", "−]", "red"), "added": ("[+", "+]", "green")}
    told: list[Part] = []
    for change in changes:
        before, after, style = signs.get(change.kind, ("", "", ""))
        told += [" ", (f"{before}{change.text}{after}", style)]
    say("What changed:", *told, indent=2)


PLUGIN = CommandEntry("make", command)
