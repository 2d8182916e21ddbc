"""German. Nouns have capitals, so a capital after a full stop says little, and ``5.`` is "the fifth"."""

from __future__ import annotations

from argumap.text.languages import Language, count_up, inflected, listed, phrases, with_hundreds

_UNITS = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
_TENS = ["zwanzig", "dreissig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
_UP_TO_99 = {
    **count_up("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", 2),
    **count_up("dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn", 13),
    **{ten: 10.0 * n for n, ten in enumerate(_TENS, 2)},
    **{f"{unit}und{ten}": 10.0 * n + m for n, ten in enumerate(_TENS, 2) for m, unit in enumerate(_UNITS, 1)},
}
_HUNDREDS = {"hundert": 100.0, **{f"{unit}hundert": 100.0 * n for n, unit in enumerate(_UNITS, 1)}}

_ENDINGS = {
    **inflected("te ste", "n r s m"),
    **inflected("tel stel", "n s"),
    **inflected("mal malig fach facht", "e en er es em"),
    **inflected("erlei tens stens einhalb", ""),
    **inflected("er", "n"),
    **inflected(
        "jährig tägig stündig minütig wöchig monatig köpfig stöckig seitig teilig stellig gliedrig prozentig",
        "e en er es em",
    ),
}
# One writes "achte" like the verb "achten", so that this form of it is passed over.
_IRREGULAR = {**dict.fromkeys(("achte", "achter", "achtes", "achtem"), 8.0), "achtel": 1 / 8}

PLUGIN = Language(
    code="de",
    name="German",
    stop_words=listed(
        "der die das den dem des ein eine einen einem einer eines und oder aber ist sind war waren wird werden "
        "wurde wurden nicht mit von vom zu zum zur im auf für als auch sich es er sie wir ich ihr man noch nur "
        "nach bei beim durch über unter wie wenn dass weil hat haben hatte kann können muss soll sein seine aus "
        "diese dieser dieses kein keine um am bis vor"
    ),
    negators=listed(
        "nicht nichts nie niemals niemand niemanden niemandem kein keine keinen keinem keiner keines keinerlei "
        "weder nirgends nirgendwo ohne kaum nein keineswegs keinesfalls"
    ),
    number_words={
        **with_hundreds(_UP_TO_99, _HUNDREDS, "tausend"),
        **dict.fromkeys(("hunderte", "hunderten"), 1e2),
        **dict.fromkeys(("tausend", "tausende", "tausenden", "eintausend"), 1e3),
        **dict.fromkeys(("million", "millionen"), 1e6),
        **dict.fromkeys(("milliarde", "milliarden"), 1e9),
        **dict.fromkeys(("billion", "billionen"), 1e12),
        **dict.fromkeys(("halb", "halbe", "halben", "halber", "halbes", "hälfte"), 1 / 2),
        "dutzend": 12.0,
        "anderthalb": 1.5,
        "drittel": 1 / 3,
        "viertel": 1 / 4,
        "fünftel": 1 / 5,
        "zehntel": 1 / 10,
        **dict.fromkeys(("doppelt", "doppelte", "doppelten", "zweimal", "verdoppelt", "verdoppelte"), 2.0),
        **dict.fromkeys(("verdoppeln", "verdoppelten"), 2.0),
        **dict.fromkeys(("dreifach", "dreimal", "verdreifacht"), 3.0),
        **dict.fromkeys(("halbiert", "halbierte", "halbierten", "halbieren"), 1 / 2),
        **_IRREGULAR,
    },
    number_stems=listed("drit sieb"),
    number_endings=_ENDINGS,
    number_beginnings=("ver",),
    before_names=listed(
        "Mag hr hrn fr frl dr prof dipl ing lic st ew hl bzw vgl ca evtl ggf gegebenenf inkl exkl einschl sog "
        "geb gest verh verw zzgl abzgl bspw beisp insb insbes jew z.b d.h u.a i.d.r d.i v.a s.o s.u z.t o.g u.u "
        "gem lt mind sogen jährl monatl tägl allg bes betr bzgl diesbzgl div ggü staatl städt stellv techn wiss "
        "zus zw amtl einschl durchschn ehem evang kath gegr illustr jur med phil rer vorm nachm verst vertr zit"
    )
    | phrases(
        "z. b., d. h., i. d. r., z. t., v. a., s. o., s. u., m. e., u. u., z. zt., i. a., o. g., a. d., i. e., "
        "d. i., u. a. m., m. w., i. h. v., v. d."
    ),
    before_numbers=listed(
        "nr nrn s abs art bd bde kap abb tab anm aufl ziff rn rz abschn zif jg h vers vol fig tel jan feb mär "
        "apr jun jul aug sep sept okt nov dez str"
    ),
    may_end=listed(
        "mio mrd tsd usw etc str jh jhd jhdt jan feb mär apr jun jul aug sep sept okt nov dez mo di mi do fr sa "
        "max min gmbh co kg hrsg verf std min sek stk tel u.a u.ä o.ä v.chr n.chr"
    )
    | phrases("u. a., u. ä., o. ä., v. chr., n. chr., e. v., a. m., u. s. w., a. d."),
    opening_words=listed(
        "Aber Alle Allerdings Alles Als Also Am An Andere Anders Auch Auf Aus Außerdem Bei Beide Beim Bereits "
        "Bis Da Dabei Dadurch Dafür Dagegen Daher Damals Damit Danach Dann Daran Darauf Darum Das Dass Davon "
        "Dazu Dem Den Denn Dennoch Der Deren Des Deshalb Dessen Deswegen Die Dies Diese Diesem Diesen Dieser "
        "Dieses Doch Dort Durch Ebenso Ein Eine Einem Einen Einer Einige Er Erst Es Etwa Ferner Früher Für Ganz "
        "Gegen Genau Gestern Gibt Hat Hatte Heute Hier Hinzu Hätte Ich Ihm Ihr Ihre Im Immer In Indem Insgesamt "
        "Ist Ja Jede Jeder Jedes Jedoch Jener Jetzt Kein Keine Keiner Kann Können Man Manche Manchmal Mehr "
        "Mehrere Mein Mit Muss Nach Nachdem Natürlich Nein Nicht Nichts Nie Niemand Noch Nun Nur Ob Oder Obwohl "
        "Oft Ohne Schon Sehr Sein Seine Seit Seitdem Sie Sind So Sobald Sogar Solange Solche Soll Somit Sondern "
        "Sonst Später Statt Trotz Trotzdem Um Und Unser Unsere Unter Viele Vielleicht Vom Von Vor War Waren "
        "Warum Was Weder Wegen Weil Welche Wenn Wer Werden Wie Wieder Wir Wird Wo Während Zu Zudem Zuerst "
        "Zuletzt Zum Zur Zwar Zwischen Über"
    ),
    abbreviated_endings=("str",),
    ordinals=True,
)
