"""Whether a claim says what its passage says: figures, negations and names, alone, and in words of its own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from argumap.anchoring import LONGEST_OWN, TiedUnit, longest_shared_run
from argumap.assisted_draft.quotation_proof import find_denying, stands_in
from argumap.checks import CHECKS, Subject
from argumap.model import Act, ArgumentMap, Claim, Index
from argumap.text import Slugs, find_tokens, find_turned, normalise, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argumap.assisted_draft.proposals import ClaimProposal
    from argumap.assisted_draft.quotation_proof import QuotedPassage
    from argumap.draft import CueWords
    from argumap.text import Article

_MOST_CHARACTERS: Final = 400
_FEWEST_WORDS: Final = 3
_OWN: Final = 4
# Joiners within words, which some scripts cannot do without.
_JOINING: Final = frozenset("\u200c\u200d")
_DIGITS: Final = re.compile(r"\d+(?:[.,]\d+)*")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# These may open a sentence and mean nobody: *it is unfair that …*.
_IMPERSONAL: Final = frozenset({"it", "es", "il", "ello"})
_ALIKE: Final = ("LATIN", "CYRILLIC", "GREEK")


@dataclass(frozen=True)
class ClaimWording:
    """Judges the words of claims by an article; ``words`` are the cue words of its language."""

    article: Article
    words: CueWords

    def find_fault(self, proposal: ClaimProposal, passage: QuotedPassage) -> tuple[str, str] | None:
        """The first thing that is wrong with the words of a proposal, as a code and a hint; None if nothing is."""
        return next(self._faults(proposal, passage), None)

    def _faults(self, proposal: ClaimProposal, passage: QuotedPassage) -> Iterator[tuple[str, str]]:
        claim = proposal.claim
        for text in (claim, proposal.speaker, proposal.cue):
            if strange := find_strange(text):
                yield "strange-characters", f"write it without {strange}"
        found = tokens(claim)
        if len(claim) > _MOST_CHARACTERS or (len(found) < _FEWEST_WORDS and self.article.language.spaced):
            yield "not-a-sentence", f"write one whole sentence of at most {_MOST_CHARACTERS} characters"
        if claim.rstrip("\"”’'» ").endswith("?"):
            yield "not-a-sentence", "a claim states something; it does not ask"
        if pronoun := self._find_pronoun(claim):
            yield "not-standing-alone", f"say who or what “{pronoun}” is"
        yield from self._compare(proposal, passage)
        if unknown := self._find_unknown_name(claim):
            yield "name-not-in-article", f"“{unknown}” is named nowhere in the article; use its names"

    def _compare(self, proposal: ClaimProposal, passage: QuotedPassage) -> Iterator[tuple[str, str]]:
        if figures := self._find_unsaid_figures(proposal.claim, passage):
            yield "figures-differ", figures
        if negation := self._find_turn(proposal, passage):
            yield "negation-differs", negation
        run = longest_shared_run(proposal.claim, passage.text)
        if len(run) > LONGEST_OWN:
            yield "not-own-words", f"“{' '.join(run[:12])}” is copied; say it in your own words"
        elif len(find_tokens(normalise(proposal.claim))) >= _OWN and stands_in(
            proposal.claim.rstrip(".!"), passage.text
        ):
            yield "not-own-words", "the claim is the article's words; say it in your own"

    def _find_pronoun(self, claim: str) -> str:
        """A word of the claim that means somebody whom only the article names."""
        found: list[str] = _WORD.findall(claim)
        pointing = (self.words.pronouns | self.words.group_pronouns) - _IMPERSONAL
        if found and found[0].casefold() in pointing:
            return found[0]
        return next((word for word in found if word.casefold() in self.words.first_person), "")

    def _find_unsaid_figures(self, claim: str, passage: QuotedPassage) -> str:
        if self.article.language.figures is None:
            unsaid = set(_DIGITS.findall(claim)).difference(_DIGITS.findall(passage.text))
            return f"says {min(unsaid)}, and its passage does not" if unsaid else ""
        unit = TiedUnit(passage.at[0], passage.text, self.article.language)
        record = ArgumentMap(claims=(Claim("claim", claim),))
        subject = Subject(record, Index(record), lambda _: None, None, lambda _: [unit], self.article.language)
        found = [problem.message for problem in CHECKS["unsaid-figures"](subject)]
        return found[0].removeprefix("'claim' ") if found else ""

    def _find_turn(self, proposal: ClaimProposal, passage: QuotedPassage) -> str:
        """What one of claim and quotation denies and the other does not; what is disputed is denied by one."""
        language = self.article.language
        if not language.known or not language.spaced or proposal.act is Act.QUESTIONS:
            return ""
        ours, theirs = normalise(proposal.claim), passage.normal
        denied = find_denying(ours, language, self.words), find_denying(theirs, language, self.words)
        turned = find_turned(find_tokens(ours), find_tokens(theirs), language)
        if turned and not self._are_alike(proposal.claim, passage):
            turned = None  # texts of different things have words that are opposites by chance
        odd = bool((len(denied[0]) + len(denied[1])) % 2) is not bool(turned)
        if proposal.act is Act.DISPUTES:
            return "" if odd else "“disputes” is for a claim that the passage denies"
        if not odd:
            return ""
        if turned and not (denied[0] or denied[1]):
            return f"the claim says “{turned[0]}” where the passage says “{turned[1]}”"
        said = [*denied[0], *denied[1]][0]
        return f"“{said}” is in one of claim and quotation alone; say it as the passage does"

    def _are_alike(self, claim: str, passage: QuotedPassage) -> bool:
        ours, theirs = self._slugs.stems(claim), self._slugs.stems(passage.normal)
        return 2 * len(ours & theirs) >= len(ours)

    @cached_property
    def _slugs(self) -> Slugs:
        return Slugs(self.article.language)

    def _find_unknown_name(self, claim: str) -> str:
        """A word with a capital that the article does not have; nothing where all nouns are written so."""
        if self.words.noun_capitals or not self.words.known:
            return ""
        for match in list(_WORD.finditer(claim))[1:]:
            opens = claim[: match.start()].rstrip(" \"“«'‘(")[-1:] in {".", ":", "!", "?"}
            if match[0][0].isupper() and not opens and not self._is_known(match[0]):
                return match[0]
        return ""

    def _is_known(self, word: str) -> bool:
        plain = re.sub(r"['’]s?$", "", word.casefold())
        return plain in self._vocabulary or plain.rstrip("s") in self._vocabulary or word == "I"

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        found = (
            part
            for unit in self.article.units
            for match in _WORD.finditer(unit.text)
            for part in (match[0], re.sub(r"['’]s?$", "", match[0]))
        )
        return frozenset(part.casefold() for part in found)


def find_strange(text: str) -> str:
    """A character that no honest sentence has, or a word in letters of two alphabets; "" where there is none."""
    for character in text:
        kind = unicodedata.category(character)
        if kind[0] == "C" and character not in _JOINING:
            return f"U+{ord(character):04X}"
    for word in _WORD.findall(text):
        if len({script for c in word for script in _ALIKE if unicodedata.name(c, "").startswith(script)}) > 1:
            return "letters of two alphabets in one word"
    return ""
