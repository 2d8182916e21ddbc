"""Who speaks behind the verb, between the parts of one, or before *zufolge*: in German, Spanish and French."""

from __future__ import annotations

import pytest

from argumap.draft import draft_map
from argumap.text import parse_article


def said(text: str, language: str = "de") -> list[tuple[str, str]]:
    """Who says what in an article, but for its author."""
    record = draft_map(parse_article(text, "txt", language=language)).map
    names = {s.id: s.name for s in record.stakeholders}
    texts = {c.id: c.text for c in record.claims}
    return [(names[a.by], texts[a.of]) for a in record.attributions if a.by != record.sources[0].author]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In einer Stellungnahme kritisiert die Stadtregierung, dass Brand den Bau abgebrochen hat.",
            [("Stadtregierung", "Brand den Bau abgebrochen hat.")],
        ),
        (
            "Dazu erklärte der Landrat am Montag, dass der Damm halte.",
            [("Landrat", "Der Damm halte.")],
        ),
        (
            "In dem Schreiben fordert der Magistrat Jana Brand dazu auf, den Bau zu beenden.",
            [("Magistrat", "In dem Schreiben fordert der Magistrat Jana Brand dazu auf, den Bau zu beenden.")],
        ),
        (
            "Der Damm sei nur auf den ersten Blick dicht, gab Werksleiterin Jana Brand (SPD) zu bedenken.",
            [("Jana Brand", "Der Damm sei nur auf den ersten Blick dicht.")],
        ),
        (
            "Später machte Frau Dr. Brand in der Sitzung klar, dass die Stadt mehr Geld erwarte.",
            [("Brand", "Die Stadt mehr Geld erwarte.")],
        ),
        (
            "Ein erster Schritt ist Ingenieurin Jana Brand zufolge ein neues Tor.",
            [("Jana Brand", "Ein erster Schritt ist ein neues Tor.")],
        ),
        (
            "Wie der Fischereiverband mitteilt, würde ein neues Tor kaum helfen.",
            [("Fischereiverband", "Würde ein neues Tor kaum helfen.")],
        ),
        ("Die SPD lehnt den Bau des neuen Tores ab.", [("SPD", "Die SPD lehnt den Bau des neuen Tores ab.")]),
    ],
)
def test_a_subject_behind_its_verb_or_between_the_parts_of_one(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


def test_das_sagte_tells_whose_the_quotation_before_was() -> None:
    text = (
        "„Das Tor muss weg. Es ist zu alt.“ Das erklärte Jana Brand, Vorsitzende des Fischereivereins, am Montag."
    )
    assert [name for name, _ in said(text)] == ["Jana Brand", "Jana Brand"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("„Das Tor ist zu alt“, sagte Brand über den Bürgermeister.", ["Brand"]),
        ("Das Tor sei zu alt, kritisierte von Brandt. Es müsse weg.", ["Brandt", "Brandt"]),
        ("Der Satz von Brand hallt nach. Das Tor sei zu alt, sagte Brand.", ["Brand"]),
        ("Das Tor ist nach Ansicht des DAV für den Schutz der Ufer nötig.", ["DAV"]),
        ("Es ist demnach der erste bestätigte Einsatz des neuen Tores.", []),
        ("Jana Brand, Sprecherin des Vereins betont, das Tor könne bleiben.", ["Jana Brand"]),
        ("Nach Angaben des Kinderkrankenhauses war es der erste Fall.", ["Kinderkrankenhaus"]),
        ("Das Tor bleibt nach Angaben unabhängiger Experten Stückwerk.", ["Unabhängiger Experten"]),
    ],
)
def test_a_subject_ends_where_its_noun_does(text: str, names: list[str]) -> None:
    assert [name for name, _ in said(text)] == names


def test_what_a_source_stands_within_is_said_as_a_whole() -> None:
    text = "Die neuen Regeln sollten laut dem Verband nur im Sommer gelten."
    assert said(text) == [("Verband", "Die neuen Regeln sollten laut dem Verband nur im Sommer gelten.")]


def test_the_researcher_is_the_only_one_named_so_far() -> None:
    text = (
        "Der Damm sei sicher, erklärte die Geologin Jana Brand. "
        "Die Messungen zeigten das deutlich, sagte die Forscherin.\n"
    )
    assert [name for name, _ in said(text)] == ["Jana Brand", "Jana Brand"]


def test_the_mood_carries_a_report_into_the_next_paragraph() -> None:
    text = (
        "Jana Brand, Sprecherin des Vereins, betont, das Tor könne bleiben.\n\n"
        "Ein Großteil der Schäden sei hausgemacht, da es an Pflege fehle.\n"
    )
    assert [name for name, _ in said(text)] == ["Jana Brand", "Jana Brand"]


def test_a_mood_that_heißt_es_governs_is_nobodys_of_the_paragraph_before() -> None:
    text = (
        "Jana Brand, Sprecherin des Vereins, betont, das Tor könne bleiben.\n\n"
        "Nun heißt es, niemand werde gezwungen.\n"
    )
    assert [name for name, _ in said(text)] == ["Jana Brand"]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("es", "Este retraso, dijo Ana Naranjo, provocará que la presa sea sancionada.", ["Ana Naranjo"]),
        (
            "es",
            "La consejera de Agua, Ganadería y Pesca, Ana Naranjo, afirmó que la presa es vieja.",
            ["Ana Naranjo"],
        ),
        ("es", "Los agricultores afirman haber avisado a tiempo.", ["Agricultores"]),
        ("fr", "De plus, les pêcheurs estiment que la digue est vieille.", ["Pêcheurs"]),
        ("fr", "Anne Daubrac, adjointe au maire, résume le contenu de la convention.", []),
    ],
)
def test_who_speaks_in_spanish_and_french(language: str, text: str, names: list[str]) -> None:
    assert [name for name, _ in said(text, language)] == names


def test_a_verb_in_the_mood_of_a_report_opens_no_subject() -> None:
    text = "Dass die Bäume krank seien, habe die Stadt nie behauptet, entgegnete die Dezernentin Ada Lunn."
    assert "Habe die Stadt" not in {name for name, _ in said(text)}


def test_two_groups_are_no_group_of_one_and_a_half() -> None:
    assert said("Vor allem die Beschäftigten und die Anwohner befürchten einen Kahlschlag.") != [
        ("Beschäftigten und", "Vor allem die Beschäftigten und die Anwohner befürchten einen Kahlschlag.")
    ]


def test_a_quotation_that_a_colleague_announces_is_not_the_speakers_before() -> None:
    text = (
        "Das Tor sei zu alt, sagte die Ingenieurin Ada Lunn. "
        "Ihr Kollege Brandt verweist darauf, dass Eile nötig sei: „Man muss das Tor jetzt ersetzen.“"
    )
    assert [name for name, _ in said(text)][:1] == ["Ada Lunn"]
    assert [name for name, _ in said(text)].count("Ada Lunn") == 1


def test_a_quotation_is_not_theirs_who_spoke_before_where_its_end_names_another() -> None:
    text = (
        "Los vecinos dicen que la presa es vieja. «Por tanto, nadie la cuida. "
        "La presa merece una obra», exclama indignado un pariente lejano del ingeniero."
    )
    assert [name for name, _ in said(text, "es")].count("Vecinos") == 1


def test_a_quotation_is_theirs_whom_its_end_names_and_not_whoever_spoke_before() -> None:
    text = (
        "Los vecinos dicen que la presa es vieja. «Por tanto, nadie la cuida. "
        "La presa merece una obra», dijo la portavoz del ayuntamiento, Ana Naranjo."
    )
    assert [name for name, _ in said(text, "es")] == ["Vecinos", "Ana Naranjo", "Ana Naranjo"]
