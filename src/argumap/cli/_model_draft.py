"""The options of `argumap draft` that ask a language model, and what is told of it before and after."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from argumap.errors import CallError
from argumap.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.assisted_draft import AssistedDraft, DraftEstimate, Spending
    from argumap.text import Article

# Any: a decorator takes a command with whatever parameters it has.
F = TypeVar("F", bound="Callable[..., Any]")


@dataclass(frozen=True)
class ModelChoice:
    """Which model drafts, and within what; or the record that a draft is repeated from."""

    model: str
    address: str
    budget: int | None
    replay: Path | None
    estimate: bool

    @property
    def chosen(self) -> bool:
        """Whether a model is asked for at all. Raises `CallError` for options that do not go together."""
        if not self.model and (self.address or self.budget or self.estimate):
            raise CallError("--address, --budget and --estimate go with --model")
        return bool(self.model or self.replay)


def model_options(function: F) -> F:
    """``--model`` and what goes with it, handed on as one ``choice``."""

    @wraps(function)
    def gathered(
        *args: object,
        model: str,
        address: str,
        budget: int | None,
        replay: Path | None,
        estimate: bool,
        **rest: object,
    ) -> object:
        return function(*args, choice=ModelChoice(model, address, budget, replay, estimate), **rest)

    command: Any = gathered
    for option in reversed(_OPTIONS):
        command = option(command)
    return command  # type: ignore[no-any-return]


_OPTIONS = (
    click.option(
        "--model",
        default="",
        metavar="NAME",
        help="Have a language model propose: provider:model, or its server's name.",
    ),
    click.option("--address", default="", metavar="URL", help="A server that speaks as OpenAI does, for --model."),
    click.option(
        "--budget", type=click.IntRange(min=1), metavar="TOKENS", help="Stop before more tokens are spent."
    ),
    click.option("--estimate", is_flag=True, help="Tell what --model would take, and send nothing."),
    click.option(
        "--replay",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        metavar="FILE",
        help="Take answers from the record of an earlier draft; without --model from it alone, without a network.",
    ),
)


def ask_model(
    choice: ModelChoice, place: str, article: Article, file: Path, *, loose: bool, **known: str
) -> tuple[AssistedDraft, list[Path]]:
    """Draft with the model of a choice, telling first what will be sent where.

    ``known`` are the title, the author and the address that somebody gave, as `draft_article_with` takes them.
    """
    from argumap.assisted_draft import connect_model
    from argumap.cli._console import say
    from argumap.project import draft_article_with

    model = connect_model(choice.model, choice.address) if choice.model else None
    if model:
        say(_tell_before(choice, article), stderr=True)
    return draft_article_with(
        model,
        place,
        article,
        file,
        loose=loose,
        budget=choice.budget,
        replay=choice.replay,
        **known,
        tell=(lambda call: say(f"  {call}", stderr=True)) if sys.stderr.isatty() else None,
    )


def print_estimate(choice: ModelChoice, article: Article, *, as_json: bool) -> None:
    """What drafting an article with a model would take, sending nothing."""
    from argumap.assisted_draft import connect_model, estimate_draft
    from argumap.cli._console import print_json, say

    connect_model(choice.model, choice.address)
    if as_json:
        print_json({"model": choice.model, **estimate_draft(article).to_dict()})
        return
    say(_tell_before(choice, article))
    say("Nothing was sent.")


def _tell_before(choice: ModelChoice, article: Article) -> str:
    from argumap.assisted_draft import estimate_draft, tell_place

    place = tell_place(choice.model, choice.address)
    return f"{choice.model} at {place}: {_tell_estimate(estimate_draft(article))}"


def _tell_estimate(estimate: DraftEstimate) -> str:
    return (
        f"the article's {counted(estimate.sentences, 'sentence')} in {counted(estimate.windows, 'part')}, about "
        f"{counted(estimate.calls, 'call')}, up to {estimate.input_tokens:,} tokens sent and about "
        f"{estimate.output_tokens:,} answered."
    )


def figures_of_model(draft: AssistedDraft) -> dict[str, object]:
    """What a model's draft took and left out, as plain data."""
    return {
        "model": draft.model,
        "proved": draft.claims,
        "dropped": [dropped.to_dict() for dropped in draft.dropped],
        "passed_over": list(draft.passed_over),
        "unread": list(draft.unread),
        "joined": draft.joined,
        **draft.spent.to_dict(),
    }


def tell_model(draft: AssistedDraft) -> list[str]:
    """What a model's draft took and left out, line by line; each proposal that was dropped with its reason."""
    told = [_tell_spent(draft.model, draft.spent)]
    if draft.passed_over:
        told.append(f"{counted(len(draft.passed_over), 'sentence')} in which it saw no claim.")
    if draft.unread:
        told.append(
            f"The budget ended before {counted(len(draft.unread), 'sentence')}, from {draft.unread[0]} on; with "
            "the record as --replay beside --model a new draft goes on there."
        )
    elif not draft.joined:
        told.append("The budget ended before it was asked what the claims have to do with each other.")
    if draft.dropped:
        told.append(f"{counted(len(draft.dropped), 'proposal')} dropped, as nothing proved {_them(draft)}:")
    for dropped in draft.dropped:
        words = f" “{dropped.text}”" if dropped.text else ""
        place = f"{dropped.at[0]}{'–' + dropped.at[-1] if dropped.at[1:] else ''}: " if dropped.at else ""
        told.append(f"  {place}{dropped.code}{words}; {dropped.hint}")
    return told


def _them(draft: AssistedDraft) -> str:
    return "it" if len(draft.dropped) == 1 else "them"


def _tell_spent(model: str, spent: Spending) -> str:
    reused = f", {counted(spent.reused, 'answer')} from the record" if spent.reused else ""
    price = f", {spent.cost:.4f} US dollars" if spent.calls and spent.cost else ""
    tokens = f"{spent.input_tokens:,} tokens sent and {spent.output_tokens:,} answered"
    return f"{model}: {counted(spent.calls, 'call')}{reused}, {tokens}{price}."
