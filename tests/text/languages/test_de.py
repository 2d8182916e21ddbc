from __future__ import annotations

import pytest

from argumap.text import LANGUAGES, tokens
from splitting import find_wrong

GERMAN = LANGUAGES["de"]

SPLITS = {
    "two sentences": "Die Fähre legte ab. | Niemand winkte.",
    "for example": "Manche Orte, z. B. Orle, haben nie verkauft. | Andere schon.",
    "for example in one word": "Manche Orte, z.B. Orle, haben nie verkauft. | Andere schon.",
    "for example with a noun": "Es fehlt an vielem, z. B. Personal, Geld und Zeit.",
    "for example with a hard space": "Es fehlt an vielem, z.\u00a0B. Personal.",
    "that is": "Der Rat schweigt, d. h. Frau Ellert wartet.",
    "as a rule": "Das Amt prüft i. d. R. Anträge binnen einer Woche.",
    "among others before a noun": "Gefördert werden u. a. Schulen und Bäder.",
    "among others at the end": "Gefördert werden Schulen, Bäder u. a. | Die Liste ist lang.",
    "millions": "Der Umbau kostet 12 Mio. Euro. | Das ist viel.",
    "millions at the end": "Der Umbau kostet 12 Mio. | Das ist viel.",
    "milliards": "Im Haushalt fehlen 3 Mrd. Kronen.",
    "a date": "Am 5. Mai tagt der Rat. | Am 6. Juni stimmt er ab.",
    "a date in figures": "Bis zum 3.5. Anträge stellen, danach nicht mehr.",
    "a century": "Die Mauer stammt aus dem 19. Jahrhundert. | Sie hält noch.",
    "a number at the end": "Gezählt wurden 47. | Das war im Herbst.",
    "a year at the end": "Der Turm fiel im Jahr 1714. | Niemand baute ihn auf.",
    "a king": "Unter Ottokar III. Sohn des Müllers, kam der Zoll.",
    "a king at the end": "So regierte Ottokar III. | Der Zoll blieb.",
    "a doctor": "Dr. Lena Moritz traf Prof. Umeh. | Sie stritten.",
    "a street": "Das Bad in der Goethestr. Nummer 4 schließt.",
    "an article of law": "Nach Art. 5 Abs. 2 gilt das Verbot. | Es ist streng.",
    "according to": "Das gilt gem. § 3 auch für Vereine.",
    "titles with a hyphen": "Die Dr.-Ing. Meyer und J.-P. Martin kamen.",
    "a title that looks like a verb": "Das sagt Mag. Huber im Rat.",
    "words that only look abbreviated": "Es war so. | Paul mag es, wie es sein mag. | Paula nicht.",
    "a page": "Siehe S. 12 und Bd. 3 der Akten.",
    "respectively": "Es fahren Busse bzw. Bahnen. | Beide sind voll.",
    "and so on before a noun": "Brot, Salz usw. Vorräte gab es genug.",
    "and so on at the end": "Es gab Brot, Salz usw. | Die Keller waren voll.",
    "before Christ": "Die Siedlung entstand um 300 v. Chr. am Ufer.",
    "before Christ at the end": "Die Siedlung entstand um 300 v. Chr. | Sie brannte zweimal.",
    "low quotes": "Er sagte: „Das Tor bleibt zu.“ | Dann ging er.",
    "low quotes that go on": "„Wer zahlt das?“ fragte sie. | Keiner wusste es.",
    "pointed quotes": "Er sagte: »Das Tor bleibt zu.« | Dann ging er.",
    "pointed quotes that open": "Er ging. | »Wir bleiben«, rief sie.",
    "an initial": "Die Rede hielt K. Ellert im Saal.",
    "a small letter": "Der Ort hat ca. vierhundert Einwohner.",
    "a question": "Wer hat den Schlüssel? | Frag den Wärter!",
    "a list": "1. Das Dach flicken. | 2. Den Saal heizen.",
    "dates that are no list": "1. Mai und 2. Juni sind frei.",
    "a registered society": "Der Heimatverein e. V. Orle lädt ein.",
}


def test_sentences_end_where_a_reader_ends_them() -> None:
    assert find_wrong("de", SPLITS) == {}


@pytest.mark.parametrize(
    ("text", "negators", "numbers"),
    [
        pytest.param("Das ist nicht wahr, und niemand glaubt es.", ["nicht", "niemand"], [], id="negators"),
        pytest.param("Kein Haus steht ohne Keller.", ["kein", "ohne"], [], id="none and without"),
        pytest.param(
            "Einundzwanzig von dreißig, also 70%, und zweihundert Tausende",
            [],
            ["einundzwanzig", "dreissig", "70%", "zweihundert", "tausende"],
            id="numbers",
        ),
        pytest.param("Ein Haus im Jahrhundert", [], [], id="an article is no number, nor is a century"),
    ],
)
def test_what_turns_a_sentence_round_and_what_counts_in_it(
    text: str, negators: list[str], numbers: list[str]
) -> None:
    words = tokens(text)
    assert (GERMAN.find_negators(words), GERMAN.find_numbers(words)) == (negators, numbers)


def test_numbers_in_one_word_have_their_value() -> None:
    assert GERMAN.number_words["siebenundvierzig"] == 47
    assert GERMAN.number_words["zwölftausend"] == 12_000
    assert GERMAN.number_words["zweihundertfünfzig"] == 250
    assert GERMAN.number_words["hundertdreissig"] == 130
