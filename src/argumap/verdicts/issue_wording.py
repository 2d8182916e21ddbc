"""The verdict on an issue as a good editor would put it: first what it hangs on, then who leads, and by what."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from argumap.model import quoted
from argumap.phrases import ENGLISH
from argumap.semantics import word_verb
from argumap.told_lines import Grid, heading
from argumap.verdicts.adding_up import name_others
from argumap.verdicts.live_speakers import LiveSpeakers
from argumap.verdicts.told_verdict import as_line
from argumap.verdicts.verdict_terms import NAMED as REASONS
from argumap.verdicts.verdict_terms import (
    call,
    tell_balance,
    tell_counts,
    tell_origin,
    tell_outcome,
    tell_premises,
    tell_sides,
    tell_standard,
    tell_written,
)
from argumap.wording import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from argumap.model import Index, Standard
    from argumap.phrases import Phrases
    from argumap.semantics import Balance
    from argumap.told_lines import Told
    from argumap.verdicts.adding_up import WayOfAdding
    from argumap.verdicts.answer_ranking import RankedAnswer, Ranking
    from argumap.verdicts.issue_facts import IssueFacts
    from argumap.verdicts.stakeholder_lights import Light

NAMED = 3
LISTED = 12
COLUMNS = 6
SILENT = 4
LEADS, LEVEL, NOTHING = "*", "level", "–"
LIGHTS = (
    "By whose lights, for:against; each row below the first counts only what that person or body is committed to"
)


def tell_verdict(verdict: IssueFacts) -> Iterator[Told]:
    """The lines of the verdict."""
    if origin := tell_origin(verdict.index, verdict.issue):
        yield as_line(origin)
    yield heading(quoted(verdict.index.issues[verdict.issue].question))
    words = IssueWording(verdict)
    if verdict.own_steps:
        yield as_line("With the source's own steps alone, without those that the map added:")
    yield from (as_line(told, "yellow") for told in words.cautions())
    yield from map(as_line, _tell(verdict, words))
    yield from words.lights()


def _tell(verdict: IssueFacts, words: IssueWording) -> Iterator[str]:
    match len(verdict.ranking.answers):
        case 0:
            yield words.head()
        case 1:
            yield from words.only_answer()
        case _:
            yield from words.several_answers()


class IssueWording:
    """The sentences of a verdict, by what each is about; ``write`` gives a claim's name in quotation marks.

    A page has those in its own ``phrases`` that `build_sentences` asks for; the others are the shell's.
    """

    def __init__(
        self,
        verdict: IssueFacts,
        write: Callable[[Index, str], str] = call,
        phrases: Phrases = ENGLISH,
    ) -> None:
        self.verdict, self.index, self.ranking = verdict, verdict.index, verdict.ranking
        self.write, self.phrases, self.say = write, phrases, phrases.say
        self.speakers = LiveSpeakers(self.index, verdict.issue)
        balances, arguments = verdict.balances.values(), self.index.arguments
        live = [n for b in balances for n in (*b.pros, *b.cons) if n in arguments]
        self.uneven = any((b.pro_low, b.con_low) != (len(b.pros), len(b.cons)) for b in balances)
        self.weighed = any(arguments[n].weight is not None for n in live)

    def only_answer(self) -> Iterator[str]:
        (answer,) = self.ranking.answers
        balance = self.verdict.balances[answer.claim]
        yield self.head()
        yield f"It {word_verb(balance.word)}: {tell_balance(self.index, balance)}."
        yield from (f"  {side}" for side in tell_sides(self.index, balance, self.speakers))
        yield from self.who_says()
        yield from self.standard()
        yield from self.own_steps()

    def several_answers(self) -> Iterator[str]:
        yield f"{self.head()} {self.freedom()}".rstrip()
        yield from self.order()
        yield from self.answers()
        yield from self.who_says()
        yield from self.standard()
        yield from self.turns()
        yield from self.unsettled()
        yield from self.own_steps()
        yield from self.other_counts()

    # What comes first.

    def cautions(self) -> Iterator[str]:
        v = self.verdict
        if len(self.ranking.answers) < 2:
            return
        if v.own and v.hangs_on_added_steps:
            yield self.say(
                "verdict.hangs-on-added-steps",
                without=self.without(),
                leaders=self.tell_level(v.own.leaders),
                ratios=self.ratios(v.own),
            )
        others = name_others(self.ranking.leaders, v.ways)
        if others:
            told = [
                self.tell_ways(leaders, list(same)) for leaders, same in groupby(others, lambda way: way.leaders)
            ]
            yield self.say(
                "verdict.hangs-on-adding-up",
                leaders=self.tell_counted(self.ranking.leaders),
                others="; ".join(told),
            )

    def tell_ways(self, leaders: Sequence[str], ways: Sequence[WayOfAdding]) -> str:
        return self.say(
            "verdict.in-other-ways",
            ways=self.phrases.join([self.say(f"way.{way.way}") for way in ways], "grammar.or"),
            leaders=self.tell_counted(leaders, supposed=True),
        )

    # Who leads, and by what.

    def head(self) -> str:
        ranking, first = self.ranking, self.ranking.leader
        if not ranking.answers:
            return self.say("verdict.no-answer")
        if len(ranking.answers) == 1:
            return self.say("verdict.only-answer", name=self.call(ranking.answers[0]))
        if first is None:
            return self.say("verdict.level", names=self.names(ranking.leaders), why=self.why_level())
        counts = tell_counts(self.verdict.balances[first.claim], self.phrases)
        told = self.say(f"verdict-leads.{self.verdict.how_ahead}", name=self.call(first), counts=counts)
        if not first.pro and first.margin <= 0:
            return f"{told} {self.say('verdict.leads-with-nothing')}"
        if first.margin < 0:
            return f"{told} {self.say('verdict.leads-with-less')}"
        return told

    def why_level(self) -> str:
        balances = [self.verdict.balances[c] for c in self.ranking.leaders]
        told = list(dict.fromkeys(tell_counts(b, self.phrases) for b in balances))
        if len(told) > 1:
            return self.say("verdict.same-margin", margin=self.ranking.answers[0].margin)
        several = len(balances) > 2
        if not any(b.pros or b.cons for b in balances):
            return self.say("verdict.nothing-for-any" if several else "verdict.nothing-for-either")
        return self.say("verdict.for-each" if several else "verdict.for-either", counts=told[0])

    def freedom(self) -> str:
        """Which answers have no unanswered objection, and for which of them no reason stands either."""
        balances = [self.verdict.balances[a.claim] for a in self.ranking.answers]
        free = [b for b in balances if not b.cons]
        if not free:
            return self.say("verdict.none-free")
        if len(free) == len(balances) or any(b.unresolved_cons for b in balances):
            return ""
        if self.ranking.leader and [b.claim for b in free] == [self.ranking.leader.claim]:
            return self.say("verdict.it-alone-free")
        return self.tell_free(free, reasoned=all(b.pros for b in balances if b.cons))

    def tell_free(self, free: Sequence[Balance], *, reasoned: bool) -> str:
        """Which answers have no unanswered objection; ``reasoned``: a reason stands for every other."""
        bare = self.names([b.claim for b in free if not b.pros])
        if not any(b.pros for b in free):
            key = "verdict.free-of-both" if reasoned else "verdict.free-without-reason"
        else:
            key = "verdict.free-and-bare" if bare else "verdict.free"
        return self.say(key, n=len(free), names=self.names([b.claim for b in free]), bare=bare)

    def order(self) -> Iterator[str]:
        """By what the answers are ranked, with what that comes to for each; nothing where nothing is live."""
        answers = self.ranking.answers
        if not any(a.pro or a.con for a in answers):
            return
        margins = [f"{a.margin:g}" for a in answers[:LISTED]] + ["…"] * (len(answers) > LISTED)
        ties = any(a.margin == b.margin and a.pro != b.pro for a, b in pairwise(answers))
        told = "reasons that stand less objections that are unanswered"
        same = "; where that is the same, by reasons" if ties else ""
        how = "; nobody weighed them" if not self.weighed else ", by their weights"
        yield f"Order: {told} ({', '.join(margins)}){how}{same}."

    def answers(self) -> Iterator[str]:
        for a in self.ranking.answers[:LISTED]:
            balance = self.verdict.balances[a.claim]
            yield f"  {a.place}. {self.call(a)} [{_bare(a.claim)}]: {tell_balance(self.index, balance)}"
            yield from (f"       {side}" for side in tell_sides(self.index, balance, self.speakers))
        if len(self.ranking.answers) > LISTED:
            yield f"  … and {len(self.ranking.answers) - LISTED:,} more"

    def who_says(self) -> Iterator[str]:
        """Who says those of the reasons and objections behind which nobody is named."""
        balances = [self.verdict.balances[a.claim] for a in self.ranking.answers[:LISTED]]
        if told := self.speakers.tell_rest([n for b in balances for n in (*b.pros[:REASONS], *b.cons[:REASONS])]):
            yield told

    def standard(self) -> Iterator[str]:
        by: dict[Standard, list[str]] = {}
        for a in self.ranking.answers:
            if standard := self.verdict.judged[a.claim].standard:
                by.setdefault(standard, []).append(a.claim)
        for standard, claims in by.items():
            yield self.tell_standard(standard, claims)

    def tell_standard(self, standard: Standard, claims: Sequence[str]) -> str:
        """What the answers come to that are judged by a standard; they are named where others have another one."""
        judged = self.verdict.judged
        by: dict[str, list[str]] = {"holds": [], "fails": [], "open": []}
        for claim in claims:
            by[judged[claim].outcome or ""].append(claim)
        every, written = len(claims) == len(judged), judged[claims[0]].written
        if len(claims) == 1 and not every:
            return tell_written(standard, self.names(claims), judged[claims[0]].outcome or "", self.phrases)
        told = [
            self.say("verdict.outcome", names=self.names(c), outcome=tell_outcome(outcome, len(c), self.phrases))
            for outcome, c in by.items()
            if c
        ]
        if not by["holds"] and not by["open"]:
            told = [self.say("verdict.none-holds", n=len(by["fails"]))]
        whose = "verdict.standard-of-map" if every else "verdict.standard-of-some"
        return self.say(
            whose if written else "verdict.standard",
            standard=self.phrases.quote(self.say(f"standard.{standard}")),
            means=tell_standard(standard, self.phrases),
            names=self.names(claims),
            outcomes="; ".join(told),
        )

    # What would turn it.

    def turns(self) -> Iterator[str]:
        turning, leader = self.verdict.turning, self.ranking.leader
        if leader is None and not self.verdict.rivals:
            yield self.say("verdict.not-exclusive")
        if leader is not None:
            # Fewer will do where the leader, once it falls, no longer strikes its rivals.
            key = "verdict.leads-until-alone" if self.verdict.rivals else "verdict.leads-until"
            yield self.say(key, name=self.call(leader), until=self.until(leader), then=self.then())
        change = "change-leader" if leader else "part-level"
        hinges = turning.hinges
        if hinges:
            shown = [
                self.say("verdict.hinge", name=self.names([h.claim]), leaders=self.tell_level(h.leaders))
                for h in hinges[:NAMED]
            ]
            yield self.say(f"verdict.hinges-{change}", n=len(hinges), shown=self.list_some(shown, len(hinges)))
        elif turning.tried:
            yield self.say(f"verdict.no-hinge-{change}")
        yield from self.unseats()
        if not turning.exact:
            yield self.say("verdict.nearest-tried", tried=turning.tried, candidates=turning.candidates)

    def list_some(self, shown: Sequence[str], number: int) -> str:
        """The few that are ``shown`` of a ``number``, and how many more there are."""
        rest = number - len(shown)
        return "; ".join([*shown, *([self.say("verdict.and-more", n=rest)] if rest > 0 else [])])

    def unseats(self) -> Iterator[str]:
        """Without which claims the answer that leads still does, and stands no longer."""
        unseating = self.verdict.turning.unseating
        if unseating:
            shown = [self.names([c]) for c in unseating[:NAMED]]
            yield self.say("verdict.unseats", n=len(unseating), shown=self.list_some(shown, len(unseating)))

    def until(self, leader: RankedAnswer) -> str:
        turning, heavy = self.verdict.turning, ""
        if turning.objections:
            like = turning.objections[0]
            if self.uneven:
                heavy = self.say(
                    "verdict.as-heavy-as", name=tell_premises(self.index, like.id, self.write, self.phrases)
                )
            parts = [self.say("verdict.until-more-objections", n=like.more, heavy=heavy)]
        else:
            heavy = self.say("verdict.of-weight-one") if self.uneven else ""
            parts = [self.say("verdict.until-objections", n=-int(-self.ranking.margin // 1), heavy=heavy)]
        if turning.least_reasons is not None:
            parts.append(self.until_reasons(turning.least_reasons, len(self.verdict.balances[leader.claim].pros)))
        return self.say("verdict.or-else").join(parts)

    def until_reasons(self, least: int, reasons: int) -> str:
        if least < reasons:
            return self.say("verdict.until-some-reasons", n=least, reasons=reasons)
        if reasons == 2:
            return self.say("verdict.until-both-reasons")
        return self.say("verdict.until-all-reasons", n=reasons)

    def then(self) -> str:
        """Which answers come level with the one that leads; where steps weigh unlike ones, they may pass it."""
        ranking = self.ranking
        second = [a.claim for a in ranking.answers if ranking.runner_up and a.margin == ranking.runner_up.margin]
        key = "verdict.then-level-or-ahead" if self.uneven else "verdict.then-level"
        return self.say(key, n=len(second), names=self.names(second))

    def unsettled(self) -> Iterator[str]:
        waiting = {n for b in self.verdict.balances.values() for n in b.unresolved_rivals}
        rivals = [a.claim for a in self.ranking.answers if a.claim in waiting]
        if len(rivals) > 1:
            key = "verdict.both-unresolved" if len(rivals) == 2 else "verdict.all-unresolved"
            yield self.say(key, names=self.names(rivals))
        if not self.verdict.settled:
            yield self.say("verdict.some-unresolved")

    # Whose steps it rests on, and other ways to count.

    def own_steps(self) -> Iterator[str]:
        own, leader = self.verdict.own, self.ranking.leader
        if own is None:
            return
        told = {"without": self.without(), "ratios": self.ratios(own)}
        if len(self.ranking.answers) == 1:
            yield self.say("verdict.own-steps", **told)
        elif self.verdict.hangs_on_added_steps:
            return
        elif leader is None:
            yield self.say("verdict.own-steps-level", **told)
        elif self.verdict.own_words[leader.claim] is self.verdict.balances[leader.claim].word:
            yield self.say("verdict.own-steps-lead", **told)
        else:
            verb = word_verb(self.verdict.own_words[leader.claim], self.phrases)
            yield self.say("verdict.own-steps-lead-but", verb=verb, **told)

    def without(self) -> str:
        """How many steps the map added, in brackets: so it is told what the source's own steps are."""
        added = self.verdict.added_steps
        direct = sum(
            a.id in self.index.added for answer in self.ranking.answers for a in self.index.on[answer.claim]
        )
        if direct == added:
            return self.say("verdict.without-added", n=added)
        if direct:
            return self.say("verdict.without-added-partly-beneath", n=added, beneath=added - direct)
        return self.say("verdict.without-added-beneath", n=added)

    def other_counts(self) -> Iterator[str]:
        ours = self.ranking.leaders
        for way in self.verdict.ways:
            if not set(ours) < set(way.leaders):
                continue
            level = self.tell_level(way.leaders, supposed=True)
            if way.way == "best" and not self.weighed:
                yield self.say("verdict.best-unweighed", leaders=level)
            else:
                told = self.say("verdict.in-other-ways", ways=self.say(f"way.{way.way}"), leaders=level)
                yield f"{told[0].upper()}{told[1:]}."
        grouped = self.verdict.grouped
        if set(grouped.leaders) == set(ours) and _order(grouped) != _order(self.ranking):
            yield self.say("verdict.grouped", ratios=self.ratios(grouped))

    # By whose lights.

    def lights(self) -> Iterator[Told]:
        lights = self.verdict.lights
        if not lights:
            return
        columns = [a.claim for a in self.ranking.answers[:COLUMNS]]
        rows = [("this map", self.ranking), *((self.who(x), x.ranking) for x in lights if x.speaks)]
        cells = [(who, list(_cells(ranking, columns))) for who, ranking in rows]
        yield as_line(f"{LIGHTS}{_tell_signs({cell for _, row in cells for cell in row})}:")
        yield Grid(
            ("", *map(_bare, columns)),
            tuple(((f"  {who}",), *((cell,) for cell in row)) for who, row in cells),
        )
        silent = [self.who(light) for light in lights if not light.speaks]
        if silent:
            who = joined(silent) if len(silent) <= SILENT else f"{len(silent):,} others who speak in this map"
            # They may hold a part of a reason, or something that nothing here ties to an answer.
            yield as_line(f"  By the lights of {who} alone nothing stands for or against any answer.")

    def who(self, light: Light) -> str:
        return self.index.stakeholders[light.stakeholder].name

    # Names.

    def call(self, answer: RankedAnswer) -> str:
        return self.write(self.index, answer.claim)

    def names(self, claims: Sequence[str]) -> str:
        named = [self.write(self.index, c) for c in claims]
        if len(named) > NAMED + 1:
            named[NAMED:] = [self.say("counts.others", n=len(named) - NAMED)]
        return self.phrases.join(named)

    def tell_level(self, leaders: Sequence[str], *, supposed: bool = False) -> str:
        """Who leads, or would lead: "“A” leads", "both would be level"."""
        number, every = len(leaders), len(leaders) == len(self.ranking.answers)
        form = "one" if number == 1 else "several" if not every else "both" if number == 2 else "all"
        key = f"would-lead.{form}" if supposed else f"leads.{form}"
        return self.say(key, names=self.names(leaders))

    def tell_counted(self, leaders: Sequence[str], *, supposed: bool = False) -> str:
        """The same, with what is live for and against the one that leads."""
        told = self.tell_level(leaders, supposed=supposed)
        alone = next((a for a in self.ranking.answers if list(leaders) == [a.claim]), None)
        return f"{told} ({self.ratio(alone)})" if alone else told

    def ratios(self, ranking: Ranking) -> str:
        told = [f"{self.call(a)} {self.ratio(a)}" for a in ranking.answers[:NAMED]]
        more = len(ranking.answers) - NAMED
        return ", ".join([*told, *([self.say("verdict.and-more", n=more)] if more > 0 else [])])

    def ratio(self, answer: RankedAnswer) -> str:
        return self.say("verdict.ratio", pro=answer.pro, con=answer.con)


def _order(ranking: Ranking) -> dict[str, int]:
    return {a.claim: a.place for a in ranking.answers}


def _cells(ranking: Ranking, columns: Sequence[str]) -> Iterator[str]:
    """What is live for and against each answer, with the one that leads or those that are level marked.

    Where nothing is live for or against those, none of them leads.
    """
    found = {a.claim: f"{a.pro:g}:{a.con:g}" if a.pro or a.con else NOTHING for a in ranking.answers}
    marked = ranking.leaders if any(found[c] != NOTHING for c in ranking.leaders) else ()
    mark = LEADS if len(ranking.leaders) == 1 else LEVEL
    return (f"{found[c]}{f' {mark}' if c in marked else ''}" for c in columns)


def _tell_signs(cells: Collection[str]) -> str:
    """What the signs in some cells mean, in brackets; nothing where there are none."""
    signs = {LEADS: f"{LEADS} leads", NOTHING: f"{NOTHING}: nothing for or against by their lights"}
    told = [meaning for sign, meaning in signs.items() if any(sign in cell for cell in cells)]
    return f" ({'; '.join(told)})" if told else ""


def _bare(claim: str) -> str:
    """An id without the name of its map, which is that of the issue."""
    return claim.rpartition("#")[2]
