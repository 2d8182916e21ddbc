"""Spanish. A question or an exclamation opens with a mark of its own."""

from __future__ import annotations

from argumap.text.languages import Language, count_up, listed, phrases

_VERBS = dict.fromkeys(("ar", "ado", "ada", "ados", "adas", "aron", "an", "ará", "arán", "ando"), "ar")

PLUGIN = Language(
    code="es",
    name="Spanish",
    stop_words=listed(
        "el la los las un una unos unas de del al a y o pero que en es son era fue por para con sin no se su sus "
        "lo le les como más este esta estos estas eso esa ese ha han había hay muy también ya si cuando donde "
        "sobre entre desde hasta porque ni nos yo él ella"
    ),
    negators=listed("no ni nunca jamás nada nadie ningún ninguno ninguna ningunos ningunas sin tampoco apenas"),
    number_words={
        **count_up("dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince", 2),
        **count_up(
            "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro", 16
        ),
        **count_up("veinticinco veintiséis veintisiete veintiocho veintinueve", 25),
        "veintiún": 21.0,
        "veintiuna": 21.0,
        **count_up("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10),
        **count_up("cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos", 100, 100),
        **count_up("ochocientos novecientos", 800, 100),
        **count_up(
            "doscientas trescientas cuatrocientas quinientas seiscientas setecientas ochocientas", 200, 100
        ),
        **dict.fromkeys(("ciento", "cientos", "centenar", "centenares"), 1e2),
        "novecientas": 900.0,
        **dict.fromkeys(("mil", "miles", "millar", "millares"), 1e3),
        **dict.fromkeys(("millón", "millones"), 1e6),
        **dict.fromkeys(("billón", "billones"), 1e12),
        "decena": 10.0,
        "docena": 12.0,
        **dict.fromkeys(("medio", "media", "mitad"), 1 / 2),
        **dict.fromkeys(("tercio", "tercios"), 1 / 3),
        **dict.fromkeys(("cuarto", "cuartos", "cuarta"), 1 / 4),
        "quinto": 1 / 5,
        "décimo": 1 / 10,
        **dict.fromkeys(("doble", "duplicó", "duplicado"), 2.0),
        **dict.fromkeys(("triple", "triplicó"), 3.0),
        **count_up("cuádruple quíntuple séxtuple", 4),
        "tercer": 3.0,
        **dict.fromkeys(("décuplo", "decenas"), 10.0),
        "docenas": 12.0,
        "quincena": 15.0,
        "veintena": 20.0,
    },
    number_stems=listed(
        "tercer cuart quint sext séptim octav noven décim undécim duodécim vigésim trigésim centésim milésim "
        "duplic triplic cuadruplic quintuplic"
    ),
    number_endings={**dict.fromkeys(("o", "a", "os", "as"), "o"), **_VERBS},
    before_names=listed(
        "c sr sra srta sres sras dr dra dres d dña lic ing arq prof profa mons pbro fr sto sta gral cnel tte "
        "sgto ud uds vd vds excmo excma ilmo ilma aprox cf cfr vs p.ej p.e atte hnos rvdo"
    )
    | phrases("p. ej., p. e., q. e. p. d., s. m., n. b."),
    before_numbers=listed(
        "n n.º núm núms no nº pág págs p pp art arts cap caps vol vols t fig figs tel teléf apdo av avda párr s "
        "ss ene feb mar abr may jun jul ago sep sept set oct nov dic km"
    ),
    may_end=listed(
        "cap etc cía ltda s.a s.l ee.uu ee.uu.uu ene feb mar abr may jun jul ago sep sept set oct nov dic máx "
        "mín hab a.c d.c a.m p.m jr"
    )
    | phrases("ee. uu., s. a., s. l., a. c., d. c., a. m., p. m., a. de c., d. de c., cc. oo., ff. aa., jj. oo."),
    opening_words=listed(
        "A Ahora Al Algo Alguien Algunas Algunos Allí Ante Antes Apenas Aquel Aquella Así Aun Aunque Aún Cada "
        "Casi Como Con Contra Cual Cuando Cuándo Cómo Dado De Del Desde Después Donde Durante Dónde E El Ella "
        "Ellas Ellos En Entonces Entre Era Es Esa Esas Ese Eso Esos Esta Estaba Estas Este Esto Estos Está Están "
        "Fue Fueron Ha Hace Han Hasta Hay Hoy Incluso Jamás La Las Le Les Lo Los Luego Mas Me Mi Mientras Muchas "
        "Muchos Muy Más Nada Nadie Ni Ninguna Ninguno Ningún No Nos Nosotros Nuestra Nuestro Nunca O Otra Otras "
        "Otro Otros Para Pero Poco Pocos Por Porque Pues Que Quien Quizá Quizás Qué Quién Se Según Ser Si "
        "Siempre Sin Sino Sobre Solo Su Sus Sí También Tampoco Tan Tanto Tal Te Todas Todo Todos Tras Tu Tú Un "
        "Una Unas Uno Unos Usted Varias Varios Y Ya Yo Él"
    ),
)
