"""The words by which questions are told apart, in English and Spanish, without case and accents."""

from collections.abc import Mapping

#: Kinds of tie by words of the question; the first that fits counts.
LAYERS: Mapping[str, str] = {
    "trust": r"trust|rely on|reliab|confia",
    "perceived value": r"how valuable|value (of|that)|valuable|valios",
    "conflict": r"conflict|tension|disagreements? with|conflicto",
    "funding": r"\bfund(s|ed|ing)?\b|grant money|financ|fondos|dinero",
    "referral": r"\brefer(s|red|ral|rals)?\b|deriv(a|an|acion)|remit",
    "data sharing": r"shar(e|es|ed|ing) (of )?(client |program )?data|data shar|comparte\w* datos|intercambi\w* datos",
    "information": r"shar(e|es|ed|ing) information|information|comparte\w* informacion|informacion",
    "advice": r"\badvice|\badvise|consult|consejo|asesor",
    "contact": r"contact|communicat|how often|frequen|in touch|meet with|comunic|frecuencia",
    "collaboration": r"collab|work(s|ed|ing)? (closely )?(with|together)|partner|cooperat|coordinat"
    r"|colabor|trabaj\w* con|alianza|coopera|coordina|socios",
}
#: What can be ticked in a list, by words of the question.
LISTS: Mapping[str, str] = {
    "sector": r"\bsectors?\b|type of (organi[sz]ation|agency)|tipo de (organizacion|entidad)",
    "need": r"\bneeds?\b|\bneeded|lack|necesit|necesidad|hace falta",
    "asset": r"\boffers?\b|\bresources?\b|\bassets?\b|contribut|bring to|provide to|ofrec|recursos?\b|aport",
    "team": r"\bteams?\b|committee|work ?groups?|working groups?|task force|action network"
    r"|equipos?\b|comite|grupos? de trabajo|\bmesas? de",
    "meeting": r"\bmeetings?\b|attend|reunion|asisti",
    "indicator": r"\bindicators?\b|indicador",
    "outcome": r"\boutcomes?\b|\bgoals?\b|\bresults?\b|resultados?\b|objetivos?\b|\bmetas?\b",
    "activity": r"activit|\bprograms?\b|strateg|services|actividad|programas?\b|estrateg|servicios",
}
#: What describes an organization, by words of the question.
ATTRIBUTES: Mapping[str, str] = {
    "sector": LISTS["sector"],
    "county": r"\bcounty\b|condado",
    "region": r"\bregion\b|\bneighborhoods?\b|service area|region|barrio|zona",
    "city": r"\bcity\b|\btown\b|ciudad|municipio",
    "staff": r"how many (staff|employees|people work)|number of (staff|employees)|size of (your|the) organi"
    r"|cuant\w+ (personas trabajan|emplead)",
    "years": r"how (long|many years).*(partner|member|involved|part of)|cuantos anos",
}
WHO_ANSWERS = (
    r"(name of )?(your|the) ((main|primary|own|lead|home) )?(organi[sz]ation|agency|institution|group)|"
    r"organi[sz]ation(s)? name|(which|what) "
    r"(organi[sz]ation|agency) (do|are) you|represent|(su|tu) (organizacion|institucion|entidad|agencia)|"
    r"nombre de la (organizacion|institucion|entidad)|^(organi[sz]ation|org|agency|org name|organizacion|institucion)\b"
)
RATES = (
    r"\brate\b|rating|how (important|satisfied|strongly|well|true|effective|confident|easy)|agree|"
    r"to what (extent|degree)|califi|de acuerdo|que tan|importan|satisf|en que medida"
)
#: What is rated, by words of the question.
RATED: Mapping[str, str] = {
    "agenda": r"agenda|priorit|prioridad",
    "factor": r"factor|condition|climate|leadership|condicion|liderazgo",
}
NAMES = (
    r"(list|name|write|enter) .*(organi[sz]ation|partner|agenc)|partners?\b|"
    r"(escriba|nombre|mencione) .*(organizacion|socio)"
)
#: A list of partners to tick.
PARTNERS = r"\bpartners?\b|(organi[sz]ations?|agencies) (do|have|are) you|socios|organizaciones"
MISSING = r"(not|missing) (at the table|here|involved)|who (else )?should be|is missing|quien (falta|deberia)"
PERSON = r"\b(your|first|last|full) name\b|e ?mail|phone|telephone|\b(su|tu) nombre\b|apellido|correo|telefono"
ORGANIZATION_WORDS = (
    r"\b(inc|llc|department|dept|school|schools|district|county|city of|university|college|foundation|clinic|hospital|"
    r"health|church|ministr\w*|ymca|association|center|library|council|coalition|services|bank|united way|agency|"
    r"society|escuela|universidad|fundacion|clinica|iglesia|asociacion|centro|biblioteca|condado|banco|alcaldia)\b"
)
#: Answers to a statement that is rated.
RATED_AGREEMENT = r"\b(strongly|somewhat|neither|neutral|totalmente|parcialmente|ni de acuerdo)\b"
