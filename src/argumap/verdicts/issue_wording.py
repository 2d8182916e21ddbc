"""The verdict on an issue as a good editor would put it: first what it hangs on, then who leads, and by what."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from argumap.model import quoted
from argumap.semantics import WORD_FORMS
from argumap.told_lines import Grid, heading
from argumap.verdicts.adding_up import name_others
from argumap.verdicts.live_speakers import LiveSpeakers
from argumap.verdicts.told_verdict import as_line
from argumap.verdicts.verdict_terms import NAMED as REASONS
from argumap.verdicts.verdict_terms import (
    STANDARD_TERMS,
    call,
    tell_balance,
    tell_counts,
    tell_origin,
    tell_outcome,
    tell_premises,
    tell_sides,
    tell_written,
)
from argumap.wording import counted, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from argumap.model import Index, Standard
    from argumap.semantics import Balance
    from argumap.told_lines import Told
    from argumap.verdicts.answer_ranking import RankedAnswer, Ranking
    from argumap.verdicts.issue_facts import IssueFacts
    from argumap.verdicts.stakeholder_lights import Light

NAMED = 3
LISTED = 12
COLUMNS = 6
SILENT = 4
LEADS, LEVEL, NOTHING = "*", "level", "–"
NO_ANSWER = "No claim of the map answers this."
LIGHTS = (
    "By whose lights, for:against; each row below the first counts only what that person or body is committed to"
)
WAYS = {
    "best": "if only the best reason and the best objection counted",
    "dfquad": "if each further reason added less (DF-QuAD)",
    "premises": "if what shares a premise counted once",
}


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
            yield NO_ANSWER
        case 1:
            yield from words.only_answer()
        case _:
            yield from words.several_answers()


class IssueWording:
    """The sentences of a verdict, by what each is about; ``write`` gives a claim's name in quotation marks."""

    def __init__(self, verdict: IssueFacts, write: Callable[[Index, str], str] = call) -> None:
        self.verdict, self.index, self.ranking = verdict, verdict.index, verdict.ranking
        self.write = write
        self.speakers = LiveSpeakers(self.index, verdict.issue)
        balances, arguments = verdict.balances.values(), self.index.arguments
        live = [n for b in balances for n in (*b.pros, *b.cons) if n in arguments]
        self.uneven = any((b.pro_low, b.con_low) != (len(b.pros), len(b.cons)) for b in balances)
        self.weighed = any(arguments[n].weight is not None for n in live)

    def only_answer(self) -> Iterator[str]:
        (answer,) = self.ranking.answers
        balance = self.verdict.balances[answer.claim]
        yield self.head()
        yield f"It {WORD_FORMS[balance.word].verb}: {tell_balance(self.index, balance)}."
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
            yield (
                "Take care: who leads hangs on steps that the map added. "
                f"With the source's own steps {self.without()} {self.tell_leaders(v.own)} ({self.ratios(v.own)})."
            )
        others = name_others(self.ranking.leaders, v.ways)
        if others:
            told = [
                f"{' or '.join(WAYS[way.way] for way in same)}, {self.tell_counted(leaders, supposed=True)}"
                for leaders, same in groupby(others, key=lambda way: way.leaders)
            ]
            yield (
                "Take care: who leads depends on how reasons are added up. Counted, "
                f"{self.tell_counted(self.ranking.leaders)}; {'; '.join(told)}."
            )

    # Who leads, and by what.

    def head(self) -> str:
        ranking, first = self.ranking, self.ranking.leader
        if not ranking.answers:
            return NO_ANSWER
        if len(ranking.answers) == 1:
            return f"{self.call(ranking.answers[0])} is the only answer, so there is nothing to compare it with."
        if first is None:
            return f"{self.names(ranking.leaders)} are level in this map: {self.why_level()}."
        v = self.verdict
        how = "leads narrowly" if v.narrowly_ahead else "leads clearly" if v.clearly_ahead else "leads"
        told = f"{self.call(first)} {how} in this map: {tell_counts(self.verdict.balances[first.claim])}."
        if not first.pro and first.margin <= 0:
            told += " Nothing stands for it; it leads because more is open against the others."
        elif first.margin < 0:
            told += " More is open against it than stands for it; the others are further behind."
        return told

    def why_level(self) -> str:
        balances = [self.verdict.balances[c] for c in self.ranking.leaders]
        told = list(dict.fromkeys(map(tell_counts, balances)))
        if len(told) > 1:
            margin = self.ranking.answers[0].margin
            return f"what stands for each, less what is open against it, comes to the same ({margin:g})"
        every = "each" if len(balances) > 2 else "either"
        if not any(b.pros or b.cons for b in balances):
            return f"no reason stands for {'any' if len(balances) > 2 else 'either'}, and no objection is open"
        return f"for {every}, {told[0]}"

    def freedom(self) -> str:
        """Which answers have no open objection, and for which of them no reason stands either."""
        balances = [self.verdict.balances[a.claim] for a in self.ranking.answers]
        free = [b for b in balances if not b.cons]
        if not free:
            return "Every answer has an open objection."
        if len(free) == len(balances) or any(b.unresolved_cons for b in balances):
            return ""
        if self.ranking.leader and [b.claim for b in free] == [self.ranking.leader.claim]:
            return "It alone has no open objection."
        return self.tell_free(free, reasoned=all(b.pros for b in balances if b.cons))

    def tell_free(self, free: Sequence[Balance], *, reasoned: bool) -> str:
        """Which answers have no open objection; ``reasoned`` tells that a reason stands for every other answer."""
        bare = self.names([b.claim for b in free if not b.pros])
        names = f"{self.names([b.claim for b in free])} {'has' if len(free) == 1 else 'have'}"
        if any(b.pros for b in free):
            return f"Only {names} no open objection{f', and no reason stands for {bare}' if bare else ''}."
        if reasoned:
            return f"Every answer with a reason for it has an open objection; {names} neither."
        return f"Only {names} no open objection, and no reason either."

    def order(self) -> Iterator[str]:
        """By what the answers are ranked, with what that comes to for each; nothing where nothing is live."""
        answers = self.ranking.answers
        if not any(a.pro or a.con for a in answers):
            return
        margins = [f"{a.margin:g}" for a in answers[:LISTED]] + ["…"] * (len(answers) > LISTED)
        ties = any(a.margin == b.margin and a.pro != b.pro for a, b in pairwise(answers))
        told = "reasons that stand less objections that are open"
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
            return tell_written(standard, self.names(claims), judged[claims[0]].outcome or "")
        told = [f"{self.names(c)} {tell_outcome(outcome, len(c))}" for outcome, c in by.items() if c]
        if not by["holds"] and not by["open"]:
            told = ["none holds" if len(by["fails"]) > 1 else "it does not hold"]
        whose = " that the map writes" if every else f", which the map writes for {self.names(claims)}"
        term = STANDARD_TERMS[standard]
        return f"By the standard {quoted(term.label)}{whose if written else ''} ({term.means}): {'; '.join(told)}."

    # What would turn it.

    def turns(self) -> Iterator[str]:
        turning, ranking = self.verdict.turning, self.ranking
        if ranking.leader is None and not self.verdict.rivals:
            yield "Nothing in the map says that they exclude each other, so they may hold together."
        if ranking.leader is not None:
            # Fewer will do where the leader, once it falls, no longer strikes its rivals.
            alone = ", all else being as it is" if self.verdict.rivals else ""
            yield f"{self.call(ranking.leader)} leads until {self.until(ranking.leader)}{alone}; {self.then()}."
        change = "would change who leads" if ranking.leader else "would part them"
        hinges = turning.hinges
        if hinges:
            shown = [f"{self.names([h.claim])} (then {self.tell_level(h.leaders)})" for h in hinges[:NAMED]]
            more = f"; … and {len(hinges) - NAMED:,} more" if len(hinges) > NAMED else ""
            which = "One claim" if len(hinges) == 1 else f"Any one of {len(hinges):,} claims"
            yield f"{which} {change} if it were set aside: {'; '.join(shown)}{more}."
        elif turning.tried:
            yield f"No single claim {change} if it were set aside."
        yield from self.unseats()
        if not turning.exact:
            yield f"For that only the nearest {turning.tried:,} of {turning.candidates:,} claims were tried."

    def unseats(self) -> Iterator[str]:
        """Without which claims the answer that leads still does, and stands no longer."""
        turning = self.verdict.turning
        if turning.unseating:
            shown = [self.names([c]) for c in turning.unseating[:NAMED]]
            rest = len(turning.unseating) - NAMED
            more = f"; … and {rest:,} more" if rest > 0 else ""
            which = "this claim" if len(turning.unseating) == 1 else "any one of these"
            yield f"Without {which} it leads still, but no longer stands: {'; '.join(shown)}{more}."

    def until(self, leader: RankedAnswer) -> str:
        turning = self.verdict.turning
        if turning.objections:
            like = turning.objections[0]
            named = tell_premises(self.index, like.id, self.write)
            parts = [
                _stand(like.more, "more objection", f" to it{f' as heavy as {named}' if self.uneven else ''}")
            ]
        else:
            heavy = " of weight 1" if self.uneven else ""
            parts = [_stand(-int(-self.ranking.margin // 1), "objection", f" to it{heavy}")]
        reasons, least = len(self.verdict.balances[leader.claim].pros), turning.least_reasons
        if least is not None:
            own = "its one reason" if reasons == 1 else f"{least:,} of its {counted(reasons, 'reason')}"
            if 1 < least == reasons:
                own = "both its reasons" if reasons == 2 else f"all its {reasons:,} reasons"
            parts.append(f"{own} {'goes' if least == 1 else 'go'}")
        return ", or ".join(parts)

    def then(self) -> str:
        """Which answers come level with the one that leads; where steps weigh unlike ones, they may pass it."""
        ranking = self.ranking
        second = [a.claim for a in ranking.answers if ranking.runner_up and a.margin == ranking.runner_up.margin]
        passed = " or ahead" if self.uneven else ""
        return f"then {self.names(second)} {'is' if len(second) == 1 else 'are'} level with it{passed}"

    def unsettled(self) -> Iterator[str]:
        if self.verdict.settled:
            return
        waiting = {n for b in self.verdict.balances.values() for n in (*b.unresolved_pros, *b.unresolved_cons)}
        rivals = [a.claim for a in self.ranking.answers if a.claim in waiting]
        if len(rivals) > 1 and waiting <= set(rivals):
            both = "both" if len(rivals) == 2 else "all"
            yield f"{self.names(rivals)} exclude each other, and the map leaves {both} unresolved."
        else:
            yield "Some reasons or objections are unresolved; how they come out could change who leads."

    # Whose steps it rests on, and other ways to count.

    def own_steps(self) -> Iterator[str]:
        own = self.verdict.own
        if own and len(self.ranking.answers) == 1:
            yield f"With the source's own steps {self.without()}: {self.ratios(own)}."
        elif own and not self.verdict.hangs_on_added_steps:
            same = f"it leads as well{self.unlike()}" if self.ranking.leader else "they are level as well"
            yield f"With the source's own steps {self.without()} {same}: {self.ratios(own)}."

    def unlike(self) -> str:
        """What the answer that leads comes to by the source's own steps, where that is another word."""
        leader = self.ranking.leader
        if leader is None or self.verdict.own_words[leader.claim] is self.verdict.balances[leader.claim].word:
            return ""
        return f", but {WORD_FORMS[self.verdict.own_words[leader.claim]].verb}"

    def without(self) -> str:
        """How many steps the map added, in brackets: so it is told what the source's own steps are."""
        added = self.verdict.added_steps
        direct = sum(
            a.id in self.index.added for answer in self.ranking.answers for a in self.index.on[answer.claim]
        )
        beneath = (
            (f", {added - direct:,} of them further down" if direct else " further down") if direct < added else ""
        )
        return f"(without the {added:,} that the map added{beneath})"

    def other_counts(self) -> Iterator[str]:
        ours = self.ranking.leaders
        for way in self.verdict.ways:
            if set(ours) < set(way.leaders) and way.way == "best" and not self.weighed:
                level = self.tell_level(way.leaders, supposed=True)
                yield f"Nobody weighed the reasons, so by the best on each side alone {level}."
            elif set(ours) < set(way.leaders):
                told = f"{WAYS[way.way]}, {self.tell_level(way.leaders, supposed=True)}."
                yield f"{told[0].upper()}{told[1:]}"
        grouped = self.verdict.grouped
        if set(grouped.leaders) == set(ours) and _order(grouped) != _order(self.ranking):
            yield f"Counting what shares a premise once changes the places behind: {self.ratios(grouped)}."

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
            named[NAMED:] = [f"{len(named) - NAMED:,} others"]
        return joined(named)

    def tell_leaders(self, ranking: Ranking) -> str:
        return self.tell_level(ranking.leaders)

    def tell_level(self, leaders: Sequence[str], *, supposed: bool = False) -> str:
        """Who leads, or would lead: "“A” leads", "both would be level"."""
        leads, are = ("would lead", "would be") if supposed else ("leads", "are")
        if len(leaders) == 1:
            return f"{self.names(leaders)} {leads}"
        if len(leaders) == len(self.ranking.answers):
            return f"{'both' if len(leaders) == 2 else 'all'} {are} level"
        return f"{self.names(leaders)} {are} level"

    def tell_counted(self, leaders: Sequence[str], *, supposed: bool = False) -> str:
        """The same, with what is live for and against the one that leads."""
        alone = next((a for a in self.ranking.answers if list(leaders) == [a.claim]), None)
        counts = f" ({alone.pro:g} to {alone.con:g})" if alone else ""
        return f"{self.tell_level(leaders, supposed=supposed)}{counts}"

    def ratios(self, ranking: Ranking) -> str:
        told = [f"{self.call(a)} {a.pro:g} to {a.con:g}" for a in ranking.answers[:NAMED]]
        more = len(ranking.answers) - NAMED
        return ", ".join(told) + (f", … and {more:,} more" if more > 0 else "")


def _stand(number: int, noun: str, which: str) -> str:
    return f"{counted(number, noun)}{which} {'stands' if number == 1 else 'stand'}"


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
