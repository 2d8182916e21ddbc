"""The options of `argumap draft` that ask a language model, and what is told of it before and after."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from decimal import Decimal
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from argumap.errors import CallError
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Callable

    from argumap.assisted_draft import (
        AssistedDraft,
        Budget,
        DraftEstimate,
        PydanticModel,
        Spending,
        TokenPrice,
    )
    from argumap.project import FurtherDraft, Map
    from argumap.text import Article

PRICE: Final = "ARGUMAP_MODEL_PRICE"
_NUMBER: Final = r"\d{1,9}(?:\.\d{1,9})?"
_PRICE: Final = re.compile(rf"({_NUMBER})\s*/\s*({_NUMBER})", re.ASCII)
_BUDGET: Final = re.compile(
    r"(?P<money>\d{0,9}\.\d{1,9})|(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,12})(?: ?(?P<of>calls?|tokens?))?", re.ASCII
)

NOTHING_TO_ASK: Final = "Nothing to ask: each sentence at hand is cited, or set aside."
_GO_ON: Final = "with the record as --replay beside --model a new draft goes on there"

# Any: a decorator takes a command with whatever parameters it has.
F = TypeVar("F", bound="Callable[..., Any]")


@dataclass(frozen=True)
class ModelChoice:
    """Which model drafts, and within what; or the record that a draft is repeated from."""

    model: str
    address: str
    budget: Budget | None
    given_price: str
    replay: Path | None
    estimate: bool

    @property
    def chosen(self) -> bool:
        """Whether a model is asked for at all. Raises `CallError` for options that do not go together."""
        if not self.model and (self.address or self.budget or self.given_price or self.estimate):
            raise CallError("--address, --budget, --price and --estimate go with --model")
        if self.budget and self.budget.money is not None and self.price is None:
            raise CallError(
                "a budget in money takes what a million tokens cost, sent and answered: --price 0.50/2, or "
                f"{PRICE} in the environment"
            )
        return bool(self.model or self.replay)

    @property
    def price(self) -> TokenPrice | None:
        """What a million tokens cost, as somebody gave it. Raises `CallError` for what is no price."""
        given = self.given_price or (os.environ.get(PRICE, "") if self.model else "")
        if not given:
            return None
        from argumap.assisted_draft import TokenPrice

        match = _PRICE.fullmatch(given)
        if match is None:
            where = "--price" if self.given_price else PRICE
            raise CallError(
                f"{where} takes what a million tokens cost, sent and answered, as 0.50/2; not {given!r}"
            )
        return TokenPrice(Decimal(match[1]), Decimal(match[2]))


def model_options(function: F) -> F:
    """``--model`` and what goes with it, handed on as one ``choice``."""

    @wraps(function)
    def gathered(
        *args: object,
        model: str,
        address: str,
        budget: Budget | None,
        price: str,
        replay: Path | None,
        estimate: bool,
        **rest: object,
    ) -> object:
        return function(*args, choice=ModelChoice(model, address, budget, price, replay, estimate), **rest)

    command: Any = gathered
    for option in reversed(_OPTIONS):
        command = option(command)
    return command  # type: ignore[no-any-return]


class _BudgetType(click.ParamType["Budget"]):
    """Tokens as a whole number, calls by that word, money as a number with a point: nobody has to guess which."""

    name = "budget"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Budget:
        from argumap.assisted_draft import Budget

        match = _BUDGET.fullmatch(value.strip())
        if match is None or not re.search("[1-9]", match[0]):
            self.fail(
                f"{value!r} is none: give tokens as 50000, calls as 20calls, or money with a point, as 0.50",
                param,
                ctx,
            )
        if match["money"]:
            return Budget(money=Decimal(match["money"]))
        number = int(match["whole"].replace(",", ""))
        return Budget(calls=number) if (match["of"] or "").startswith("call") else Budget(number)


_OPTIONS = (
    click.option(
        "--model",
        default="",
        metavar="NAME",
        help="Have a language model propose: provider:model, or its server's name.",
    ),
    click.option("--address", default="", metavar="URL", help="A server that speaks as OpenAI does, for --model."),
    click.option(
        "--budget",
        type=_BudgetType(),
        metavar="MOST",
        help="Stop before more is spent: tokens (50000), calls (20calls), or money by --price (0.50).",
    ),
    click.option(
        "--price",
        default="",
        metavar="IN/OUT",
        help=f"What a million tokens cost, sent and answered (0.50/2); else {PRICE} tells.",
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
    from argumap.assisted_draft import estimate_draft
    from argumap.project import draft_article_with

    return draft_article_with(
        _connect(choice, estimate_draft(article), "the article's"),
        place,
        article,
        file,
        loose=loose,
        budget=choice.budget,
        price=choice.price,
        replay=choice.replay,
        **known,
        tell=_tell_call(),
    )


def ask_model_further(choice: ModelChoice, opened: Map) -> tuple[FurtherDraft, AssistedDraft | None]:
    """Draft with the model of a choice what a map does not cite, telling first what will be sent where."""
    from argumap.project import draft_further_with, estimate_further

    estimate = estimate_further(opened)
    return draft_further_with(
        _connect(choice, estimate, f"of {opened.name}"),
        opened,
        budget=choice.budget,
        price=choice.price,
        replay=choice.replay,
        tell=_tell_call(),
    )


def _connect(choice: ModelChoice, estimate: DraftEstimate | None, whose: str) -> PydanticModel | None:
    from argumap.assisted_draft import connect_model
    from argumap.cli._console import say

    if not choice.model:
        return None
    model = connect_model(choice.model, choice.address)
    if estimate is not None:
        say(_tell_before(choice, estimate, whose), stderr=True)
    return model


def _tell_call() -> Callable[[str], None] | None:
    from argumap.cli._console import say

    return (lambda call: say(f"  {call}", stderr=True)) if sys.stderr.isatty() else None


def print_estimate(choice: ModelChoice, article: Article, *, as_json: bool) -> None:
    """What drafting an article with a model would take, sending nothing."""
    from argumap.assisted_draft import estimate_draft

    _print_estimate(choice, estimate_draft(article), "the article's", as_json=as_json)


def print_further_estimate(choice: ModelChoice, opened: Map, *, as_json: bool) -> None:
    """What drafting with a model what a map does not cite would take, sending nothing."""
    from argumap.project import estimate_further

    _print_estimate(choice, estimate_further(opened), f"of {opened.name}", as_json=as_json)


def _print_estimate(choice: ModelChoice, estimate: DraftEstimate | None, whose: str, *, as_json: bool) -> None:
    from argumap.assisted_draft import DraftEstimate, connect_model
    from argumap.cli._console import print_json, say

    connect_model(choice.model, choice.address)
    price = choice.price
    if as_json:
        told = estimate or DraftEstimate(0, 0, 0, 0, 0)
        cost = {"at_price": float(price.of(told.input_tokens, told.output_tokens))} if price else {}
        print_json({"model": choice.model, **told.to_dict(), **cost})
        return
    say(_tell_before(choice, estimate, whose) if estimate else NOTHING_TO_ASK)
    say("Nothing was sent.")


def _tell_before(choice: ModelChoice, estimate: DraftEstimate, whose: str) -> str:
    from argumap.assisted_draft import tell_place

    place = tell_place(choice.model, choice.address)
    return (
        f"{choice.model} at {place}: {_tell_estimate(estimate, whose)}"
        f"{_tell_price(choice.price, estimate)}.{_tell_most(choice.budget, ' At most {} will be spent.')}"
    )


def _tell_estimate(estimate: DraftEstimate, whose: str) -> str:
    sentences = counted(estimate.sentences, "sentence")
    which = f"{sentences} {whose} that it does not cite" if whose.startswith("of ") else f"{whose} {sentences}"
    return (
        f"{which} in {counted(estimate.windows, 'part')}, about "
        f"{counted(estimate.calls, 'call')}, up to {estimate.input_tokens:,} tokens sent and about "
        f"{estimate.output_tokens:,} answered"
    )


def _tell_price(price: TokenPrice | None, estimate: DraftEstimate) -> str:
    return f", about {price.of(estimate.input_tokens, estimate.output_tokens):.4f} by your prices" if price else ""


def _tell_most(budget: Budget | None, words: str) -> str:
    """A budget in the ``words`` around it; "" where there is none."""
    if budget is None:
        return ""
    bounds = [
        *([f"{budget.money} by your prices"] if budget.money is not None else []),
        *([counted(budget.calls, "call")] if budget.calls is not None else []),
        *([f"{budget.tokens:,} tokens"] if budget.tokens is not None else []),
    ]
    return words.format(joined(bounds)) if bounds else ""


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


def tell_model(draft: AssistedDraft, go_on: str = _GO_ON) -> list[str]:
    """What a model's draft took and left out, line by line; each proposal that was dropped with its reason.

    ``go_on`` says how a draft goes on whose budget ended.
    """
    told = [_tell_spent(draft.model, draft.spent)]
    if draft.passed_over:
        told.append(f"{counted(len(draft.passed_over), 'sentence')} in which it saw no claim.")
    if draft.unread:
        told.append(
            f"The budget ended before {counted(len(draft.unread), 'sentence')}, from {draft.unread[0]} on; "
            f"{go_on}."
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
    if spent.at_price is not None:
        price = f", {spent.at_price:.4f} by your prices"
    most = _tell_most(spent.budget, ", of at most {}")
    tokens = f"{spent.input_tokens:,} tokens sent and {spent.output_tokens:,} answered"
    return f"{model}: {counted(spent.calls, 'call')}{reused}, {tokens}{price}{most}."
