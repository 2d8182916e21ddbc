"""Languages of which argumap knows a name, or a few small words that tell them from those that it knows well."""

from __future__ import annotations

from typing import Final

NAMES: Final = {
    "af": "Afrikaans",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "ca": "Catalan",
    "cs": "Czech",
    "cy": "Welsh",
    "da": "Danish",
    "el": "Greek",
    "et": "Estonian",
    "eu": "Basque",
    "fa": "Persian",
    "fi": "Finnish",
    "ga": "Irish",
    "gl": "Galician",
    "gu": "Gujarati",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "is": "Icelandic",
    "ka": "Georgian",
    "km": "Khmer",
    "ko": "Korean",
    "la": "Latin",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mr": "Marathi",
    "ms": "Malay",
    "my": "Burmese",
    "nb": "Norwegian",
    "ne": "Nepali",
    "nn": "Norwegian",
    "no": "Norwegian",
    "pa": "Punjabi",
    "pl": "Polish",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sr": "Serbian",
    "sv": "Swedish",
    "sw": "Swahili",
    "ta": "Tamil",
    "te": "Telugu",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "und": "a language that nobody named",
    "und-Latn": "a language in Latin letters",
    "und-Cyrl": "a language in Cyrillic letters",
    "und-Deva": "a language in Devanagari letters",
    "und-Beng": "a language in Bengali letters",
    "und-Ethi": "a language in Ethiopic letters",
}

# Lest one of ours be taken for its neighbour.
SMALL_WORDS: Final = {
    "af": "die en van het is in nie dat op vir met was sy hy ek jy ons hulle deur aan maar ook word om te as by",
    "ca": (
        "el la els les i de que en un una per amb no és són del al dels als va ser com més però aquest "
        "aquesta hi ha"
    ),
    "cs": (
        "a se na v je že s z do i o k jsem jako by ale pro od za po si tak jeho není jsou byl byla bylo které "
        "který"
    ),
    "da": (
        "og i at det er en til på de som for af den med der ikke har et var jeg vi kan men om så sig fra ved eller"
    ),
    "fi": (
        "ja on ei että se oli hän mutta ovat kun niin kuin myös joka tai jos vain sen ole mitä nyt olla hänen sitä"
    ),
    "gl": (
        "o a os as e de do da que en un unha non é por para con se na no máis pero como foi dos das á ao unha son"
    ),
    "hr": "i je u na se da za su od s a o kao koji koja koje nije bi ali iz do ne te što sam ili bio bila bilo",
    "hu": "a az és hogy nem is egy van volt de ez ha csak azt már meg mint még ki vagy lesz ezt el nincs akkor",
    "id": "yang dan di dengan untuk tidak ini itu dari dalam akan pada juga ke karena ada oleh kami mereka atau",
    "no": (
        "og i at det er en til på som for av den med ikke har et var jeg vi kan men om så seg fra ved eller de"
    ),
    "pl": (
        "i w nie na się z do to że jest o jak ale po co tak od za przez są był była było oraz dla czy tylko "
        "już ich"
    ),
    "ro": (
        "și în de la a cu pe nu o un că din se este mai pentru sau care au fost sunt dar ce al ale lui către prin"
    ),
    "sv": (
        "och i att det är en till på de som för av den med inte har ett var jag vi kan men om så sig från vid "
        "eller"
    ),
    "tr": "ve bir bu da de için ile çok daha olarak gibi olan ne en ama kadar sonra var değil her o ki mi mı",
    "vi": "và của là có không được cho với các một những này trong người đã khi từ đến như để thì ở ra về",
}
