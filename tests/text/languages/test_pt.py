from __future__ import annotations

from argumap.text import LANGUAGES, tokens
from splitting import find_wrong

PORTUGUESE = LANGUAGES["pt"]

SPLITS = {
    "two sentences": "A barca partiu. | Ninguém acenou.",
    "a mister": "O Sr. Rocha falou com a Sra. Moura. | Ela calou-se.",
    "doctors": "A Dra. Moura e o Prof. Rocha discordaram. | Nada mudou.",
    "for example": "Algumas vilas, p. ex. Orle, não venderam.",
    "and so on": "Vendia sal, pão, etc. | A loja fechou.",
    "and so on in the middle": "Vendia sal, pão, etc. Rocha lembra-se.",
    "a page": "Ver pág. 12 e cap. 3 da ata.",
    "words that only look abbreviated": "Não o quer ter. | Pedro quer. | Ela é a dona. | Rui não.",
    "a number": "Está com o n.º 14 na lista. | É o último.",
    "an article of law": "O art. 5 e o art. 6 proíbem-no.",
    "before Christ": "O muro é de 300 a.C. | O resto é novo.",
    "before Christ with a space": "O muro é de 300 a. C. e resiste.",
    "a company": "Comprou a Moura Ltda. | O moinho fechou.",
    "a public company": "Comprou a Moura S.A. | Ninguém sabia.",
    "a company that goes on": "Comprou a Moura S.A. Central de Orle.",
    "angular quotes": "Disse: «A ponte aguenta.» | Ninguém riu.",
    "a question": "«Quem paga?» perguntou Rocha. | Ninguém sabia.",
    "curly quotes": "Chamou-lhe “uma ruína.” | Ninguém riu.",
    "an accent": "É tarde. | É noite. | À porta, ninguém.",
    "a month": "Fechado de 3 jan. 2021 a 4 fev. 2022.",
    "an ellipsis": "Esperou… | Depois saiu.",
    "a decimal": "As fugas baixaram 3,5 por cento. | É pouco.",
    "an initial": "A autarca é Ruth K. Moura.",
    "an engineer": "O eng. Rocha e o arq. Moura assinaram.",
    "an excellency": "O Exmo. Sr. Rocha abriu a sessão.",
}


def test_sentences_end_where_a_reader_ends_them() -> None:
    assert find_wrong("pt", SPLITS) == {}


def test_what_turns_a_sentence_round_and_what_counts_in_it() -> None:
    words = tokens("Ninguém vendeu; não há vinte e dois barcos, nem duzentas redes, só metade sem remos.")
    assert PORTUGUESE.find_negators(words) == ["ninguém", "não", "nem", "sem"]
    assert PORTUGUESE.find_numbers(words) == ["vinte", "dois", "duzentas", "metade"]
