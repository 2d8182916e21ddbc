"""Who says it inside the quotation."""

from __future__ import annotations

import pytest

from spoken import find_spoken, frames


@pytest.mark.parametrize(
    ("language", "text", "subject", "content"),
    [
        ("fr", "« Ce pont me survivra, raconte Marcel Dugain. »", "Marcel Dugain", "Ce pont me survivra."),
        ("fr", "« Il tremble, dit-elle, quand un vélo passe. »", "elle", "Il tremble quand un vélo passe."),
        ("fr", "« On verra, a répondu la maire. »", "la maire", "On verra."),
        ("fr", "« Le sel, assure le vieux garde, ne ment pas. »", "le vieux garde", "Le sel ne ment pas."),
        ("es", "«Cada mes —sostuvo Irene Cid— enferma a alguien».", "Irene Cid", "Cada mes enferma a alguien."),
    ],
)
def test_a_verb_and_its_subject_may_stand_in_the_quotation(
    language: str, text: str, subject: str, content: str
) -> None:
    assert [(frame.subject, frame.content) for frame in find_spoken(text, language)][:1] == [(subject, content)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« Le maire, les élus, le préfet : tous ont signé. »"),
        ("fr", "« Il pleut, il vente, il neige. »"),
        ("en", "“The bridge, says the mayor, stands.”"),
        ("de", "„Die Brücke, sagt man, hält.“"),
    ],
)
def test_where_no_verb_has_a_subject_behind_it_nobody_says_it(language: str, text: str) -> None:
    assert frames(text, language) == []
