"""``argumap draft``: from an article to the draft of its map."""

from __future__ import annotations

import shlex
import sys
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from argumap.cli import CommandEntry
from argumap.cli._model_draft import ModelChoice, model_options
from argumap.cli._options import json_option, source_option
from argumap.errors import CallError
from argumap.model import Act
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from argumap.draft import DraftedMap
    from argumap.model import ArgumentMap, Attribution

# One byte more than is read tells that a text is too long.
_MOST = 50_000_001
_VERSE = "It is set in verse: what a poem says is seldom a claim, so look at each before you keep it."


@click.command("draft", short_help="Draft the map of an article.")
@click.argument("article_file", metavar="ARTICLE")
@click.option("--as", "place", metavar="NAME", help="The map's name or folder; else the file's name.")
@click.option("--title", default="", help="The map's title; else the article's.")
@click.option("--author", default="", metavar="NAME", help="Who wrote it; else its byline tells.")
@click.option("--fetch", is_flag=True, help="ARTICLE is an address of the web: fetch it.")
@click.option("--more", is_flag=True, help="ARTICLE is a map: draft the sentences that it does not cite yet.")
@model_options
@source_option
@json_option
def command(
    article_file: str,
    place: str | None,
    title: str,
    author: str,
    *,
    fetch: bool,
    more: bool,
    choice: ModelChoice,
    sources: Mapping[str, Path],
    as_json: bool,
) -> None:
    """Draft the map of ARTICLE: its claims with their passages, who says them, and what the text joins.

    ARTICLE is a txt, md, html, docx, pdf, vtt or srt file, or a web page as a browser saves it; with --as it may
    be -, standard input, and with --fetch an address.

    Nothing is invented, and the same article gives the same bytes: a draft keeps the article's words, leaves open
    what the text does not show, and marks every item as seen by nobody (`unseen:`) with the rule that proposed it.

    With --more, ARTICLE is a map, and only the sentences get a draft that it neither cites nor skips: after
    `anchor relocate` those that are new. What is there is not touched; with --model as well, it is asked for these
    sentences alone.

    With --model, a language model proposes claims in words of its own, and only those come into the map that
    argumap proves. The article goes to the model's server then. Each call is recorded for --replay.

    \b
    Example: argumap draft column.md --as old-town
    Example: argumap draft --more old-town
    Example: argumap draft column.md --model qwen3 --address http://localhost:8080/v1
    """
    from argumap.project import is_address, refuse_address

    asked = choice.chosen
    if more:
        if place or title or author or fetch:
            raise CallError(
                "--more adds to a map that is there; --as, --title, --author and --fetch are for a new one"
            )
        _draft_more(article_file, sources, choice if asked else None, as_json=as_json)
        return
    if sources:
        raise CallError("--source goes with --more; a new map is made of ARTICLE")
    if article_file == "-" and not place:
        raise CallError("name the map of what comes from standard input: --as NAME")
    if not fetch:
        refuse_address(article_file)
    elif not is_address(article_file):
        raise CallError(f"--fetch takes an address, as https://…; {article_file} is read without it")
    _draft_new(article_file, place, choice, {"title": title, "author": author}, as_json=as_json)


def _draft_new(
    article_file: str, place: str | None, choice: ModelChoice, known: Mapping[str, str], *, as_json: bool
) -> None:
    from argumap.cli._console import print_wrote, say
    from argumap.cli._model_draft import ask_model, figures_of_model, print_estimate, tell_model
    from argumap.project import draft_article, read_draftable, tell_left_out
    from argumap.text import is_verse

    with _at_hand(article_file) as (file, url):
        article = read_draftable(file)
        if choice.estimate:
            print_estimate(choice, article, as_json=as_json)
            return
        name, assisted = place or file.stem, None
        known = {**known, "url": url}
        loose = bool(url) or article_file == "-"
        if choice.chosen:
            assisted, written = ask_model(choice, name, article, file, loose=loose, **known)
            draft = assisted.drafted
        else:
            draft, written = draft_article(name, article, file, loose=loose, **known)
    folder = written[0].parent
    figures = _figures(draft) | (figures_of_model(assisted) if assisted else {})
    print_wrote(written, as_json=as_json, map=str(folder), **figures)
    if as_json:
        return
    verse = [_VERSE] if is_verse(article) else []
    for sentence in [*tell_left_out(article), *verse, *_tell(draft), *(tell_model(assisted) if assisted else [])]:
        say(sentence)
    say(f"Nobody has seen any of it yet. Go through it: {shlex.join(['argumap', 'review', str(folder)])}")


def _draft_more(map_path: str, sources: Mapping[str, Path], choice: ModelChoice | None, *, as_json: bool) -> None:
    from argumap.cli._console import print_json, say
    from argumap.cli._model_draft import (
        NOTHING_TO_ASK,
        ask_model_further,
        figures_of_model,
        print_further_estimate,
        tell_model,
    )
    from argumap.project import draft_further, load

    opened = load(map_path, sources)
    if choice and choice.estimate:
        print_further_estimate(choice, opened, as_json=as_json)
        return
    drafted, assisted = ask_model_further(choice, opened) if choice else (draft_further(opened), None)
    if as_json:
        figures = figures_of_model(assisted) if assisted else {}
        print_json({"map": opened.name, **drafted.to_dict(), **figures})
        return
    people = f" and {counted(len(drafted.stakeholders), 'stakeholder')}" if drafted.stakeholders else ""
    say(f"{counted(len(drafted.claims), 'claim')}{people} added to {opened.name}, nothing else touched.")
    left = drafted.open_sentences
    if left and not choice:
        say(f"{counted(left, 'sentence')} cited by nothing still, as stating nothing by the rules of the draft.")
    if left and choice:
        say(f"{counted(left, 'sentence')} cited by nothing still.")
    if choice:
        told = tell_model(assisted, "call it again, and it goes on there") if assisted else [NOTHING_TO_ASK]
        for sentence in told:
            say(sentence)
    if drafted.claims:
        say(f"Go through it: {shlex.join(['argumap', 'review', map_path])}")


@contextmanager
def _at_hand(place: str) -> Iterator[tuple[Path, str]]:
    """The article as a file, also where it comes from standard input or an address, which stands beside it."""
    from argumap.project import fetch_into, is_address
    from argumap.text import tell_suffix

    if place != "-" and not is_address(place):
        yield Path(place), ""
        return
    with TemporaryDirectory() as folder:
        if place != "-":
            yield fetch_into(Path(folder), place)
            return
        data = sys.stdin.buffer.read(_MOST)
        read = Path(folder) / f"standard input{tell_suffix(data)}"
        read.write_bytes(data)
        yield read, ""


def _figures(draft: DraftedMap) -> dict[str, object]:
    record, said = draft.map, _said(draft)
    return {
        "claims": len(record.claims),
        "speakers": len({a.by for a in said}),
        "attributions": len(said),
        "open_speakers": draft.open_speakers,
        "arguments": len(record.arguments),
        "open_claims": draft.open_claims,
        "left_out": dict(draft.skipped),
        "rules": dict(draft.rules),
    }


def _tell(draft: DraftedMap) -> list[str]:
    record, said = draft.map, _said(draft)
    claims, voices = len({a.of for a in said}), len({a.by for a in said})
    of_others = (
        f"of which {claims} {_is(claims)} said by {counted(voices, 'named voice')}"
        if voices
        else "none of them given to anybody but the author"
    )
    told = [
        f"{counted(len(record.claims), 'claim')}, {of_others}.",
        f"{_count_steps(record)}; "
        f"{counted(draft.open_claims, 'claim')} tied to nothing yet, as the text does not say.",
    ]
    if draft.open_speakers:
        told.append(
            f"The speaker of {counted(draft.open_speakers, 'claim')} stays open, as the text does not show it."
        )
    if draft.skipped:
        rules = Counter(draft.skipped.values())
        kinds = joined([counted(n, rule) for rule, n in sorted(rules.items())])
        told.append(f"{counted(len(draft.skipped), 'sentence')} left out as stating nothing: {kinds}.")
    if draft.rules:
        measured = [f"{rule} {was.removeprefix('right in ')}" for rule, was in draft.rules.items()]
        told.append(f"On articles that they were not made on its rules were right: {'; '.join(measured)}.")
    if not draft.known:
        told.append("How its language reports speech is not known here, so no speakers were looked for.")
    return told


def _said(draft: DraftedMap) -> list[Attribution]:
    """What the draft gives to somebody; what the article only presents is nobody's yet."""
    return [a for a in draft.map.attributions if a.unseen and a.act is not Act.PRESENTS]


def _count_steps(record: ArgumentMap) -> str:
    inferred = sum(step.inferred for step in record.arguments)
    shown = f"{counted(len(record.arguments) - inferred, 'step')} that the article itself shows"
    return f"{shown} and {inferred} by the sense alone" if inferred else shown


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


PLUGIN = CommandEntry("make", command)
