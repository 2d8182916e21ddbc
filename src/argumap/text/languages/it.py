"""Italian."""

from __future__ import annotations

from argumap.text.languages import Language, count_up, listed, phrases, with_hundreds

_UNITS = ["uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"]
_TENS = ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"]


def _joined(ten: str, unit: str) -> str:
    """A ten and a unit in one word: the ten loses its vowel before another one, and ``tre`` gets an accent."""
    return (ten[:-1] if unit in {"uno", "otto"} else ten) + ("tré" if unit == "tre" else unit)


_UP_TO_99 = {
    **count_up("due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici", 2),
    **count_up("sedici diciassette diciotto diciannove", 16),
    **{ten: 10.0 * n for n, ten in enumerate(_TENS, 2)},
    **{_joined(ten, unit): 10.0 * n + m for n, ten in enumerate(_TENS, 2) for m, unit in enumerate(_UNITS, 1)},
}
_HUNDREDS = {"cento": 100.0, **{f"{unit}cento": 100.0 * n for n, unit in enumerate(_UNITS[1:], 2)}}

_VERBS = dict.fromkeys(("are", "ato", "ata", "ati", "ate", "ano", "ava", "ò", "arono", "ando"), "ato")

PLUGIN = Language(
    code="it",
    name="Italian",
    stop_words=listed(
        "il lo la i gli le un una uno di del della dei delle dello degli da dal dalla a al alla ai alle in nel "
        "nella nei con su sul sulla per tra fra e ed o ma non che chi è sono era erano ha hanno si ci come più "
        "anche se questo questa questi queste suo sua loro perché quando molto dove cui essere stato stata"
    ),
    negators=listed("non no né mai nessuno nessuna nessun niente nulla senza neanche neppure nemmeno mica"),
    number_words={
        **with_hundreds(_UP_TO_99, _HUNDREDS, "mila"),
        **dict.fromkeys(("centinaio", "centinaia"), 1e2),
        **dict.fromkeys(("mille", "migliaio", "migliaia"), 1e3),
        **dict.fromkeys(("milione", "milioni"), 1e6),
        **dict.fromkeys(("miliardo", "miliardi"), 1e9),
        "decina": 10.0,
        "dozzina": 12.0,
        "ventina": 20.0,
        **dict.fromkeys(("mezzo", "mezza", "metà"), 1 / 2),
        **dict.fromkeys(("terzo", "terzi"), 1 / 3),
        **dict.fromkeys(("quarto", "quarti"), 1 / 4),
        "quinto": 1 / 5,
        "decimo": 1 / 10,
        **dict.fromkeys(("doppio", "doppia", "raddoppiato", "raddoppiata"), 2.0),
        **dict.fromkeys(("triplo", "tripla"), 3.0),
        **count_up("quadruplo quintuplo sestuplo", 4),
        **dict.fromkeys(("decuplo", "decine"), 10.0),
        "dozzine": 12.0,
        "quindicina": 15.0,
        **count_up("trentina quarantina cinquantina", 30, 10),
    },
    number_stems=frozenset(f"{word[:-1]}esim" for word in (*_UP_TO_99, *_HUNDREDS, "mille"))
    | frozenset(f"{ten}treesim" for ten in _TENS)
    | listed(
        "terz quart quint sest settim ottav non decim raddoppi triplic quadruplic quintuplic decuplic dimezz "
        "quadrupl quintupl decupl tripl"
    ),
    number_endings={**dict.fromkeys("oaie", "o"), **_VERBS},
    before_names=listed(
        "sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa ing avv arch geom rag on mons gen col cfr cf es "
        "p.es ca vs egr gent spett st s"
    )
    | phrases("p. es., ad es., n. b., s. e."),
    before_numbers=listed(
        "n nn nr no n° art artt p pp pag pagg cap capp vol voll t fig figg tab par co lett tel ca gen feb mar "
        "apr mag giu lug ago set sett ott nov dic v vv sez sec secc"
    ),
    may_end=listed(
        "cap ten ecc etc s.p.a s.r.l a.c d.c gen feb mar apr mag giu lug ago set sett ott nov dic lun mer gio "
        "ven sab dom max min ab u.s.a jr"
    )
    | phrases("s. p. a., s. r. l., a. c., d. c."),
    opening_words=listed(
        "A Ad Adesso Agli Ai Al Alcune Alcuni All Alla Alle Allo Allora Altre Altri Anche Ancora Anzi Appena "
        "Attualmente Basta Chi Ci Ciascuno Ciò Col Come Con Così Cosa Da Dagli Dai Dal Dalla Dalle Davvero Degli "
        "Dei Del Della Delle Di Dopo Dove Dunque Durante E Ecco Ed Egli Era Erano Essa Esse Essi Esso Fino Forse "
        "Fra Fu Già Gli Ha Hanno I Ieri Il Immediatamente In Infatti Infine Inoltre Insomma Invece Io L La Le "
        "Lei Lo Loro Lui Ma Mai Mentre Mi Molte Molti Ne Neanche Negli Nei Nel Nell Nella Nelle Nemmeno Neppure "
        "Nessun Nessuna Nessuno Niente No Noi Non Nonostante Nulla O Oggi Ogni Oltre Oppure Ora Ormai Per Perché "
        "Perciò Però Più Poi Poiché Pochi Prima Proprio Pur Purtroppo Qual Quale Quando Quanto Quasi Quella "
        "Quelle Quelli Quello Questa Queste Questi Questo Qui Quindi Se Secondo Sembra Sempre Senza Si Sia Solo "
        "Sono Soprattutto Sotto Spesso Su Sul Sulla Suo Sua Tale Tra Tranne Troppo Tutta Tutte Tutti Tuttavia "
        "Tutto Un Una Uno Vi Voi È"
    ),
)
