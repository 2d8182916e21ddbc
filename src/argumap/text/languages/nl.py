"""Dutch. A sentence may open with a clipped word, ``'s Avonds``."""

from __future__ import annotations

from argumap.text.languages import Language, count_up, inflected, listed, phrases, with_hundreds

_UNITS = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
_TENS = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]


def _joined(unit: str, ten: str) -> str:
    return f"{unit}{'ën' if unit.endswith('e') else 'en'}{ten}"


_UP_TO_99 = {
    **count_up("twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien", 2),
    **count_up("zeventien achttien negentien", 17),
    **{ten: 10.0 * n for n, ten in enumerate(_TENS, 2)},
    **{_joined(unit, ten): 10.0 * n + m for n, ten in enumerate(_TENS, 2) for m, unit in enumerate(_UNITS, 1)},
}
_HUNDREDS = {"honderd": 100.0, **{f"{unit}honderd": 100.0 * n for n, unit in enumerate(_UNITS[1:], 2)}}

PLUGIN = Language(
    code="nl",
    name="Dutch",
    stop_words=listed(
        "de het een en of maar van in op te dat die is zijn was waren wordt worden werd voor met aan er niet ook "
        "als bij door uit naar over om dan nog wel geen hij zij ze we wij ik je heeft hebben had kan kunnen moet "
        "zou deze dit zo meer tot onder tegen al hun haar"
    ),
    negators=listed("niet niets niks nooit niemand nergens geen noch zonder nauwelijks evenmin nee nimmer"),
    number_words={
        **with_hundreds(_UP_TO_99, _HUNDREDS, "duizend"),
        **dict.fromkeys(("honderden",), 1e2),
        **dict.fromkeys(("duizend", "duizenden"), 1e3),
        **dict.fromkeys(("miljoen", "miljoenen"), 1e6),
        **dict.fromkeys(("miljard", "miljarden"), 1e9),
        **dict.fromkeys(("biljoen", "biljoenen"), 1e12),
        "dozijn": 12.0,
        "anderhalf": 1.5,
        "anderhalve": 1.5,
        **dict.fromkeys(("half", "halve", "helft"), 1 / 2),
        "derde": 1 / 3,
        "kwart": 1 / 4,
        "vijfde": 1 / 5,
        "tiende": 1 / 10,
        **dict.fromkeys(("dubbel", "dubbele", "tweemaal", "verdubbeld", "verdubbelde"), 2.0),
        **dict.fromkeys(("driemaal", "verdrievoudigd"), 3.0),
        **dict.fromkeys(("halveren", "halveert", "halveerde", "gehalveerd"), 1 / 2),
    },
    number_endings={
        **inflected("de ste maal", "n"),
        **inflected("voudig jarig daags koppig delig talig", "e"),
        **inflected("voud", ""),
        **inflected("tal", "len"),
        **inflected("voudigd", "e en"),
        **dict.fromkeys(("voudigen", "voudigt", "voudigde"), "voudigd"),
    },
    number_beginnings=("ver",),
    before_names=listed(
        "dhr mevr mw mej dr drs ir ing mr prof ds st gen kol lt vgl cf ca bijv bv bijz evt resp incl excl d.w.z "
        "o.a o.m m.b.t m.a.w i.p.v t.o.v t.a.v z.g zgn nl i.v.m t.g.v n.a.v v.d zgn c.q o.l.v t.w"
    )
    | phrases("d. w. z., o. a., o. m., m. a. w., m. b. t., i. p. v., t. o. v., v. d."),
    before_numbers=listed(
        "nr nrs blz p pp art hfst vol dl fig tab tel lid par jan feb mrt apr jun jul aug sep sept okt nov dec bl"
    ),
    may_end=listed(
        "enz etc mln mld jl max min e.d e.a v.chr n.chr b.v n.v jan feb mrt apr jun jul aug sep sept okt nov dec "
        "ma di wo do vr za a.u.b"
    )
    | phrases("v. chr., n. chr., e. d., e. a., b. v., n. v., a. u. b."),
    opening_words=listed(
        "Aan Achter Al Alle Alleen Alles Als Andere Anders Bij Boven Bovendien Buiten Daar Daarbij Daardoor "
        "Daarna Daarnaast Daarom Daarvoor Dan Dat De Deze Die Dit Doch Door Dus Echter Een Eerst Eigenlijk Elk "
        "Elke En Enkele Er Eveneens Geen Haar Heeft Hem Het Hier Hij Hoe Hoewel Hun Iedere Iedereen Iemand Ik "
        "Immers In Indien Intussen Is Ja Je Jij Juist Kan Later Maar Meer Men Met Misschien Moet Na Naar Nadat "
        "Naast Nee Niemand Niet Niets Noch Nog Nooit Nu Of Om Omdat Onder Ondanks Ons Onze Ook Op Over Overigens "
        "Pas Per Sinds Slechts Sommige Soms Steeds Te Tegen Tenslotte Terwijl Toch Toen Tot Tussen Uit Van "
        "Vandaag Vanaf Veel Verder Vervolgens Volgens Voor Vooral Waar Waarom Wanneer Want Was Wat We Wel Welke "
        "Werd Wie Wij Wordt Ze Zelfs Zij Zijn Zo Zoals Zonder Zou"
    ),
    clipped=("'s ", "’s ", "'t ", "’t ", "'n ", "’n ", "'k ", "’k "),
)
