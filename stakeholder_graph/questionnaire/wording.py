"""What the questionnaire says, in English and Spanish; the one file to edit for another wording."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from stakeholder_graph.model.survey import Promise

Language = Literal["en", "es"]

#: How survey tools are told which language a column is in.
LANGUAGES: Mapping[Language, str] = MappingProxyType({"en": "English (en)", "es": "Español (es)"})

#: One text in every language.
Text = Mapping[Language, str]


def _two(en: str, es: str) -> Text:
    return MappingProxyType({"en": en, "es": es})


WHAT_WE_ASK: Mapping[str, Text] = MappingProxyType(
    {
        "organization": _two("Which organization do you answer for?", "¿Por qué organización responde usted?"),
        "role": _two("What is your role there?", "¿Cuál es su función en ella?"),
        "collaboration": _two(
            "How does your organization work with each of these?",
            "¿Cómo trabaja su organización con cada una de estas?",
        ),
        "contact": _two(
            "How often is your organization in contact with each of these?",
            "¿Con qué frecuencia está su organización en contacto con cada una de estas?",
        ),
        "trust": _two(
            "How far do you trust each of these to do what it says it will?",
            "¿Hasta qué punto confía en que cada una de estas hará lo que dice?",
        ),
        "perceived value": _two(
            "How much does each of these add to what the partnership wants to achieve?",
            "¿Cuánto aporta cada una de estas a lo que la alianza quiere lograr?",
        ),
        "conflict": _two(
            "How often do you get in each other's way?",
            "¿Con qué frecuencia se estorban mutuamente?",
        ),
        "data sharing": _two(
            "Does your organization share data with each of these?",
            "¿Comparte su organización datos con cada una de estas?",
        ),
        "referral": _two(
            "Does your organization refer people to each of these?",
            "¿Deriva su organización a personas hacia cada una de estas?",
        ),
        "funding": _two("Does your organization fund each of these?", "¿Financia su organización a cada una de estas?"),
        "other layer": _two(
            "{layer}: what describes best how your organization and each of these are connected?",
            "{layer}: ¿qué describe mejor la relación entre su organización y cada una de estas?",
        ),
        "outcome": _two(
            "Which outcomes does your organization work on?", "¿En qué resultados trabaja su organización?"
        ),
        "activity": _two("Which of these does your organization do?", "¿Cuáles de estas actividades realiza?"),
        "team": _two("Which teams is your organization part of?", "¿En qué equipos participa su organización?"),
        "meeting": _two("Which of these does your organization attend?", "¿A cuáles de estas reuniones asiste?"),
        "asset": _two("What could your organization offer partners?", "¿Qué podría ofrecer su organización?"),
        "need": _two("What does your organization need from partners?", "¿Qué necesita su organización de las demás?"),
        "agenda": _two("How far do you agree with each of these?", "¿Hasta qué punto está de acuerdo con cada uno?"),
        "factor": _two("How do you see each of these in the partnership?", "¿Cómo ve cada uno de estos en la alianza?"),
        "statement": _two("How far is each of these true?", "¿Hasta qué punto es cierto cada uno?"),
        "missing": _two("Who should be here and is not? Up to three.", "¿Quién debería estar y no está? Hasta tres."),
    }
)

HOW_TO_ANSWER: Mapping[str, Text] = MappingProxyType(
    {
        "roster": _two("Skip your own organization.", "Omita su propia organización."),
        "partners": _two(
            'Only for organizations with which you have a tie in "{question}"',
            "Solo para organizaciones con las que indicó un vínculo en «{question}»",
        ),
        "many": _two("Choose all that apply.", "Elija todas las que correspondan."),
        "words": _two("One on each line.", "Una en cada línea."),
    }
)

#: What stands beside each question: who will see the answers.
PROMISES: Mapping[Promise, Text] = MappingProxyType(
    {
        "named": _two(
            "Named: partners may see which organizations are connected, never who said so.",
            "Con nombre: las demás pueden ver qué organizaciones están vinculadas, nunca quién lo dijo.",
        ),
        "aggregate": _two(
            "In the aggregate: partners see sums over many organizations only.",
            "En conjunto: las demás solo ven sumas de muchas organizaciones.",
        ),
        "backbone": _two(
            "Backbone only: nobody but {backbone} sees it.", "Solo la coordinación: nadie más que {backbone} lo ve."
        ),
    }
)

#: The same for what an organization does, which is no tie.
PROMISE_OF_ITEMS = _two(
    "Named: partners may see what your organization chose.", "Con nombre: las demás pueden ver lo que eligió."
)
PROMISE_OF_ATTRIBUTES = _two(
    "Named: partners may see it beside your organization's name.",
    "Con nombre: las demás pueden verlo junto al nombre de su organización.",
)

ANSWERS: Mapping[str, Text] = MappingProxyType(
    {
        "not known": _two("do not know", "no sé"),
        "no tie": _two("none", "ninguno"),
        "yes": _two("yes", "sí"),
    }
)

WORDS: Mapping[str, Text] = MappingProxyType(
    {
        "title": _two("{partnership}: survey of partners", "{partnership}: encuesta a las organizaciones"),
        "who": _two("Who answers", "Quién responde"),
        "with whom": _two("With whom you work", "Con quién trabaja"),
        "on what": _two("What you work on", "En qué trabaja"),
        "views": _two("How you see it", "Cómo lo ve"),
        "end": _two("At the end", "Para terminar"),
        "welcome": _two(
            "We need to know which organization you answer for; any other question you may skip. What you skip counts "
            "as not known, never as no tie.",
            "Necesitamos saber por qué organización responde; puede omitir cualquier otra pregunta. Lo que omita "
            "cuenta como no sabido, nunca como falta de vínculo.",
        ),
        "closing": _two(
            "Thank you. If your organization would rather be unnamed in what others see, or wants to take its "
            "answers back by {until}, write to {contact}.",
            "Gracias. Si su organización prefiere no aparecer con su nombre en lo que ven las demás, o quiere "
            "retirar sus respuestas hasta {until}, escriba a {contact}.",
        ),
        "backbone": _two("the backbone", "la coordinación"),
        "blank": _two("____________________", "____________________"),
        "invented": _two("Invented example data", "Datos de ejemplo inventados"),
        "invitation": _two("An invitation to answer", "Una invitación a responder"),
        "why": _two(
            "The organizations of {partnership} are asked whom they work with, and on what. {backbone} turns the "
            "answers into a map and a report, so that all can see where the partnership is strong and what is missing.",
            "Se pregunta a las organizaciones de {partnership} con quién trabajan y en qué. {backbone} convierte las "
            "respuestas en un mapa y un informe, para que todas vean dónde es fuerte la alianza y qué falta.",
        ),
        "who sees what": _two("Who sees what", "Quién ve qué"),
        "question": _two("Question", "Pregunta"),
        "promise": _two("Who sees your answer", "Quién ve su respuesta"),
        "sample": _two("What a room map looks like", "Cómo es el mapa que se muestra"),
        "sample note": _two(
            "Invented organizations. A line joins two that either of them named; it does not say which. "
            "No list shows who has not answered, and nothing on the map proves it; but lines drawn by name can hint at "
            "it, as where an organization has few of them or none.",
            "Organizaciones inventadas. Una línea une a dos si alguna nombró a la otra, sin decir cuál. "
            "Ninguna lista muestra quién no ha respondido, y nada en el mapa lo prueba; pero las líneas, que llevan "
            "nombre, pueden dar una pista, como cuando una organización tiene pocas o ninguna.",
        ),
        "your choice": _two("Your choice", "Usted decide"),
        "skip": _two(
            "You may skip any question, or not answer at all. Nobody outside {backbone} is told that you did "
            "not, though few lines at your name may hint at it.",
            "Puede omitir cualquier pregunta, o no responder. A nadie fuera de {backbone} se le dirá, aunque pocas "
            "líneas junto a su nombre pueden dar una pista.",
        ),
        "unnamed": _two(
            "Your organization may be unnamed: tell us, and its name is left out of all that others see.",
            "Su organización puede quedar sin nombre: avísenos y su nombre no aparecerá en nada que vean las demás.",
        ),
        "withdraw": _two(
            "You may take your answers back until {until}; they are then deleted.",
            "Puede retirar sus respuestas hasta {until}; entonces se borran.",
        ),
        "back": _two("What you get back", "Qué recibe usted"),
        "get back": _two(
            "The map and the report that the partners look at together, and on request what your organization "
            "itself answered.",
            "El mapa y el informe que las organizaciones miran juntas y, si lo pide, lo que respondió la suya.",
        ),
        "questions to": _two("Questions? Write to {contact}.", "¿Preguntas? Escriba a {contact}."),
    }
)

#: Organizations of the sample map, with their sectors.
SAMPLE: tuple[tuple[Text, Text], ...] = tuple(
    (_two(*name), _two(*sector))
    for name, sector in (
        (("School district", "Distrito escolar"), ("Schools", "Escuelas")),
        (("High school", "Instituto"), ("Schools", "Escuelas")),
        (("Community college", "Colegio universitario"), ("Schools", "Escuelas")),
        (("Clinic", "Clínica"), ("Health", "Salud")),
        (("Hospital", "Hospital"), ("Health", "Salud")),
        (("Public library", "Biblioteca"), ("Government", "Gobierno")),
        (("City council", "Ayuntamiento"), ("Government", "Gobierno")),
        (("Food bank", "Banco de alimentos"), ("Nonprofits", "Sin fines de lucro")),
        (("Youth club", "Club juvenil"), ("Nonprofits", "Sin fines de lucro")),
        (("Parents' circle", "Círculo de madres y padres"), ("Residents", "Residentes")),
        (("Credit union", "Cooperativa de crédito"), ("Business", "Empresas")),
    )
)

#: Who is tied with whom on it.
SAMPLE_TIES = (
    (0, 1), (0, 2), (1, 2), (0, 5), (5, 3), (3, 4), (4, 7), (3, 7),
    (5, 8), (1, 8), (8, 9), (5, 6), (6, 0), (6, 4), (2, 10),
)  # fmt: skip
