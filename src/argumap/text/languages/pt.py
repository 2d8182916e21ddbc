"""Portuguese."""

from __future__ import annotations

from argumap.text.languages import Language, count_up, listed, phrases

_VERBS = dict.fromkeys(("ar", "ado", "ada", "ados", "adas", "ou", "aram", "am", "ará", "arão", "ando"), "ar")

PLUGIN = Language(
    code="pt",
    name="Portuguese",
    stop_words=listed(
        "o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com sem e ou mas que não "
        "é são era foi foram ao à aos às se seu sua seus suas ele ela eles elas como mais este esta isso isto já "
        "muito também há ser está quando entre sobre até porque nem lhe"
    ),
    negators=listed("não nem nunca jamais nada ninguém nenhum nenhuma nenhuns nenhumas sem tampouco"),
    number_words={
        **count_up("dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze", 2),
        **count_up("dezasseis dezassete dezoito dezanove", 16),
        **count_up("dezesseis dezessete", 16),
        **count_up("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", 20, 10),
        **count_up(
            "duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos", 200, 100
        ),
        **count_up(
            "duzentas trezentas quatrocentas quinhentas seiscentas setecentas oitocentas novecentas", 200, 100
        ),
        "duas": 2.0,
        "quatorze": 14.0,
        "dezenove": 19.0,
        **dict.fromkeys(("cem", "cento", "centena", "centenas"), 1e2),
        **dict.fromkeys(("mil", "milhar", "milhares"), 1e3),
        **dict.fromkeys(("milhão", "milhões"), 1e6),
        **dict.fromkeys(("bilhão", "bilhões"), 1e9),
        "dezena": 10.0,
        "dúzia": 12.0,
        **dict.fromkeys(("meio", "meia", "metade"), 1 / 2),
        **dict.fromkeys(("terço", "terços"), 1 / 3),
        **dict.fromkeys(("quarto", "quartos"), 1 / 4),
        "quinto": 1 / 5,
        "décimo": 1 / 10,
        **dict.fromkeys(("dobro", "duplo", "dobrou", "duplicou"), 2.0),
        **dict.fromkeys(("triplo", "triplicou"), 3.0),
        **count_up("quádruplo quíntuplo sêxtuplo", 4),
        **dict.fromkeys(("décuplo", "dezenas"), 10.0),
        "dúzias": 12.0,
        "quinzena": 15.0,
        "vintena": 20.0,
    },
    number_stems=listed(
        "terceir quart quint sext sétim oitav non décim vigésim trigésim centésim milésim dobr duplic triplic "
        "quadruplic quintuplic"
    ),
    number_endings={**dict.fromkeys(("o", "a", "os", "as"), "o"), **_VERBS},
    before_names=listed(
        "sr sra srta srs sras dr dra drs d dª prof profa profª eng engª arq des exmo exma ilmo ilma rev pe sto "
        "sta gen cel ten sgt aprox cf vs p.ex c.f n.b v.exª"
    )
    | phrases("p. ex., v. ex.ª, n. b."),
    before_numbers=listed(
        "n n.º nº núm pág págs p pp art arts cap caps vol vols t fig figs tel av r km séc jan fev mar abr mai "
        "jun jul ago set out nov dez inc par"
    ),
    may_end=listed(
        "cap etc cia ltda s.a e.u.a a.c d.c a.m p.m jr jan fev mar abr mai jun jul ago set out nov dez máx mín "
        "hab seg qua qui sáb dom"
    )
    | phrases("s. a., a. c., d. c., e. u. a., a. m., p. m."),
    opening_words=listed(
        "A Afinal Agora Ainda Algo Alguma Algumas Alguns Alguém Ali Além Antes Ao Aos Apenas Apesar Após Aquela "
        "Aquele Aqui As Assim Até Cada Caso Com Como Contra Contudo Da Daí Das De Depois Desde Deve Do Dos "
        "Durante E Ela Elas Ele Eles Em Embora Enquanto Entre Então Era Eram Essa Essas Esse Esses Esta Estas "
        "Este Estes Está Estão Eu Foi Foram Há Hoje Isso Isto Já Lá Logo Mais Mas Mesmo Meu Minha Muita Muitas "
        "Muito Muitos Na Nada Nas Nem Nenhum Nenhuma Nesse Neste Ninguém No Nos Nossa Nosso Nunca Nós Não O Onde "
        "Ontem Os Ou Outra Outras Outro Outros Para Pela Pelas Pelo Pelos Perante Poderia Pode Pois Por Porque "
        "Porquê Porém Portanto Pouco Poucos Qual Quando Quanto Quase Que Quem Se Segundo Seja Sem Sempre Sendo "
        "Ser Será Seu Seus Sim Sobre Sua Suas Só São Tal Talvez Também Tampouco Tanto Tem Toda Todas Todavia "
        "Todo Todos Tudo Têm Um Uma Umas Uns Você À Às É"
    ),
)
