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
#: That somebody asks for leave, in English and Spanish, without case and accents.
CONSENT_ASKS = (
    r"\b(may|can|could) (we|the \w+|others?|partners?)\b|\b(do|would) you (consent|agree|allow|permit|object|"
    r"authori[sz]e|want|like|prefer|mind)|\bconsents?\b|\bpermission|\b(i|we) (agree|authori[sz]e|allow|permit|give)\b|"
    r"\b(is it|are you) (ok|okay|all right|alright|comfortable|willing|happy|fine)|"
    r"\b(podemos|puede|consiente|consentimiento|autoriza\w*|acepta\w*|permite\w*|permiso|desea|prefiere|"
    r"esta\w* de acuerdo)\b"
)
#: That it is about being named or shown to others.
CONSENT_NAMED = (
    r"\bnam(e|ed|es|ing)\b|\bidentif|\bshow|\bmap\b|\blisted\b|\bpubli|\bshar(e|ed|ing)\b|\bdisclos|\bappear|\bvisible|"
    r"\banonym|\bnombr|\bmostr|\bmapa\b|\bcompart|\baparec|\bdifund|\bidentific|\banonim|\brevel"
)
#: That it is about who answers, or their organization.
CONSENT_OWN = (
    r"\b(your|our|us|su|sus|tu|nuestr\w+) (\w+ )?(organi|agenc|answer|respon|name|institut|group|entidad|"
    r"respuest|nombre)|\bbe (named|listed|identified|shown)|\bby name\b|\bon the (\w+ )?map\b|"
    r"\b(name|show|list|identify) you\b|\banonym|\banonim|\bnombrad|\bel nombre de\b|\ben el mapa\b"
)
#: That it is about a person, or about something else that is shown or shared.
CONSENT_ELSE = (
    r"\bcontact you\b|\be ?mail|\bphone|\bquot(e|ed)\b|\bphotos?\b|\bnewsletter|\byour (own )?name\b|"
    r"\bcontact (info|details)|\bcorreo|\btelefono|\bsu nombre\b|\bfotos?\b|\bclient|\bdata with\b"
)
ANONYMOUS = r"\b(remain|stay|be kept|keep)\w* anonym|\banonymous\b|\bwithhold|\bobject\b|\bmind if\b|\banonim"
CONSENT_ANSWERS = (
    r"(yes|no|y|n|si|i agree|agree|i do not agree|disagree|do not agree|i consent|i do not consent|acepto|no acepto|"
    r"autorizo|no autorizo|true|false|1|0|prefer not|i decline|decline)( .*)?"
)
#: Answers to a statement that is rated.
RATED_AGREEMENT = r"\b(strongly|somewhat|neither|neutral|totalmente|parcialmente|ni de acuerdo)\b"
