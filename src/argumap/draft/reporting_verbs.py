"""A reporting verb in its sentence: whether it says anything there, how, and whether a clause tells what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from argumap.draft.cue_words import either
from argumap.draft.frames import Frame, tidy
from argumap.draft.quotations import MASK
from argumap.model import Act

if TYPE_CHECKING:
    from argumap.draft.cue_words import CueWords

# More words between a verb and its clause are no longer those who are told it.
MOST_ADDRESSED = 6
MOST_TOLD = 10


@cache
def _by_whom(words: CueWords) -> re.Pattern[str]:
    by, that = either(words.by), either(words.complementisers)
    return re.compile(rf"\s+(?:{by})\s+(?P<who>[^,;:\x00]{{3,80}}?)(?=,?\s+(?:{that})\b)", re.IGNORECASE)


@cache
def _bare_clause(words: CueWords) -> re.Pattern[str]:
    first = rf"(?:{either(words.determiners - words.complementisers)})\s+[\w'-]+|(?-i:[A-Z])[\w'-]*"
    inside = either(words.relative | words.complementisers | words.infinitive | words.shared | words.speech.keys())
    pronouns = either(words.vague - words.complementisers)
    return re.compile(
        rf"\s+(?:{pronouns})\s+(?:[\w']+\s+)?(?:{either(words.finite)})\b|\s+(?:{first})(?:\s+(?!(?:{inside})\b)[\w'-]+){{0,5}}?\s+(?:{either(words.finite)})\b",
        re.IGNORECASE,
    )


@dataclass(frozen=True)
class ReportingVerb:
    """A reporting verb in its sentence; ``masked`` is the sentence with what is quoted made unreadable."""

    text: str
    masked: str
    match: re.Match[str]
    words: CueWords

    @cached_property
    def before(self) -> str:
        return self.masked[: self.match.start()]

    @cached_property
    def after(self) -> str:
        return self.masked[self.match.end() :]

    @cached_property
    def form(self) -> str:
        """The form as the cue words have it; of a verb in two parts its last word."""
        return " ".join(self.match["verb"].casefold().split()[-1 if self.match["perfect"] else 0 :])

    @property
    def in_relative_clause(self) -> bool:
        """Whether it only says what somebody is: in *the board, which has complained* it does not govern."""
        return self.before.rstrip().rpartition(" ")[2].casefold() in self.words.relative

    @property
    def is_noun(self) -> bool:
        """Whether it is the noun of that form: *warned of protests*, *the ICS report warns*."""
        before = self.before.rstrip().rpartition(" ")[2].casefold()
        owners = self.words.articles | self.words.possessives | self.words.belonging | self.words.of_one
        if self._stands_before_noun(before):
            return True
        counted = before.isdigit() and self.form.startswith("votes")
        if counted or (self.form in self.words.noun_forms and (before in owners or before.endswith(("'s", "s'")))):
            return True
        if self._is_in_name or self._is_adjective:
            return True
        if self.match["helpers"].strip() or self.form in self.words.stances:
            return False
        following = self.after.split(maxsplit=1)[:1]
        plural_or_base = not self.form.endswith("ed") and self.form in self.words.noun_forms
        verb_behind = following != [] and following[0].casefold() in self.words.speech.keys() | self.words.finite
        return plural_or_base and (before in self.words.places - {"on", "in"} or verb_behind)

    def _stands_before_noun(self, before: str) -> bool:
        """Whether nobody does it: *the mayor's repeated plea*, *their calls*, *failed as predicted*."""
        if before in self.words.as_words:
            return self.form.endswith("ed")
        apart = self.words.verb_first or self.words.noun_capitals or self.words.drops_subject
        if apart or self.match["helpers"].strip() or not self.after[:1].isspace() or self.form.endswith("ing"):
            return False
        owned = before.endswith(("'s", "s'")) and before.partition("'")[0] not in self._after_all
        return owned or before in {"a", "an", "the", *self.words.possessives, *self.words.belonging}

    @property
    def _after_all(self) -> frozenset[str]:
        """Words behind which *'s* is a verb: *she's said*."""
        return self.words.pronouns | self.words.group_pronouns | self.words.what | self.words.vague

    @property
    def _is_in_name(self) -> bool:
        """Whether it has a capital within its sentence, as in *the Public Policy Think Tank*."""
        led = self.before.rstrip()
        return bool(led) and led[-1] not in f":{MASK}" and self.match["verb"][0].isupper()

    @property
    def _is_adjective(self) -> bool:
        """Whether it stands between an article and its noun: *den ersten bestätigten Fall*."""
        if not (self.words.noun_capitals and self.form.endswith(("te", "ten"))):
            return False
        told = self.before.split()[-2:]
        opened = bool(told) and not {word.casefold() for word in told}.isdisjoint(self.words.determiners)
        return opened and told[-1].islower() and self.after[1:2].isupper()

    @property
    def is_infinitive(self) -> bool:
        """Whether it says nothing of what was said: *forgot to mention that*."""
        return self.before.rstrip().rpartition(" ")[2].casefold() in self.words.infinitive

    @property
    def may_report(self) -> bool:
        """Whether it reports in a way that does not tell surely who says what."""
        if self.is_unreal:
            return False
        following = self.after.split(maxsplit=1)[:1]
        bare = following != [] and following[0].casefold() in self.words.subjects | self.words.determiners
        zero = bare and self.form in self.words.human & self.words.with_that
        quotes = bool(re.match(r"[^;\x00]{0,40}[,:]?\s*\x00", self.after)) and not self.in_relative_clause
        return self.calls_names or zero or quotes or self._is_between or self._hangs_on_noun or self._is_parted

    @property
    def _is_parted(self) -> bool:
        """Whether a comma alone parts it from what may be said: *The President said, the bridge was safe*."""
        behind = re.match(r",\s+([\w'-]+)", self.after)
        opens = behind is not None and behind[1].casefold() in self.words.subjects | self.words.articles
        led = self.before.rstrip().endswith(",") or not self.before.strip()
        return opens and not led and self.form in self.words.sayings

    @property
    def _hangs_on_noun(self) -> bool:
        return self.in_relative_clause and self.opens_clause

    @property
    def _is_between(self) -> bool:
        """Whether it stands before its subject between commas: *The light, says the old fisherman, …*."""
        between = self.before.rstrip().endswith(",") and re.match(r"\s+[^,;:.\x00]{2,60},", self.after)
        return bool(between) and self.form in self.words.human

    @property
    def calls_names(self) -> bool:
        """Whether somebody is quoted for a word alone: *called it “a farce”*."""
        return self.form in self.words.calling and MASK in self.after.partition(";")[0]

    @property
    def opens_clause(self) -> bool:
        """Whether what is said stands behind it as a clause."""
        return self.clause() is not None

    @property
    def denied(self) -> bool:
        helpers = self.match["helpers"].casefold().split()
        return self.form in self.words.denied or any(helper in self.words.deniers for helper in helpers)

    @property
    def says_nothing(self) -> bool:
        """Whether nothing is said: *it did not say whether …*, *a milkman accused of …*, *called it “a farce”*."""
        participle = re.match(rf"\s+(?:{either(self.words.by)}|of)\b", self.after, re.IGNORECASE)
        if self.is_unreal or self._goes_on_to_do or self.is_bare_attitude or self._only_calls:
            return True
        if participle and self.form.endswith("ed") and not self.agent and not self.is_copular:
            return True
        return self.leaves_unsaid or self._tells_how or self._says_little or self._represents

    @property
    def _only_calls(self) -> bool:
        """*Called the pier*, which judges nothing; *praised the pier* does."""
        return self.form in self.words.calling - self.words.stances and not self.judges

    @property
    def _goes_on_to_do(self) -> bool:
        """*She went on to win*."""
        following = self.after.split(maxsplit=1)[:1]
        return self.form.endswith(" on") and following != [] and following[0] in self.words.infinitive

    @property
    def _represents(self) -> bool:
        """*She speaks for the pilots' association*: that is who she is."""
        if self.form not in self.words.represents:
            return False
        told = re.split(r"[,.;:]", self.after.casefold(), maxsplit=1)[0].split()
        ends = next((n for n, word in enumerate(told) if n and word in self.words.places), len(told))
        return bool(told[:ends]) and told[ends - 1] in self.words.bodies | self.words.companies

    @property
    def is_unreal(self) -> bool:
        """Whether nobody has said it: *he might have added that*, *schools should offer*."""
        helpers = " ".join(self.match["helpers"].casefold().split())
        return bool(self.words.unreal.search(helpers))

    @property
    def _says_little(self) -> bool:
        """*The union wants many things*: which, stays unsaid."""
        return (self.says_all or self.form in self.words.sayings) and bool(
            self.words.says_little.match(self.after)
        )

    @property
    def opens_bare_clause(self) -> bool:
        """Whether a noun and its verb stand behind it, and no *that*: *fears the bank will give way*."""
        return bool(_bare_clause(self.words).match(self.after))

    @property
    def is_bare_attitude(self) -> bool:
        """Whether it is an adjective and nobody is said to be so: *certain* of *a certain age*."""
        verb = self.form in self.words.with_that and self.opens_clause  # Others worried that …
        return self.form in self.words.attitudes and not (self.is_copular or verb)

    @property
    def _tells_how(self) -> bool:
        """*Ines told me where they come from*: that something was said, and not what."""
        if self.form not in self.words.unsaid:
            return False
        whom = either(self.words.objects)
        return bool(re.match(rf"(?:\s+(?:{whom}))?\s+(?:{either(self.words.what)})\b", self.after, re.IGNORECASE))

    @property
    def leaves_unsaid(self) -> bool:
        """*Limited to whom, they did not say*."""
        helpers = self.match["helpers"].casefold().split()
        return self.form in self.words.unsaid and any(helper in self.words.deniers for helper in helpers)

    @property
    def _says_likewise(self) -> bool:
        """Whether they say so, and no more: *the trustees think so*."""
        told = rf"\s+(?:{either(self.words.likewise)})(?=\s*[,.;]|\s*$)"
        return bool(re.match(told, self.after, re.IGNORECASE))

    @property
    def takes_stand(self) -> bool:
        """Whether it takes a thing and no clause: *opposes the plan*, *fears a fire*, *is against it*."""
        if self.form in self.words.calling:
            return True
        stands = self.form in self.words.stances and bool(self.after.strip(" .!"))
        return stands and not self.opens_clause and not self.takes_clause()

    @property
    def judges(self) -> bool:
        """Whether it says what somebody holds a thing for: *called it “a farce”*, *dismissed it as a farce*."""
        if self.form.startswith("call") and re.match(
            r"\s+(?=[a-z])(?:[\w'-]+\s+){1,5}?(?:an?|too|not|one of the)\s+\w", self.after
        ):
            return True
        as_what = rf"[^;,:]{{2,80}}?\s(?:{either(self.words.as_what)})\s"
        return self.calls_names or bool(re.match(as_what, self.after, re.IGNORECASE))

    @property
    def _has_copula(self) -> bool:
        return any(helper in self.words.passive for helper in self.match["helpers"].casefold().split())

    @property
    def is_copular(self) -> bool:
        """Whether it says how sure somebody is: *is adamant that*."""
        return self.form in self.words.attitudes and self._has_copula

    @property
    def is_passive(self) -> bool:
        return self._has_copula and self.form not in self.words.attitudes | self.words.ongoing

    @property
    def is_progressive(self) -> bool:
        """Whether somebody is saying it: *is demanding a refund*, *he's claiming that*."""
        contracted = self.before.rstrip().endswith(("'s", "'re"))
        return self.form in self.words.ongoing and (self._has_copula or contracted)

    @cached_property
    def agent(self) -> str:
        """Who does it in the passive: *it was proposed by Cllr Pryce that …*."""
        told = "being" in self.match["helpers"].casefold().split()  # being told by people that he ought to …
        found = _by_whom(self.words).match(self.after) if self.is_passive and not told else None
        return self.words.also_by.sub("", found["who"]) if found else ""

    def frame(self, subject: str, content: str, rule: str, *, impersonal: bool = False) -> Frame:
        cue = " ".join(self.match[0].split())
        at = self.match.start()
        return Frame(
            subject,
            cue,
            self.words.speech.get(self.form, Act.ASSERTS),
            tidy(content),
            rule,
            at,
            impersonal=impersonal,
            named_only=self.takes_stand,
            human=self.form in self.words.human,
        )

    @property
    def says_all(self) -> bool:
        """Whether the whole sentence tells what is said, as no clause of it does."""
        asks = self.form in self.words.whole and not (self.form in self.words.with_that and self.opens_clause)
        goes_on = self.is_progressive and self.form not in self.words.wordy and not self.opens_clause
        return self._says_likewise or self.denied or asks or goes_on or self.takes_stand or self._opens_infinitive

    @property
    def _opens_infinitive(self) -> bool:
        """*Afirman haber presentado*, *assure ne pas avoir vu*: they speak of themselves."""
        romance = self.words.verb_first and not self.words.noun_capitals and self.form in self.words.human
        return romance and bool(
            re.match(
                r"\s+(?:no\s+|ne\s+pas\s+)?(?:haber|estar|tener|ser|avoir|être|vouloir|pouvoir)\b", self.after
            )
        )

    def clause(self) -> re.Match[str] | None:
        """What opens the clause that is said, with whom it is said to as the group ``whom``."""
        that = either(self.words.complementisers)
        told = ",|:" if self.words.noun_capitals else ":(?!$)"  # sagte, man müsse warten
        opening = (
            rf"(?P<whom>(?:\s+[^,;:\x00]{{1,60}}?)??)(?P<that>,?\s+(?:{that})\b(?!\s*[,.;]|$)|[,:]?\s*\x00|{told})"
        )
        found = re.match(opening, self.after, re.IGNORECASE)
        addressed = len(found["whom"].split()) if found and not self.agent else 0
        if addressed and self.form in self.words.stances - self.words.telling and not self.quotes_next(found):
            return None  # rejected the claim that …
        inside = bool(found and addressed) and self._is_inside(found["that"] if found else "")
        most = MOST_TOLD if self.form in self.words.telling else MOST_ADDRESSED
        return found if addressed <= most and not inside else None

    def _is_inside(self, opening: str) -> bool:
        """Whether what may open the clause stands in it: *says it has “no future”*, *thinks it is money: …*."""
        mark = opening.strip()[:1]
        if self.words.verb_first or self.form in self.words.telling or mark not in {":", MASK}:
            return False
        quotes = MASK in opening
        return (mark == MASK) == quotes and self.form not in self.words.with_that

    def quotes_next(self, found: re.Match[str] | None) -> bool:
        return found is not None and MASK in found["that"]

    def takes_clause(self) -> bool:
        if self.form in self.words.ongoing:
            return self.is_progressive and self.opens_bare_clause
        if self.form not in self.words.with_that | self.words.stances:
            return bool(re.match(r"\s+[\w“\"]", self.after))
        if self.opens_bare_clause:
            return True
        sure = self.is_copular and self.form not in self.words.stances
        opening = self.words.subjects | (self.words.determiners if sure else frozenset())
        return self.after.split(maxsplit=1)[:1] != [] and self.after.split()[0] in opening
