"""English."""

from __future__ import annotations

from argumap.text.languages import FigureWords, Language, count_up, listed

_NUMBER_WORDS = {
    **count_up("two three four five six seven eight nine ten eleven twelve", 2),
    **count_up("thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 13),
    **count_up("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    **dict.fromkeys(("hundred", "hundreds"), 1e2),
    **dict.fromkeys(("thousand", "thousands"), 1e3),
    **dict.fromkeys(("million", "millions"), 1e6),
    **dict.fromkeys(("billion", "billions"), 1e9),
    **dict.fromkeys(("trillion", "trillions"), 1e12),
    "dozen": 12.0,
    "half": 1 / 2,
    "third": 1 / 3,
    "quarter": 1 / 4,
    "fifth": 1 / 5,
    "tenth": 1 / 10,
    "twice": 2.0,
    "double": 2.0,
    "triple": 3.0,
}

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_PARTS = "third quarter fifth sixth seventh eighth ninth tenth"

_FIGURES = FigureWords(
    cardinals={
        "zero": 0.0,
        "one": 1.0,
        **count_up("two three four five six seven eight nine ten eleven twelve", 2),
        **count_up("thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 13),
        **count_up("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    },
    magnitudes={
        "dozen": 12.0,
        "hundred": 1e2,
        "thousand": 1e3,
        "million": 1e6,
        "billion": 1e9,
        "trillion": 1e12,
    },
    fractions={
        **dict.fromkeys(("half", "halves"), 1 / 2),
        **{word + s: 1 / n for n, word in enumerate(_PARTS.split(), 3) for s in ("", "s")},
        **{word + s: 1 / n for n, word in ((100, "hundredth"), (1000, "thousandth")) for s in ("", "s")},
    },
    multiples={
        **dict.fromkeys(("twice", "double", "doubled", "doubles", "doubling", "twofold"), 2.0),
        **dict.fromkeys(
            ("triple", "tripled", "triples", "tripling", "threefold", "thrice", "treble", "trebled"), 3.0
        ),
        **dict.fromkeys(("quadruple", "quadrupled", "fourfold"), 4.0),
        **dict.fromkeys(("halve", "halved", "halves", "halving"), 1 / 2),
        "tenfold": 10.0,
    },
    ordinals=count_up(_ORDINALS, 1),
    vague={
        **dict.fromkeys(("both", "couple", "pair", "fortnight"), 2.0),
        **dict.fromkeys(("decade", "decades"), 10.0),
        **dict.fromkeys(("century", "centuries"), 1e2),
        "dozens": 12.0,
        "tens": 10.0,
        "hundreds": 1e2,
        "thousands": 1e3,
        "millions": 1e6,
        "billions": 1e9,
        "trillions": 1e12,
    },
    short={"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12},
    articles=listed("a an"),
    joiners=listed("and"),
    after_shares=listed(
        "of more less fewer as higher lower larger smaller longer shorter faster slower cheaper dearer the to in "
        "on at by from over after before since when while and or but than that who which for with is are was were "
        "has have had do does did"
    ),
    percent=frozenset({"percent", "pct", "pc", "per cent", "percentage points", "percentage point"}),
    out_of=frozenset({"in", "out of"}),
    rough=listed(
        "about around nearly almost roughly approximately over under above below some least most than to circa ca "
        "close barely just well up"
    ),
    months={
        **count_up("january february march april may june july august september october november december", 1),
        **count_up("jan feb mar apr may jun jul aug sep oct nov dec", 1),
        "sept": 9.0,
    },
    ordinal_endings=listed("st nd rd th"),
)

PLUGIN = Language(
    code="en",
    name="English",
    stop_words=listed(
        "the of and to a in is are was were be been that this these those it its he she they we you his her "
        "their our for on with as at by from or but not which who what when have has had will would can could "
        "should there if than more do does an"
    ),
    negators=listed("no not never none nobody nothing neither nor nowhere without cannot hardly barely scarcely"),
    negator_endings=("n't",),
    number_words=_NUMBER_WORDS,
    figures=_FIGURES,
    # Titles and the like: a name follows, so a capital after them says nothing.
    before_names=listed(
        "mr mrs ms mx dr prof rev hon sen rep gov gen col maj capt cmdr lt sgt cpl pres st ste mt ft messrs mmes "
        "supt insp e.g i.e cf vs viz al op approx ca resp"
    ),
    before_numbers=listed(
        "no nos n° nr p pp fig figs sec sect vol vols art arts ch chap eq ex para par ver v tab app ed jan feb "
        "mar apr jun jul aug sep sept oct nov dec"
    ),
    # These may stand at the end of a sentence; only a word that opens sentences tells.
    may_end=listed(
        "co inc ltd corp bros plc llc jr sr esq dept univ assn ave blvd rd bldg jan feb mar apr jun jul aug sep "
        "sept oct nov dec mon tue tues wed thu thurs fri sat sun est min max avg misc"
    ),
    opening_words=listed(
        "A After All Also Although An And Another Any Are As At Because Before Both But By Can Could Did Do Does "
        "Each Even Every Few For From Had Has Have He Her Here His How However I If In Is It Its Last Many "
        "Meanwhile Most My Neither Next No Nobody None Nor Not Nothing Now On Once One Only Or Other Others Our "
        "People Perhaps She Should Since So Some Still Such That The Their Then There These They This Those "
        "Though Thus To Today Under Until Was We Were What When Where Whether Which While Who Whose Why Will "
        "With Without Would Yes Yet You Your"
    ),
    lone_letters=frozenset("I"),
    # “Who pays?” Prast asked.
    after_quote=(
        r"(?:[A-Z][\w\u2019'.-]*\s){1,3}(?:said|says|asked|asks|wrote|writes|replied|replies|answered|added|told)\b"
    ),
)
