"""By which words a language tells who says what: one file a language beneath ``cues``, named after its code."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields, replace
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeAlias

from argumap.model import Act

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Any: what TOML holds is told apart when the words are made of it.
_Toml: TypeAlias = "Mapping[str, Any]"


@dataclass(frozen=True, eq=False, repr=False)
class CueWords:
    """The words of a language that show who speaks and what a sentence does, all in small letters.

     ``speech`` gives the act of each form of a reporting verb (*said*); those of ``with_that`` report only before
    one of ``complementisers`` or a quotation (*found that*). What is ``denied`` is told by the whole sentence, as
    its clause says the contrary, and so is what has no clause (``whole``: *speaks of*); ``stances`` have none
    either, and are believed of whoever has a name only (*ruled out*). Those of ``nouns`` are verbs behind a short
    subject only (*tuned on clinical notes*). ``perfect`` matches reporting verbs in two parts (*hat ihm
    vorgeworfen*). ``helpers`` may stand between subject and verb (*has*, *also*); ``deniers`` among them deny it,
    with one of ``passive`` nobody is named, who is called ``nobody`` then. ``sources`` open a sentence, or end
    one, by naming who says it (*according to*). Where a language has ``verb_first`` the verb may stand before its
    subject without a quotation; with ``drops_subject`` it may have none (*«…», añadió*), and then goes on with
    whoever spoke; with ``noun_capitals`` all its nouns are written like names, so that a name is
    told by a first one or a word beside it.

     Before one of ``subjects`` a clause needs no complementiser (*claims there are*); ``clitics`` are pronouns
    tied to their verb (*dit-elle*). Behind one of ``as_words`` somebody says what the author says too (*as the
    town found out*). ``vague`` words open what leans on the sentence before, ``proposals`` are in the cue of what
    can be seconded; one of ``finite`` makes a sentence of a short opening. ``clauses`` are the conjunctions behind
    a comma that begin a clause of its own, ``shared`` those behind which a verb may share the subject before. No
    report is what hangs on a word of ``conditions`` (*if*, *whether*), nor what somebody of ``negative`` says
    (*nobody*). ``emphatic`` words are left out behind a name (*itself*).

     The subject of a ``human`` verb is somebody, whatever the noun (*the caretaker warned*), unless it is one
    of ``things`` that are written (*the law*). What is denied by an ``unsaid`` one is left unsaid (*did not say
    whether*); ``calling`` ones quote a word (*called it “a farce”*), and whose it is stays open; behind
    ``telling`` ones one of ``objects`` is who is told (*told me*). ``ongoing`` forms report only before a
    clause or a quotation (*arguing that*); ``likewise`` words stand for what is said (*think so*), ``when``
    ones tell when (*she said today*). A clause that is one of somebody's ``view_nouns`` is what they say (*her
    fear is that*); ``of_one`` words own a noun for one person (*his*), ``addressed`` ones are whoever speaks
    (*me*), ``addressees`` ones whoever is spoken to. ``whether`` asks what is announced, ``debated`` is the
    question where none is known. ``interviewee`` is called so who answers in an interview
    that does not say who it is with, as ``interviewed`` phrases would; ``own_position`` opens what somebody
    holds themselves (*in my view*); ``participles`` lead up to the subject (*opening the debate*).

     An ``attitude`` says with a form of *to be* how sure somebody is (*is adamant that*); whoever ``judged``
    something stands behind it in the passive (*mocked by critics*), whoever has ``seen`` it so before one of
    ``as_what``; ``puts`` lead to a view noun (*tabled a proposal that*). A question word of ``what`` opens
    *what she fears is* before one of ``holding``, or one of ``striking`` before whom it strikes; with
    ``putting`` words *as she puts it*, with ``for_words`` *for her*. What one of ``supposing`` helps is not
    said. Verbs of ``sayings`` tell words and no thoughts. ``infinitive`` stands before a verb that nobody did,
    ``called`` before a name (*an engineer called Brook*), ``particles`` end a verb in two parts. Of a debate
    goes on in the past what has words of ``backshift`` and none of ``present_tense``.

     ``articles`` open a noun, ``definite`` words one that was named before, ``indefinite`` ones one that was not;
    ``inside`` are the small words inside a name (*Polytechnic of Varn*), of which those of ``body_links`` are not
    in a person's. ``owner`` ends a name that owns what follows (*Ashgrove's*), ``belonging`` words own it for whom
    was named before (*its*), ``possessives`` for whoever speaks (*my*), ``yours`` for whoever is spoken to:
    ``of_owner`` says whose it is then.
    ``plurals`` matches nouns for several people, ``companies`` are words for an organisation that was named
    before. ``male`` and ``female`` words, and roles with one of ``female_endings``, tell whom *he* and *she* may
    mean. ``male_names`` and ``female_names`` are given names that tell it. ``people_relative`` and
    ``body_relative`` go on after a person's name and an organisation's. An ``ongoing`` verb that is ``wordy`` says
    nothing without its clause; ``adverbs`` may stand before a verb.

     ``pronouns`` stand for a person, ``group_pronouns`` for several or for an organisation, ``many`` of
    them for several alone, ``first_person`` is
    whoever speaks anyway. What a name means is told by the words beside it: ``titles`` go before a person's
    (*Dr*), as what ends like one of ``offices`` does, ``roles`` are what people are (*chairman*), as is what has
    one of ``role_endings``, ``bodies`` what organisations are (*council*), of which ``publics`` are no companies,
    ``crowds`` nobody in particular (*critics*). ``papers`` are documents, which say
    what whoever wrote them says; ``by`` leads to their author. ``determiners`` may open a phrase that is no name
    (*the*, *some*); ``joiners`` and ``openers`` may come before the subject (*but*, *in*), ``relative`` words go
    on after it (*who*), as words of ``places`` do (*from Harl*). ``calendar`` has the words with a capital that
    name nobody, of which ``calendar_names`` are somebody's name behind another (*Anna May*);
    ``regions`` tell behind a comma where a place is (*Dover, Delaware*).

     The rest are patterns. ``in_favour`` and ``against`` match headings that set out a side, what it is about
    being one of their groups, ``presented`` those of them that only present it. ``reasons`` open a sentence that
    gives a reason for the one before, ``conclusions`` one that follows from it, ``objections`` one that denies it
    (*that is not true*). ``questions`` announces a debate, with what it asks as the group ``of``. ``idle`` matches
    what states nothing (greetings, thanks, procedure), ``byline`` what names the author as the group ``who``.
    ``idle_talk`` matches what states nothing in a conversation (*that is a good question*), ``continued`` a
    sentence whose verb says that somebody else's words go on in it (*das Dach sei undicht*), as
    ``continued_there`` does in a text that says nothing of its own. ``own_view`` opens a
    sentence by naming who sees it so, as the group ``who`` (*in her view*); ``seconded`` says that somebody, the
    group ``who``, stands by what was proposed before, ``also_by`` and
    ``seconded_within`` that after who moved it; ``opposed`` that they
    stand against it. ``impersonal`` opens what nobody named says; ``resolved`` opens what a meeting decides, whom
    ``meeting`` names; what opens with a word of ``minutes`` is the record of one. ``dateline`` is the place that
    opens a news report. ``aside`` are words between commas that tell nothing of either (*, however,*),
    ``agreed`` and ``disagreed`` say that somebody, a group of it, stands by what was said before or against it,
    and no more; ``introduced`` that somebody has the word. ``asked`` matches a question that is reported,
    ``story`` what somebody lived through, ``aged`` *the 54-year-old*, ``unsure_who`` what is said at a meeting
    by nobody in particular. ``debate`` are words of one; of a press release ``press`` are the words, and
    ``about`` names the issuer as the group ``who``. ``interviewer`` labels of whoever asks, ``answerer`` of
    whoever is asked; an answer that ``affirms`` or ``denies`` says yes or no alone. A question ``puts_to``
    somebody what they want (*you'd abolish it*); ``attendance`` opens the list of
    those at a meeting, ``outcomes`` are labels of what it decides;
    ``says_little`` is an object by which nothing is said (*wants
    many things*). Of the press: ``own_paper`` is the paper itself, ``no_comment`` that somebody says nothing,
    ``plans`` opens what a plan provides, ``judging`` are turns that judge without a clause (*puts it down to*),
    ``to_whom`` is *, to Mr Wroe,*; ``we_met`` and ``we_asked`` are whom the author spoke to. ``made`` are what
    is done to a document, ``same_roles`` roles that mean one, divided by strokes, ``wordless`` verbs that say
    only beside a quotation (*shrugs*); ``person_endings`` and ``collectives`` tell nouns of somebody from those
    of things, ``no_demands`` stand behind a word of ``demands`` that demands nothing (*should like*),
    ``letters_behind`` stand behind a name (*QC*). ``demands`` are the words of what ought to be done.
    Before an organisation words that ``represents`` has tell only whose speaker somebody is. ``salutation``
    greets the editor at the beginning of a letter. ``auxiliaries`` make a phrase a clause,
    ``pasts`` end a subject (*stood*), ``signed`` leads to whoever put a name to a document,
    helpers that match ``unreal`` tell what nobody has done. ``quoted_as`` matches a subject whom somebody
    quotes, before the verb (*quotes the mayor as* saying).
    Where nouns have capitals ``fronted`` words may stand before a verb and its subject (*dazu*); ``parted`` are
    verbs in two parts with what is told between them (*gab … zu bedenken*), of which ``parted_whole`` ones say
    all of the sentence (*lehnt … ab*); ``said_before`` opens whose the quotation before was (*das sagte*),
    ``told_by`` matches what *wie* opens (*wie der Club mitteilt*), ``source_behind`` words stand behind a source
    (*zufolge*), ``tag_only`` ones report behind what is said alone (*so Roth*); ``of_whom`` leads to whose a noun
    is, ``subject_articles`` open a subject and no object, ``generic`` nouns mean somebody named before (*die
    Forscherin*).

    What is said in passing has more of some signs, and less of others, each with its ``points``: ``announcing``
    words lead to what comes (*objections*, *divided*), ``own_forms`` are further ones of whoever speaks,
    ``dating`` ones tell when something is or is to be (*tomorrow*, *meets*); what has ``numerals``, is
    ``weighing`` (*worse*), ``sweeping`` (*nobody*, *even*) or opens with a ``leaning`` word (*but*) is argued.
    """

    code: str
    speech: Mapping[str, Act]
    points: Mapping[str, int]
    with_that: frozenset[str]
    denied: frozenset[str]
    whole: frozenset[str]
    stances: frozenset[str]
    nouns: frozenset[str]
    human: frozenset[str]
    unsaid: frozenset[str]
    things: frozenset[str]
    objects: frozenset[str]
    telling: frozenset[str]
    of_one: frozenset[str]
    calling: frozenset[str]
    when: frozenset[str]
    likewise: frozenset[str]
    ongoing: frozenset[str]
    wordy: frozenset[str]
    addressed: frozenset[str]
    addressees: frozenset[str]
    view_nouns: frozenset[str]
    attitudes: frozenset[str]
    judged: frozenset[str]
    seen: frozenset[str]
    infinitive: frozenset[str]
    wordless: frozenset[str]
    letters_behind: frozenset[str]
    made: frozenset[str]
    same_roles: frozenset[str]
    we_met: re.Pattern[str]
    we_asked: re.Pattern[str]
    no_comment: re.Pattern[str]
    own_paper: re.Pattern[str]
    signed: re.Pattern[str]
    pasts: frozenset[str]
    tag_only: frozenset[str]
    generic: frozenset[str]
    told_by: re.Pattern[str]
    parted_whole: frozenset[str]
    said_before: re.Pattern[str]
    fronted: frozenset[str]
    parted: frozenset[str]
    source_behind: frozenset[str]
    of_whom: frozenset[str]
    subject_articles: frozenset[str]
    plans: re.Pattern[str]
    judging: re.Pattern[str]
    to_whom: re.Pattern[str]
    called: frozenset[str]
    as_what: frozenset[str]
    particles: frozenset[str]
    putting: frozenset[str]
    for_words: frozenset[str]
    sayings: frozenset[str]
    supposing: frozenset[str]
    puts: frozenset[str]
    holding: frozenset[str]
    striking: frozenset[str]
    what: frozenset[str]
    asked: re.Pattern[str]
    aged: re.Pattern[str]
    debate: re.Pattern[str]
    backshift: frozenset[str]
    press: re.Pattern[str]
    about: re.Pattern[str]
    agreed: re.Pattern[str]
    disagreed: re.Pattern[str]
    introduced: re.Pattern[str]
    present_tense: frozenset[str]
    story: re.Pattern[str]
    unsure_who: re.Pattern[str]
    complementisers: frozenset[str]
    helpers: frozenset[str]
    deniers: frozenset[str]
    adverbs: re.Pattern[str]
    passive: frozenset[str]
    nobody: str
    sources: frozenset[str]
    verb_first: bool
    drops_subject: bool
    noun_capitals: bool
    pronouns: frozenset[str]
    group_pronouns: frozenset[str]
    many: frozenset[str]
    first_person: frozenset[str]
    titles: frozenset[str]
    auxiliaries: frozenset[str]
    yours: frozenset[str]
    represents: frozenset[str]
    roles: frozenset[str]
    role_endings: frozenset[str]
    offices: frozenset[str]
    publics: frozenset[str]
    person_endings: frozenset[str]
    collectives: frozenset[str]
    bodies: frozenset[str]
    crowds: frozenset[str]
    papers: frozenset[str]
    by: frozenset[str]
    determiners: frozenset[str]
    joiners: frozenset[str]
    openers: frozenset[str]
    relative: frozenset[str]
    places: frozenset[str]
    calendar: frozenset[str]
    calendar_names: frozenset[str]
    regions: frozenset[str]
    demands: frozenset[str]
    no_demands: frozenset[str]
    subjects: frozenset[str]
    as_words: frozenset[str]
    vague: frozenset[str]
    finite: frozenset[str]
    female_endings: frozenset[str]
    proposals: frozenset[str]
    clitics: frozenset[str]
    clauses: frozenset[str]
    shared: frozenset[str]
    conditions: frozenset[str]
    negative: frozenset[str]
    emphatic: frozenset[str]
    articles: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    inside: frozenset[str]
    body_links: frozenset[str]
    belonging: frozenset[str]
    possessives: frozenset[str]
    companies: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]
    people_relative: frozenset[str]
    body_relative: frozenset[str]
    of_owner: str
    meeting: str
    interviewee: str
    whether: str
    debated: str
    in_favour: re.Pattern[str]
    against: re.Pattern[str]
    presented: re.Pattern[str]
    reasons: re.Pattern[str]
    conclusions: re.Pattern[str]
    objections: re.Pattern[str]
    agreements: re.Pattern[str]
    additions: re.Pattern[str]
    questions: re.Pattern[str]
    idle: re.Pattern[str]
    byline: re.Pattern[str]
    aside: re.Pattern[str]
    interviewer: re.Pattern[str]
    interviewed: re.Pattern[str]
    answerer: re.Pattern[str]
    affirms: re.Pattern[str]
    denies: re.Pattern[str]
    puts_to: re.Pattern[str]
    attendance: re.Pattern[str]
    outcomes: re.Pattern[str]
    says_little: re.Pattern[str]
    perfect: re.Pattern[str]
    idle_talk: re.Pattern[str]
    impersonal: re.Pattern[str]
    continued: re.Pattern[str]
    continued_there: re.Pattern[str]
    own_view: re.Pattern[str]
    participles: re.Pattern[str]
    own_position: re.Pattern[str]
    seconded: re.Pattern[str]
    seconded_within: re.Pattern[str]
    opposed: re.Pattern[str]
    also_by: re.Pattern[str]
    minutes: re.Pattern[str]
    quoted_as: re.Pattern[str]
    unreal: re.Pattern[str]
    own_forms: frozenset[str]
    announcing: frozenset[str]
    dating: frozenset[str]
    numerals: frozenset[str]
    weighing: frozenset[str]
    sweeping: frozenset[str]
    leaning: frozenset[str]
    salutation: re.Pattern[str]
    resolved: re.Pattern[str]
    dateline: re.Pattern[str]
    owner: re.Pattern[str]
    plurals: re.Pattern[str]

    def __repr__(self) -> str:
        return f"<CueWords {self.code}>"

    @property
    def known(self) -> bool:
        """Whether anything is known of how the language reports speech."""
        return bool(self.speech)

    @cached_property
    def verb_with_clitic(self) -> re.Pattern[str]:
        """A reporting verb and its pronoun (*dit-elle*): groups ``who`` or ``who_behind``, and ``verb``."""
        clitics, helpers = either(self.clitics), either(self.helpers)
        verbs = either({part for form in self.speech for part in (form, form.split()[-1])})  # a-t-elle ajouté
        return re.compile(
            rf"(?<![\w’'-])(?:(?:{helpers})-(?:t-)?(?P<who>{clitics})\s+)?(?P<verb>{verbs})(?(who)|-(?:t-)?(?P<who_behind>{clitics}))(?![\w-])",
            re.IGNORECASE,
        )

    @cached_property
    def noun_forms(self) -> frozenset[str]:
        """The forms of reporting verbs that are nouns as well: *report*, *claims*."""
        stems = {noun.rstrip("s") for noun in self.nouns | self.view_nouns | self.papers}
        return frozenset(form for form in self.speech if form.rstrip("s") in stems)

    @cached_property
    def own_words(self) -> frozenset[str]:
        """What whoever speaks says of themselves: *I*, *me*, *my*."""
        return self.first_person | self.possessives | self.addressed

    @cached_property
    def leading(self) -> frozenset[str]:
        """What may open a sentence before a name and is no part of it."""
        return self.openers | self.joiners | {source.split()[0] for source in self.sources}

    def learn(self, texts: Iterable[str]) -> CueWords:
        """With what organisations are called in a text by a word that ends like one: *Fahrgastverband*."""
        if not self.noun_capitals:
            return self
        endings = tuple(word for word in self.bodies if len(word) >= _SHORTEST_ENDING)
        found = {
            word
            for text in texts
            for word in text.casefold().replace(",", " ").replace(".", " ").split()
            for word in (word, word.removesuffix("s"), word.removesuffix("es"))
            if word.endswith(endings)
        }
        return replace(self, bodies=self.bodies | found) if found - self.bodies else self

    def is_proposal(self, cue: str) -> bool:
        """Whether by its cue a claim was put before a meeting."""
        return not self.proposals.isdisjoint(cue.casefold().split())

    def is_role(self, word: str) -> bool:
        """Whether a word says what somebody is."""
        folded = word.casefold().strip(".,")
        if self.noun_capitals and not folded.endswith(("in", "e", "er")):  # des Ingenieurs, dem Vorsitzenden
            bare = folded.removesuffix("s") if folded.endswith("s") else folded.removesuffix("n")
            if bare != folded and self.is_role(bare):
                return True
        last = folded.partition("-of-")[0].rpartition("-")[2]  # great-grandmother, vice-chair, mum-of-three
        return last in self.roles or any(folded.endswith(ending) for ending in self.role_endings)

    def has_title(self, phrase: str) -> bool:
        """Whether a phrase opens with a title or with what somebody is: *Mr Ankrah*, *chairman Leo Marsh*."""
        first = phrase.partition(" ")[0]
        return first.casefold().rstrip(".") in self.titles | self.determiners or self.is_role(first)

    @cached_property
    def verb(self) -> re.Pattern[str]:
        """A reporting verb with what stands between it and its subject: groups ``helpers`` and ``verb``."""
        helpers, verbs, perfect = either(self.helpers), either(self.speech), self.perfect.pattern
        adverbs = self.adverbs.pattern
        months = either(month.capitalize() for month in self.calendar_names)  # Ada May said
        return re.compile(
            rf"(?<![\w’'-])(?P<helpers>(?:(?!(?-i:{months})\b)(?:{helpers}|{adverbs})\s+){{0,5}})(?P<verb>{verbs}|(?P<perfect>{perfect}))(?:(?<=')|(?![\w’'-]))",
            re.IGNORECASE,
        )


# A shorter noun ends others by chance: *amt*, *rat*.
_SHORTEST_ENDING = 5
_NAMED = ("nobody", "of_owner", "meeting", "interviewee", "whether", "debated")
_TYPES = {each.name: str(each.type) for each in fields(CueWords)}
_PATTERNS = frozenset(name for name, kind in _TYPES.items() if kind == "re.Pattern[str]")
_LISTS = frozenset(name for name, kind in _TYPES.items() if kind == "frozenset[str]")


@cache
def get_cue_words(code: str) -> CueWords:
    """The cue words of a language by its code; where there is no file of it, none."""
    file = files("argumap.draft") / "cues" / f"{code}.toml"
    written: _Toml = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    speech = {form: Act(act) for act, told in written.get("speech", {}).items() for form in forms(told)}
    for name in ("with_that", "attitudes", "denied", "whole", "stances", "calling"):
        speech = dict.fromkeys(forms(written.get(name, "")), Act.ASSERTS) | speech
    # Any: the fields of three kinds, each made of its part of the file.
    told: dict[str, Any] = {name: frozenset(forms(written.get(name, ""))) for name in _LISTS}
    told |= {name: _compile(written.get(name, ())) for name in _PATTERNS}
    told |= {name: bool(written.get(name)) for name in ("verb_first", "drops_subject", "noun_capitals")}
    told |= {name: written.get(name, "") for name in _NAMED}
    return CueWords(code=code, speech=speech, points=written.get("points", {}), **told)


def _compile(parts: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in parts) or "(?!)", re.IGNORECASE)


def either(words: Iterable[str]) -> str:
    """A regular expression for any of some words or phrases, the longest first, whatever their white space."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered) or "(?!)"


def forms(words: str) -> tuple[str, ...]:
    """The words of a list; one with commas in it has phrases between them."""
    parts = words.split(",") if "," in words else words.split()
    told = [" ".join(part.split()) for part in parts if part.strip()]
    # In small letters a word with ß is looked for with ss: *Großvater*, *begrüßt*.
    return (*told, *(form.casefold() for form in told if "ß" in form))
