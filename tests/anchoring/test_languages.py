"""What a change turns round is seen in the languages that are known, and in no other."""

from __future__ import annotations

import pytest

from argumap.anchoring.drift import build_drift
from argumap.anchoring.fingerprint import fingerprint_article
from argumap.text import parse_article


def changes(language: str, old: str, new: str) -> tuple[str, tuple[str, ...]]:
    """What becomes of the second of three sentences when it is edited, in a text of a language."""
    texts = [AROUND[language].format(text) for text in (old, new)]
    before, after = (parse_article(text, language=language) for text in texts)
    fates = build_drift(fingerprint_article(before), fingerprint_article(after)).fates
    assert len(fates) == 3
    return str(fates[1].state), tuple(map(str, fates[1].flags))


AROUND = {
    **dict.fromkeys(("de", "fr", "es", "it", "nl", "pt", "cs"), "Aaa bbb ccc ddd. {} Eee fff ggg hhh."),
    **dict.fromkeys(("zh", "ja"), "市议会在五月开会。{}商店在早上开门。"),
    "ar": "يجتمع المجلس في مايو. {} يفتح المتجر في الصباح.",
    "hi": "परिषद मई में मिलती है। {} दुकान सुबह खुलती है।",
}


@pytest.mark.parametrize(
    ("language", "old", "new", "flags"),
    [
        pytest.param(
            "de",
            "Der Rat will den Platz für Autos sperren.",
            "Der Rat will den Platz nicht für Autos sperren.",
            ("negation",),
            id="German negation",
        ),
        pytest.param(
            "de",
            "Der Rat will drei Plätze für Autos sperren.",
            "Der Rat will zwölf Plätze für Autos sperren.",
            ("number",),
            id="German number",
        ),
        pytest.param(
            "fr",
            "Le conseil veut fermer la place aux autos.",
            "Le conseil ne veut pas fermer la place aux autos.",
            ("negation",),
            id="French negation",
        ),
        pytest.param(
            "fr",
            "Le conseil a fermé deux places aux autos.",
            "Le conseil a fermé trois places aux autos.",
            ("number",),
            id="French number",
        ),
        pytest.param(
            "es",
            "El consejo quiere cerrar la plaza al tráfico.",
            "El consejo no quiere cerrar la plaza al tráfico.",
            ("negation",),
            id="Spanish negation",
        ),
        pytest.param(
            "it",
            "Il consiglio vuole chiudere la piazza alle auto.",
            "Il consiglio non vuole chiudere la piazza alle auto.",
            ("negation",),
            id="Italian negation",
        ),
        pytest.param(
            "nl",
            "De raad wil het plein voor auto's sluiten.",
            "De raad wil het plein niet voor auto's sluiten.",
            ("negation",),
            id="Dutch negation",
        ),
        pytest.param(
            "pt",
            "O conselho quer fechar a praça aos carros.",
            "O conselho não quer fechar a praça aos carros.",
            ("negation",),
            id="Portuguese negation",
        ),
        pytest.param(
            "zh", "市议会想关闭老城的广场。", "市议会不想关闭老城的广场。", ("negation",), id="Chinese negation"
        ),
        pytest.param(
            "zh", "市议会关闭了老城的三个广场。", "市议会关闭了老城的五个广场。", ("number",), id="Chinese number"
        ),
        pytest.param("zh", "市议会关闭了老城的大广场。", "市议会关闭了老城的小广场。", (), id="Chinese word"),
        pytest.param(
            "ja",
            "市議会は旧市街の広場を閉めると決めた。",
            "市議会は旧市街の広場を閉めないと決めた。",
            ("negation",),
            id="Japanese negation",
        ),
        pytest.param(
            "ja",
            "市議会は旧市街の広場を14閉めると決めた。",
            "市議会は旧市街の広場を11閉めると決めた。",
            ("number",),
            id="Japanese number",
        ),
        pytest.param(
            "ar",
            "يريد المجلس إغلاق الساحة أمام السيارات.",
            "لا يريد المجلس إغلاق الساحة أمام السيارات.",
            ("negation",),
            id="Arabic negation",
        ),
        pytest.param(
            "ar",
            "أغلق المجلس عشرين ساحة أمام السيارات.",
            "أغلق المجلس ثلاثين ساحة أمام السيارات.",
            ("number",),
            id="Arabic number",
        ),
        pytest.param(
            "hi",
            "परिषद पुराने शहर के 3 चौक बंद करेगी।",
            "परिषद पुराने शहर के 5 चौक बंद करेगी।",
            ("number",),
            id="figures in a language that is not known",
        ),
        pytest.param(
            "hi",
            "परिषद पुराने शहर का चौक बंद करेगी।",
            "परिषद पुराने शहर का चौक बंद नहीं करेगी।",
            (),
            id="a negation in it is not seen, as the check says",
        ),
        pytest.param(
            "cs",
            "Rada chce náměstí zavřít pro auta.",
            "Rada chce náměstí no zavřít pro auta.",
            (),
            id="nor is an English negator taken for one",
        ),
    ],
)
def test_what_a_change_turns_is_seen_in_the_language_of_the_text(
    language: str, old: str, new: str, flags: tuple[str, ...]
) -> None:
    assert changes(language, old, new) == ("edited", flags)


def test_by_the_first_rules_a_text_without_spaces_was_a_word_a_clause() -> None:
    text = "市议会想关闭老城的广场。"
    assert [fingerprint_article(parse_article(text, version=v, language="zh"))[0].tokens for v in (1, 2)] == [
        1,
        11,
    ]
