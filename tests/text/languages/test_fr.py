from __future__ import annotations

from argumap.text import LANGUAGES, tokens
from splitting import find_wrong

FRENCH = LANGUAGES["fr"]

SPLITS = {
    "two sentences": "Le bac est parti. | Personne ne salua.",
    "about": "Le pont a coûté env. 3 millions. | C'est beaucoup.",
    "about before a capital": "Il fallut env. Trois jours de marche.",
    "a quotation": "« Le pont tiendra. » | Il le croyait.",
    "a quotation with hard spaces": "«\u00a0Le pont tiendra.\u00a0» | Il le croyait.",
    "a quotation with thin spaces": "Elle dit : «\u202fLe pont tiendra.\u202f» | Il le croyait.",
    "a quotation without spaces": "«Le pont tiendra.» | Il le croyait.",
    "a quotation that opens": "Il sortit. | « Le pont tiendra », dit-elle.",
    "a quotation and who says it": "« Qui paie ? » demanda Praste. | Nul ne le savait.",
    "a quotation and its comma": "« Nous partons. », dit-elle.",
    "a question with a space": "Qui a la clef\u00a0? | Demandez au gardien\u00a0!",
    "a mister": "M. Le Goff parla. | Mme Roux se tut.",
    "misters": "Ont signé MM. Roux et Le Goff.",
    "a doctor": "Le Dr. Roux vint à St. Aubin.",
    "for example": "Certaines villes, p. ex. Orle, n'ont rien vendu.",
    "that is": "Le conseil, c.-à-d. Madame Roux, attend.",
    "before Christ": "Le bourg date de 300 av. J.-C. environ.",
    "before Christ at the end": "Le bourg date de 300 av. J.-C. | Il brûla deux fois.",
    "and so on": "On vendait du sel, du pain, etc. | La boutique a fermé.",
    "an article of law": "Selon l'art. 5 et l’art. 6, al. 2, c'est permis.",
    "a page": "Voir p. 12 et fig. 3 du dossier.",
    "a month": "Fermé du 3 janv. 2021 au 4 févr. 2022.",
    "an initial": "Le discours de K. Roux fut long.",
    "a double initial": "J.-P. Martin est maire. | Il habite ici.",
    "words that only look abbreviated": "Il passe le col. | Paul aime la mer. | Paul aime le jeu. | Marie non.",
    "a dash": "« Jamais ! » — dit la guilde.",
    "an ellipsis": "Il attendit… | Puis il partit.",
    "a decimal": "La fuite a baissé de 3,5 pour cent. | C'est peu.",
    "a number sign": "Voir le n° 14. | Il est court.",
    "dotted letters": "La S.N.C.F. a fermé la gare. | Elle rouvrira.",
}


def test_sentences_end_where_a_reader_ends_them() -> None:
    assert find_wrong("fr", SPLITS) == {}


def test_what_turns_a_sentence_round_and_what_counts_in_it() -> None:
    words = tokens("Il n’y a pas de pont, ni deux bacs ni quatre-vingt-dix rames sans moitié.")
    assert FRENCH.find_negators(words) == ["n'y", "pas", "ni", "ni", "sans"]
    assert FRENCH.find_numbers(words) == ["deux", "quatre", "vingt", "dix", "moitié"]
