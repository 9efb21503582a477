"""Words that say that something is not known, as people, programs and spreadsheets in several languages write them.

All are in lower case. What a spreadsheet shows where it cannot compute a cell depends on the language it is set to:
``#N/A`` is ``#NV`` in German, ``#N/D`` in Spanish, Italian and Portuguese, ``#N/B`` in Dutch. Of Excel's, those of its
larger languages are here, from Microsoft's own lists of functions and errors; LibreOffice adds ``Err:`` with a number.
"""

_ENGLISH = """#n/a #ref! #name? #value! #div/0! #null! #num! #spill! #calc! #getting_data #field! #blocked! #connect!
    #unknown! #busy! #error! #external! #python! #timeout!"""
_OTHERS = """#nv #bezug! #wert! #zahl! #überlauf! #kalk! #feld! #blockiert! #verbinden! #unbekannt!
    #n/d #¡ref! #¿nombre? #¡valor! #¡div/0! #¡nulo! #¡num! #¡desbordamiento! #¡calc! #¡campo!
    #nom? #valeur! #nul! #nombre! #propagation! #epars! #calcul!
    #rif! #nome? #valore! #nullo! #espansione! #valor! #nulo! #núm! #despejar!
    #n/b #verw! #naam? #waarde! #deel/0! #leeg! #getal! #overloop!
    #n/d! #adr! #nazwa? #arg! #dziel/0! #zero! #liczba!
    #saknas! #referens! #namn? #värdefel! #division/0! #skärning! #ogiltigt! #i/t #reference! #navn? #værdi! #verdi!
    #puuttuu! #viittaus! #nimi? #arvo! #jako/0! #yok #başv! #ad? #değer! #sayi/0! #sayı/0!
    #н/д #ссылка! #имя? #знач! #дел/0! #пусто! #число!"""
#: What a spreadsheet shows where it cannot compute a cell.
ERRORS = frozenset([*_ENGLISH.split(), *_OTHERS.split(), *(f"err:{number}" for number in range(501, 541))])
_WORDS = (
    "na", "n/a", "n.a.", "n.a", "#na", "nan", "null", "none", "nil", "<na>", "<null>", "undefined", "-", "--", "---",
    "–", "—", "?", "??", "???", ".", "unknown", "not known", "not available", "not applicable", "missing", "no data",
    "not stated", "not specified", "unspecified", "not provided", "no answer", "tbd", "tbc", "tba", "to be determined",
    "to be confirmed", "n/k", "n.k.", "don't know", "don’t know", "dont know", "do not know", "not sure",
    "blank", "empty",
    "k.a.", "k. a.", "k.a", "keine angabe", "unbekannt", "weiß nicht", "weiss nicht",
    "n/d", "n.d.", "s/d", "n/c", "sin datos", "sin dato", "no sabe", "no aplica", "desconocido", "desconocida",
    "no disponible", "inconnu", "inconnue", "non renseigné", "n/r", "sconosciuto", "desconhecido", "onbekend",
)  # fmt: skip
#: What people and programs write where something is not known: R, Python, databases, spreadsheets, and who fills in.
NOT_KNOWN = ERRORS | {form for word in _WORDS for form in (word, f"({word})", f"[{word}]")}
