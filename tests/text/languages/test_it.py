from __future__ import annotations

from argumap.text import LANGUAGES, tokens
from splitting import find_wrong

ITALIAN = LANGUAGES["it"]

SPLITS = {
    "two sentences": "Il traghetto partì. | Nessuno salutò.",
    "a mister": "Il sig. Rossi parlò con la sig.ra Prati. | Lei tacque.",
    "a doctor": "La dott.ssa Moritz incontrò il dott. Umeh. | Non erano d'accordo.",
    "an engineer and a lawyer": "L'ing. Prati e l'avv. Rossi firmarono.",
    "for example": "Alcuni paesi, p. es. Orle, non vendettero.",
    "for instance": "Alcuni paesi, ad es. Orle, non vendettero.",
    "and so on": "Vendeva sale, pane, ecc. | La bottega ha chiuso.",
    "and so on in the middle": "Vendeva sale, pane, ecc. Rossi lo ricorda.",
    "an article of law": "L'art. 5 e l’art. 6 lo vietano.",
    "pages": "Si vedano pag. 12 e pagg. 14-16. | Sono brevi.",
    "compare": "Cfr. Prati, cap. 3, per i conti.",
    "before Christ": "Le mura sono del 300 a.C. | Il resto è nuovo.",
    "before Christ with a space": "Le mura sono del 300 a. C. circa.",
    "a company": "Comprò la Moro S.p.A. | Nessuno lo sapeva.",
    "a company that goes on": "Comprò la Moro S.p.A. Centrale di Orle.",
    "angular quotes": "Disse: «Il ponte terrà.» | Nessuno rise.",
    "a question": "«Chi paga?» chiese Prati. | Nessuno lo sapeva.",
    "curly quotes": "Lo chiamò “un rudere.” | Nessuno rise.",
    "an accent": "È tardi. | È buio.",
    "a clipped article": "Piove. | L'acqua sale.",
    "a month": "Chiuso dal 3 gen. 2021 al 4 feb. 2022.",
    "an ellipsis": "Aspettò… | Poi uscì.",
    "a decimal": "Le perdite calarono del 3,5 per cento. | È poco.",
    "an initial": "La sindaca è Ruth K. Prati.",
    "a century": "Nel sec. XVI la città era ricca.",
    "a number": "Sta al n. 14 dell'elenco.",
}


def test_sentences_end_where_a_reader_ends_them() -> None:
    assert find_wrong("it", SPLITS) == {}


def test_what_turns_a_sentence_round_and_what_counts_in_it() -> None:
    words = tokens("Nessuno vende: non ventuno né trentatré barche, ma duecentodieci, senza metà dei remi.")
    assert ITALIAN.find_negators(words) == ["nessuno", "non", "né", "senza"]
    assert ITALIAN.find_numbers(words) == ["ventuno", "trentatré", "duecentodieci", "metà"]
