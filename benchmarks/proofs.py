"""How strict the checks of a draft with a model are, by what people wrote in the open gold maps of tests/articles.

Each statement is given as a model would give it, its whole sentences as quotation: for its speaker, for each
other speaker of the article, and for the author. Run: python benchmarks/proofs.py
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from argumap import load
from argumap.assisted_draft.claim_stage import ClaimStage
from argumap.assisted_draft.model_session import ModelSession
from argumap.assisted_draft.proposals import ProvedClaim, read_claim
from argumap.assisted_draft.recorded_calls import RecordedModel
from argumap.assisted_draft.sentence_windows import SentenceWindow, number_sentences
from argumap.assisted_draft.speaker_proof import HeardVoices
from argumap.draft import draft_map, get_cue_words
from argumap.text import read_article

if TYPE_CHECKING:
    from collections.abc import Iterator

OPEN = Path(__file__).parents[1] / "tests" / "articles" / "open"


def judge(folder: Path) -> Iterator[tuple[str, str]]:
    """What became of each statement: for whom it was given, and the reason why it was not taken, or ""."""
    article = read_article(next(path for path in sorted(folder.iterdir()) if path.stem == "article"))
    gold, sentences = load(str(folder)).record, number_sentences(article)
    words = get_cue_words(article.language.code)
    voices = HeardVoices(article, sentences, draft_map(article).map, words)
    stage = ClaimStage(article, "", words, voices, ModelSession(RecordedModel(None)))
    window = SentenceWindow(sentences)
    numbers = {sentence.at: sentence.number for sentence in sentences}
    author = gold.sources[0].author
    people = {person.id: "" if person.id == author else person.name for person in gold.stakeholders}
    claims = {claim.id: claim for claim in gold.claims if claim.at}
    for said in gold.attributions:
        passages = said.at or (claims[said.of].at[:1] if said.of in claims else ())
        units = [unit.locator for passage in passages for unit in article.covered(passage.at)]
        if said.of not in claims or not units or any(at not in numbers for at in units):
            continue
        cited = sorted(numbers[at] for at in units)
        cited = cited if cited[-1] - cited[0] == len(cited) - 1 else cited[:1]
        quote = " ".join(sentences[n - 1].unit.text for n in cited)
        item = {"sentences": cited, "quote": quote, "claim": claims[said.of].text, "act": str(said.act)}
        for by, name in people.items():
            whose = "its speaker" if by == said.by else "the author" if by == author else "another"
            given = {**item, "speaker": name, "cue": said.cue or "" if by == said.by else ""}
            proved = stage._prove(read_claim(given), window)  # noqa: SLF001 - one proposal, without the talk
            yield whose, "" if isinstance(proved, ProvedClaim) else proved.code


def main() -> None:
    found = Counter(each for folder in sorted(OPEN.iterdir()) if folder.is_dir() for each in judge(folder))
    for whose in ("its speaker", "another", "the author"):
        of_these = {code: n for (whom, code), n in found.items() if whom == whose}
        print(f"given to {whose}: {of_these.get('', 0)} of {sum(of_these.values())} taken")
        for code, n in sorted(of_these.items(), key=lambda row: -row[1]):
            if code:
                print(f"  {n:5} {code}")


if __name__ == "__main__":
    main()
