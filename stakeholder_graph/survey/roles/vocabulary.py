"""The words by which headers and names of files say what stands below them, in one place.

Words are compared as `words` gives them: in lower case, without accents, with blanks for underscores, dots and hyphens.
"""

import re
import unicodedata
from collections.abc import Mapping

#: Headers of the two ends of a tie: whom it comes from and whom it goes to.
ENDS: tuple[tuple[str, str], ...] = (
    ("from", "to"), ("source", "target"), ("sender", "receiver"), ("sender", "recipient"), ("ego", "alter"),
    ("fromid", "toid"), ("from id", "to id"), ("from name", "to name"), ("source id", "target id"),
    ("source name", "target name"), ("sourceid", "targetid"), ("vertex 1", "vertex 2"), ("vertex1", "vertex2"),
    ("node1", "node2"), ("node 1", "node 2"), ("node a", "node b"), ("org1", "org2"), ("org 1", "org 2"),
    ("org a", "org b"), ("organization 1", "organization 2"), ("organization1", "organization2"),
    ("organization a", "organization b"), ("organisation 1", "organisation 2"), ("partner 1", "partner 2"),
    ("agency 1", "agency 2"), ("actor 1", "actor 2"), ("from organization", "to organization"), ("from org", "to org"),
    ("organization from", "organization to"), ("v1", "v2"), ("i", "j"), ("tail", "head"), ("origin", "destination"),
    ("nominator", "nominee"), ("nominator", "nominated"), ("respondent", "partner"), ("organization", "partner"),
    ("organization", "works with"), ("respondent", "alter"), ("giver", "receiver"), ("de", "a"), ("origen", "destino"),
)  # fmt: skip
#: The kind of a tie.
LAYERS = (
    "layer", "kind of tie", "type of tie", "tie type", "kind of work", "kind of relationship", "type of relationship",
    "relationship type", "relation type", "relationship", "relation", "connection type", "edge type", "link type",
    "interaction", "interaction type", "type", "kind", "category", "tipo",
)  # fmt: skip
#: How strong a tie is.
VALUES = (
    "value", "weight", "strength", "edge weight", "tie strength", "frequency", "how often", "how closely", "count",
    "intensity", "level", "closeness", "times", "score", "contacts", "frecuencia", "valor",
)  # fmt: skip
#: Whoever answers, beside the partners it names.
NAMERS = ("respondent", "who", "your organization", "your agency", "from", "ego", "nominator")
WAVES = ("wave", "round", "year", "survey year", "period", "time", "ronda", "ano")
RESPONDENTS = ("respondent", "reported by", "reporter", "person")
#: Whether a tie has a direction, and the words that say so.
DIRECTION = ("type", "direction", "directed", "edge type")
DIRECTIONS: Mapping[str, bool] = {
    "directed": True, "undirected": False, "mutual": False, "bidirectional": False, "both": False, "true": True,
    "false": False,
}  # fmt: skip
#: What an organization is called.
NAMES = (
    "organization", "organisation", "organization name", "organisation name", "name of organization", "org name",
    "name", "label", "agency", "agency name", "partner", "partner name", "member", "group", "institution", "company",
    "org", "node", "vertex", "actor", "element", "entity", "title", "organizacion", "nombre",
    "nombre de la organizacion", "institucion", "entidad",
)  # fmt: skip
IDS = (
    "id", "node id", "nodeid", "org id", "orgid", "organization id", "code", "key", "abbreviation", "acronym",
    "short name", "number", "no", "nr", "#", "uid", "vertex id",
)  # fmt: skip
SECTORS = (
    "sector", "sectors", "type", "group", "category", "organization type", "organisation type", "org type",
    "element type", "node type", "agency type", "stakeholder type", "class", "field", "industry", "kind",
    "tipo", "tipo de organizacion", "categoria",
)  # fmt: skip
#: What the list of organizations says of each besides: its role, whether it answered, and whether it may be shown.
OWN: Mapping[str, tuple[str, ...]] = {
    "role": ("role", "rol", "papel", "funcion", "role in the partnership", "rol en la alianza"),
    "answered": (
        "answered", "responded", "has answered", "respondio", "contesto", "ha respondido", "ha contestado",
        "respondio la encuesta", "contesto la encuesta", "responde",
    ),
    "public": ("public", "publico", "publica"),
}  # fmt: skip
#: What the organization that holds a partnership together is called, as a role or as the header of a mark.
BACKBONES = frozenset({
    "backbone", "backbone organization", "backbone organisation", "backbone agency", "lead agency",
    "lead organization", "lead organisation", "lead partner", "convener", "convenor", "convening organization",
    "coordinating organization", "coordinating organisation", "coordinating agency", "columna vertebral",
    "organizacion columna vertebral", "organizacion vertebradora", "entidad vertebradora", "organizacion dinamizadora",
    "entidad dinamizadora", "dinamizadora", "organizacion coordinadora", "entidad coordinadora", "coordinadora",
    "organizacion lider", "entidad lider", "organizacion convocante", "entidad convocante", "organizacion ancla",
})  # fmt: skip
#: What an organization takes part in, and the kind of item that is.
ITEMS: Mapping[str, str] = {
    "outcome": "outcome", "outcomes": "outcome", "goal": "outcome", "goals": "outcome", "priority": "outcome",
    "indicator": "indicator", "indicators": "indicator", "team": "team", "teams": "team", "working group": "team",
    "workgroup": "team", "work group": "team", "committee": "team", "task force": "team", "action team": "team",
    "coalition": "team", "meeting": "meeting", "meetings": "meeting", "event": "meeting", "attended": "meeting",
    "activity": "activity", "activities": "activity", "project": "activity", "projects": "activity",
    "program": "activity", "programs": "activity", "programme": "activity", "initiative": "activity",
    "initiatives": "activity", "strategy": "activity", "service": "activity", "services": "activity",
    "asset": "asset", "assets": "asset", "resource": "asset", "resources": "asset", "need": "need", "needs": "need",
    "resultado": "outcome", "resultados": "outcome", "meta": "outcome", "metas": "outcome", "indicador": "indicator",
    "indicadores": "indicator", "equipo": "team", "equipos": "team", "comite": "team", "comites": "team",
    "grupo de trabajo": "team", "reunion": "meeting", "reuniones": "meeting", "actividad": "activity",
    "actividades": "activity", "proyecto": "activity", "proyectos": "activity", "programa": "activity",
    "recurso": "asset", "recursos": "asset", "necesidad": "need", "necesidades": "need",
    "item": "", "takes part in": "activity", "works on": "outcome", "affiliation": "",
}  # fmt: skip
#: Columns by which a list of people is known, and nothing that others should see.
CONTACTS = frozenset({
    "email", "e mail", "email address", "e mail address", "phone", "telephone", "phone number", "mobile", "first name",
    "last name", "firstname", "lastname", "contact", "contact name", "contact person", "recipientemail", "correo",
    "correo electronico", "direccion de correo", "telefono", "telefono de contacto", "movil", "celular", "contacto",
    "persona de contacto", "nombre de contacto",
})  # fmt: skip
#: Columns of the tables that say what other columns mean.
DICTIONARIES = (
    frozenset({"variable / field name", "form name"}), frozenset({"field name", "field label"}),
    frozenset({"variable", "description"}), frozenset({"variable", "label"}), frozenset({"variable", "meaning"}),
    frozenset({"column", "description"}), frozenset({"column", "meaning"}), frozenset({"field", "description"}),
    frozenset({"list name", "name", "label"}), frozenset({"variable", "definition"}),
    frozenset({"field", "definition"}), frozenset({"code", "meaning"}),
)  # fmt: skip
#: What a column of abbreviations is called.
ABBREVIATIONS = frozenset(
    {"abbr", "abbrev", "abbreviation", "acronym", "short", "short name", "shortname", "initials", "code", "sigla",
     "siglas", "kurzel", "kürzel", "abkurzung", "abkürzung", "kurzname", "abreviatura"}
)  # fmt: skip
#: Whatever is a header for sure, so that a row with it is no row of data.
HEADERS = frozenset(
    {*(end for ends in ENDS for end in ends), *LAYERS, *VALUES, *NAMERS, *WAVES, *RESPONDENTS, *DIRECTION, *NAMES,
     *IDS, *SECTORS, *ITEMS}
)  # fmt: skip

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ROUND = re.compile(r"(?:\b|_)(?:wave|round|time|year|phase|t|w)[ _-]?(\d{1,2})(?!\d)", re.IGNORECASE)
_BEFORE_AFTER = re.compile(r"baseline|follow[ _-]?up|before|after|midline|endline|\bpre\b|\bpost\b", re.IGNORECASE)
#: Words in names of files and sheets that only say that they hold ties.
_ONLY_TIES = frozenset({
    "", "ties", "tie", "edges", "edge", "links", "link", "connections", "connection", "relationships", "network",
    "relations", "list", "edgelist", "edge list", "tie list", "data", "matrix", "adjacency", "export", "partners",
    "sheet1", "sheet 1", "tabelle1", "hoja1",
})  # fmt: skip


def words(header: str) -> str:
    """Give a header as headers are compared.

    Parameters
    ----------
    header : str
        As written.

    Examples
    --------
    >>> words("Relationship_Type"), words(" FromID "), words("E-mail:")
    ('relationship type', 'fromid', 'e mail')
    >>> words("Organización"), words("Año")
    ('organizacion', 'ano')
    """
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", header) if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[_\-.:?*]+", " ", plain).split()).casefold()


def round_in(name: str) -> str:
    """Give the round that the name of a file or a sheet says; blank for none.

    Parameters
    ----------
    name : str
        Without its ending.

    Examples
    --------
    >>> round_in("ties_2024"), round_in("wave 2"), round_in("baseline"), round_in("funding")
    ('2024', '2', 'baseline', '')
    """
    if years := _YEAR.findall(name):
        return str(years[-1])
    if numbered := _ROUND.search(name):
        return numbered[1]
    said = _BEFORE_AFTER.search(name)
    return said[0] if said else ""


def kind_in(name: str) -> str:
    """Give the kind of tie that the name of a file or a sheet says; blank where it says only that these are ties.

    Parameters
    ----------
    name : str
        Without its ending.

    Examples
    --------
    >>> kind_in("edges_funding"), kind_in("Referrals"), kind_in("edges"), kind_in("ties_2024")
    ('funding', 'referrals', '', '')
    """
    plain = _YEAR.sub(" ", _ROUND.sub(" ", words(name)))
    kept = [word for word in plain.split() if word not in _ONLY_TIES]
    return " ".join(kept)


def item_kind(text: str) -> str | None:
    """Give the kind of item that a header or the name of a file speaks of; None where it speaks of none.

    Parameters
    ----------
    text : str
        As written.

    Examples
    --------
    >>> item_kind("Working group"), item_kind("project_list"), item_kind("Item"), item_kind("Weight")
    ('team', 'activity', '', None)
    """
    folded = words(text)
    if folded in ITEMS:
        return ITEMS[folded]
    return next((ITEMS[word] for word in folded.split() if ITEMS.get(word)), None)
