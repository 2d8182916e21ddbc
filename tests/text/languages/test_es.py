from __future__ import annotations

from argumap.text import LANGUAGES, tokens
from splitting import find_wrong

SPANISH = LANGUAGES["es"]

SPLITS = {
    "two sentences": "El barco salió. | Nadie saludó.",
    "questions": "¿Quién tiene la llave? | ¡Pregunte al guarda! | ¿Y cuándo?",
    "a question that goes on": "¿Quién paga? preguntó Prast.",
    "a mister": "El Sr. Rojas habló con la Sra. Moya. | Ella calló.",
    "you": "Como Ud. Sabe, el puente es viejo.",
    "the United States": "Viajó a EE. UU. en marzo.",
    "the United States and a name": "El gobierno de EE. UU. Central calla.",
    "the United States at the end": "Viajó a EE. UU. | El puente quedó cerrado.",
    "the United States without a space": "Viajó a EE.UU. | El puente quedó cerrado.",
    "for example": "Algunos pueblos, p. ej. Orle, no vendieron.",
    "before Christ": "El muro es del siglo III a. C. y resiste.",
    "before Christ at the end": "El muro es del año 300 a. C. | La puerta es nueva.",
    "a page": "Véase la pág. 12 y el cap. 3 del acta.",
    "a century": "El muro es del s. XVI y resiste.",
    "words that only look abbreviated": "No lo da. | Pedro sí.",
    "a number": "Figura con el núm. 14 de la lista.",
    "and so on": "Vendían sal, pan, etc. | La tienda cerró.",
    "and so on in the middle": "Vendían sal, pan, etc. Rojas lo recuerda.",
    "angular quotes": "Dijo: «El puente resistirá.» | Nadie rio.",
    "angular quotes with the stop outside": "Dijo: «El puente resistirá». | Nadie rio.",
    "curly quotes": "Lo llamó “una ruina.” | Nadie rio.",
    "a don": "D. Juan y Dña. Inés firmaron.",
    "a company": "La vendió a Moya y Cía. | El molino cerró.",
    "a public company": "Compró Moya S. A. Central por poco.",
    "an ellipsis": "Esperó... | Luego se fue.",
    "a decimal": "Las fugas bajaron un 3,5 por ciento. | Es poco.",
    "an initial": "La alcaldesa es Ruth K. Rojas.",
    "the morning": "Abre a las 7 a. m. Rojas tiene la llave.",
}


def test_sentences_end_where_a_reader_ends_them() -> None:
    assert find_wrong("es", SPLITS) == {}


def test_what_turns_a_sentence_round_and_what_counts_in_it() -> None:
    words = tokens("Nadie vendió; no hay veintitrés barcos, sino doscientas barcas y medio puente.")
    assert SPANISH.find_negators(words) == ["nadie", "no"]
    assert SPANISH.find_numbers(words) == ["veintitrés", "doscientas", "medio"]
