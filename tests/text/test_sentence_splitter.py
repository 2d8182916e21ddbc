from __future__ import annotations

from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argumap.errors import CallError
from argumap.text import LANGUAGES, SEG, SPLITTERS, get_splitter, parse_article


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in get_splitter().split(text)]


def marked(text: str) -> tuple[str, list[str]]:
    """``A one. | B two.`` is a text and where it should be split."""
    return text.replace(" | ", " "), text.split(" | ")


SPLITS = {
    "full stop": "The ferry left. | Nobody waved.",
    "question": "Who holds the key? | Ask the warden.",
    "exclamation": "Look at the tide! | It has turned.",
    "a middle initial": "The mayor is Ruth K. Ellery.",
    "a page": "See p. 12 of the minutes.",
    "pages": "See pp. 12–14 of the minutes. | They are short.",
    "a company in mid-sentence": "Did Moss and co. pay the toll?",
    "a company before a small letter": "The mill was sold to Hart, Pell & Co. at dusk.",
    "a company at the end": "Ask Moss and co. | They know the way.",
    "a firm at the end": "The mill was sold to Hart, Pell & Co. | It stood empty.",
    "a mountain": "From here you see Mt. Orrin in the snow.",
    "a saint and a street": "St. Brigid's Hall is on 3rd st. near the quay.",
    "junior with an ending": "This is Tom Hale Jr.'s boat.",
    "dotted letters before a small letter": "He toured the U.S.A. by train.",
    "dotted letters before a question": "She moved to the U.K. | Why did she go?",
    "dotted letters before a pronoun": "They fished off the U.S. | They were not alone.",
    "dotted letters before a name": "He advised the U.S. Senate on dikes.",
    "dotted letters before a preposition": "She stayed in the U.K. for nine winters.",
    "the hour before a name": "At 7 a.m. Mrs. Oduya unlocks the works.",
    "the hour at the end": "The gates close at 9 p.m. | The lamps stay lit.",
    "money inside": "The ticket costs $4.50 on weekdays.",
    "money at the end": "The ticket costs $4.50. | It used to be free.",
    "a sentence in brackets": "The keeper (He had served as a pilot for years.) said little.",
    "brackets at the end": "The keeper had been a pilot (for years). | He said little.",
    "an address": "Write to clerk.office@example.org. | The clerk answers.",
    "a site": "Read https://www.example.org/2.1/plan_final.html. | Then comment.",
    "a single-quoted remark": "He sighed, 'It floods again.' he wrote.",
    "a quoted remark": 'He sighed, "It floods again." he wrote.',
    "a quotation at the end": 'He sighed, "It floods again." | The clerk wrote it down.',
    "curly quotes at the end": "He called it “a dry ruin.” | Nobody laughed.",
    "a question that somebody asked": "“Who pays for it?” Prast asked. | Nobody knew.",
    "two exclamations": "Stop!! | The bridge is out.",
    "two questions": "What?? | Who said so?",
    "mixed marks": "Really!? | Are you sure?",
    "mixed marks turned": "Really?! | Are you sure?",
    "a list with point and bracket": "1.) Mend the roof | 2.) Heat the hall",
    "such a list with full stops": "1.) Mend the roof. | 2.) Heat the hall.",
    "a list with brackets": "1) Mend the roof | 2) Heat the hall",
    "such a list with stops": "1) Mend the roof. | 2) Heat the hall.",
    "a list with points": "1. Mend the roof | 2. Heat the hall",
    "such a list, stopped": "1. Mend the roof. | 2. Heat the hall.",
    "bullets with numbers": "• 4. Mend the roof • 5. Heat the hall".replace(" •", " | •"),
    "bullets without a space": "⁃4. Mend the roof | ⁃5. Heat the hall",
    "a list with letters": "a. Mend the roof | b. Heat the hall | c. Dig a cellar",
    "a number sign": "It is filed under N°. 77.120.3. | Nobody has read it.",
    "No. before a number": "The plan is No. 14 on the list.",
    "No. as an answer": "Did it help? | No. | It did not.",
    "a name with an exclamation mark": "She sold shares of Zing! to her aunt.",
    "I at the end": "We walked, my brother and I. | Did Ruth I. Ellery see us?",
    "a letter that names a thing": "They fell back on plan B. | It failed too.",
    "an ellipsis that closes a quotation": "He wrote that one day “the harbour will be silent. . . .”",
    "an omission and its source": '"Ships [...] were counted by hand [...]" (Moritz 12).',
    "four spaced points": "The minutes end in mid-word . . . . | Nobody asked why.",
    "four points": "I had hoped for more.... | She shut the book.",
    "ellipses within": "I was not ... well, how shall I say...sure . . . that is, the thing was . . . I forgot.",
    "three points and a new thought": "He waited... | Then he left.",
    "an ellipsis sign": "He waited… | Then he left.",
    "versus": "Public vs. private is the question. | It is an old one.",
    "for example": "Some towns, e.g. Orle, never sold.",
    "a doctor and a title": "Dr. Lena Moritz met Prof. Umeh. | They disagreed.",
    "a month": "The court met on Sept. 4 in the old hall. | It rose at noon.",
    "and so on": "They sold ropes, lamps, etc. | The shop is gone.",
    "a decimal": "Leaks fell by 3.5 percent. | That is little.",
    "a version": "Version 2.0 came out. | 3 bugs remained.",
    "a footnote": "The count was wrong.[4] | It was repeated.",
    "a dash after the mark": "“Never!” — so said the guild. | The council smiled.",
    "a single word": "Period.",
}


@pytest.mark.parametrize("text", SPLITS.values(), ids=SPLITS)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    given_text, expected = marked(text)
    assert sentences(given_text) == expected


def test_the_rules_have_a_version_because_locators_count_by_them() -> None:
    assert max(SPLITTERS) == SEG
    with pytest.raises(CallError, match=r"no splitter 3; there is 1, 2"):
        get_splitter(3)


ARTICLES = sorted(p for p in (Path(__file__).parents[1] / "articles").glob("*.*") if p.stem != "README")
PIECES = """
    Dr. I I. Mr. co. Inc. Sept. 4 p. He said lower U.S. U.S.A. a.m. 1. 2. 1) 2) • … ... “Yes!” 'No.' (so.) [3] » «
    — e.g. etc. K. Why? Stop! B. 12. a. b. X. (Smith 4). .” ? No. opp.
"""
# Locks that lie about were made by these rules: they may never split a text otherwise.
KNOWN = {
    1: "28ed68c928f9eaa659e4de5154b32f64c882dd54702ff0226cb0c048b24b05a1",
    2: "1114bc76ec0dea2f6fe6c8992cdf96354b413979f58442331f16a561aa5be7be",
}


@pytest.mark.parametrize("version", SPLITTERS)
def test_a_version_splits_for_ever_as_it_did(version: int) -> None:
    told = []
    for path in ARTICLES:
        article = parse_article(path.read_text(encoding="utf-8"), version=version, language="en")
        told += [f"{unit.locator} {unit.start} {unit.end}" for unit in article.units]
    rng, pieces = Random(7), PIECES.split()
    for _ in range(2000):
        text = " ".join(rng.choice(pieces) for _ in range(rng.randrange(1, 14)))
        told += [f"{start} {end}" for start, end in get_splitter(version).split(text)]
    assert sha256("\n".join(told).encode()).hexdigest() == KNOWN[version]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_english_is_split_by_both_versions_alike(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    first, second = (parse_article(text, version=version, language="en").units for version in SPLITTERS)
    assert first == second


@pytest.mark.parametrize("text", SPLITS.values(), ids=SPLITS)
def test_the_first_rules_split_as_the_newest_do(text: str) -> None:
    given_text, _ = marked(text)
    assert get_splitter(1).split(given_text) == get_splitter().split(given_text)


NEWER = {
    "a doubt in brackets": ("He left (?) In 1990 he came back.", 2, 1),
    "a volume in Roman numerals": ("See vol. IV of the rolls.", 2, 1),
    "a sentence in another script": ("It was read out: 橋は古い。明日閉まる。", 1, 2),
    "French quotes": ("Il dit : «\u00a0Non.\u00a0» Puis il sortit.", 2, 2),
    "a mark before nothing but a quote": ('See p. "', 2, 2),
}


@pytest.mark.parametrize(("text", "first", "second"), NEWER.values(), ids=NEWER)
def test_where_the_newer_rules_are_better(text: str, first: int, second: int) -> None:
    assert [len(get_splitter(version).split(text)) for version in SPLITTERS] == [first, second]


ALPHABET = "aB1 .!?…\"”')(—•\n«»„“¿。！？「」（）》．؟،।z中あسद\u3000"
TAGS = [*LANGUAGES, "hi", "und"]


@given(st.text(alphabet=ALPHABET, max_size=80), st.sampled_from(TAGS), st.sampled_from(SPLITTERS))
def test_no_letter_is_lost_and_spans_do_not_overlap(text: str, language: str, version: int) -> None:
    spans = get_splitter(version, language).split(text)
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(a_end <= b_start for (_, a_end), (b_start, _) in pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
