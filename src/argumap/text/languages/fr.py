"""French. Its quotation marks stand off by a space, « so », and belong to the sentence that they close."""

from __future__ import annotations

from argumap.text.languages import Language, count_up, inflected, listed, phrases

PLUGIN = Language(
    code="fr",
    name="French",
    stop_words=listed(
        "le la les un une des du de et ou mais est sont était étaient sera que qui dans pour par sur avec sans "
        "ne pas plus ce cette ces il elle ils elles on nous vous je se son sa ses leur leurs au aux en comme a "
        "ont avait être fait tout tous très aussi si y dont où même"
    ),
    negators=listed("ne pas ni non jamais rien aucun aucune nul nulle sans guère nullement"),
    negator_beginnings=("n'",),
    number_words={
        **count_up("deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize", 2),
        **count_up("vingt trente quarante cinquante soixante septante huitante nonante", 20, 10),
        "vingts": 20.0,
        "octante": 80.0,
        **dict.fromkeys(("cent", "cents", "centaine", "centaines"), 1e2),
        **dict.fromkeys(("mille", "millier", "milliers"), 1e3),
        **dict.fromkeys(("million", "millions"), 1e6),
        **dict.fromkeys(("milliard", "milliards"), 1e9),
        "dizaine": 10.0,
        "douzaine": 12.0,
        "vingtaine": 20.0,
        **dict.fromkeys(("demi", "demie", "moitié"), 1 / 2),
        **dict.fromkeys(("tiers",), 1 / 3),
        "quart": 1 / 4,
        "quarts": 1 / 4,
        "cinquième": 1 / 5,
        "dixième": 1 / 10,
        **dict.fromkeys(("double", "doublé"), 2.0),
        **dict.fromkeys(("triple", "triplé"), 3.0),
        **count_up("quadruple quintuple sextuple", 4),
        **count_up("trentaine quarantaine cinquantaine soixantaine", 30, 10),
        "quinzaine": 15.0,
        "décuple": 10.0,
        "centuple": 100.0,
    },
    number_stems=listed(
        "deux trois quatr cinqu six sept huit neuv dix onz douz treiz quatorz quinz seiz vingt trent quarant "
        "cinquant soixant cent mill doubl tripl quadrupl quintupl décupl centupl dizain douzain vingtain "
        "quinzain trentain quarantain cinquantain soixantain"
    ),
    number_endings={**inflected("ième", "s"), **inflected("é", "e s es"), "er": "é", "ent": "é", "es": "e"},
    before_names=listed(
        "Col m mm mr mrs mgr me mes dr drs pr prof st ste sts stes cie cf env ex p.ex c.-à-d i.e e.g vs al ibid "
        "id op réf éd trad adj gén cdt lcl adjt brig lt sgt"
    )
    | phrases("p. ex., c. à d., c. -à-d., n. b."),
    before_numbers=listed(
        "n n° no nos p pp art al chap ch vol t fig tabl tab §§ v vv ann env tél janv févr avr juil juill sept "
        "oct nov déc sect par num"
    ),
    may_end=listed(
        "cap dir etc janv févr avr juil juill sept oct nov déc lun mar ven sam dim apr av max min hab bd boul "
        "ltée inc s.a s.a.r.l j.-c"
    )
    | phrases("av. j.-c., apr. j.-c., s. a."),
    opening_words=listed(
        "Ainsi Alors Après Au Aucun Aucune Aujourd Aussi Autre Autres Aux Avant Avec Beaucoup Bien Car Ce Ceci "
        "Cela Celle Celles Celui Cependant Certains Ces Cet Cette Ceux Chacun Chaque Chez Comme Comment Contre D "
        "Dans De Depuis Des Donc Du En Enfin Ensuite Entre Est Et Il Ils Ici J Je Jusqu L La Le Les Leur Leurs "
        "Lorsque Lui Mais Malgré Moins Même N Ne Ni Nos Notre Nous On Or Ou Où Par Parce Parfois Pendant "
        "Personne Peu Peut Plus Plusieurs Pour Pourquoi Pourtant Puis Puisque Qu Quand Quant Que Quel Quelle "
        "Quelques Qui Quoi Rien S Sa Sans Sauf Se Selon Ses Seul Seule Si Sinon Son Sous Sur T Tous Tout Toute "
        "Toutefois Toutes Trop Très Un Une Vers Voici Voilà Vos Votre Vous Y À Ça Était Être Elle Elles Quoique "
        "Tandis"
    ),
)
