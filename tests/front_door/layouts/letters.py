# ruff: noqa: E501
"""Letters, separators and line ends of text files."""

from collections.abc import Mapping

from tests.front_door.files import Table, Text, table
from tests.front_door.layout import layout
from tests.front_door.partnership import SECTORS, Rows, answers, listed, pairs

SPANISH = {
    "Alder Clinic": "Clínica Peña",
    "Birch School": "Escuela Núñez",
    "Elm Library": "Biblioteca Pública",
    "Gorse Housing": "Fundación Año Nuevo",
}
POLISH = {
    "Alder Clinic": "Przychodnia Łódź",
    "Birch School": "Szkoła Świętej Jadwigi",
    "Elm Library": "Książnica Żółta",
    "Gorse Housing": "Dom Gąsiorów",
}
GREEK = {
    "Alder Clinic": "Κλινική Αθηνών",
    "Birch School": "Σχολείο Πεύκης",
    "Elm Library": "Βιβλιοθήκη Βόλου",
    "Gorse Housing": "Στέγη Δράμας",
}
CHINESE = {
    "Alder Clinic": "杨树诊所",
    "Birch School": "桦树学校",
    "Elm Library": "榆树图书馆",
    "Gorse Housing": "金雀住房",
}


def named(rows: Rows, names: Mapping[str, str], separator: str = ",") -> str:
    """A table as text, organizations under these names."""
    return Table(rows).text([[names.get(str(cell), cell) for cell in row] for row in rows], separator)


def folder(names: Mapping[str, str], encoding: str, newline: str = "\n") -> dict[str, bytes]:
    """Organizations and ties in these letters."""
    return {
        f"{name}.csv": named(rows, names).replace("\n", newline).encode(encoding)
        for name, rows in (("organizations", listed("organization", "sector")), ("ties", pairs("from", "to")))
    }


layout("letters, UTF-8 with a mark", folder(SPANISH, "utf-8-sig"), varied="nothing")
layout("letters, UTF-16 with a mark", folder(POLISH, "utf-16"), varied="nothing")
layout("letters, UTF-16 without a mark", folder(POLISH, "utf-16-le"), varied="nothing")
layout("letters, UTF-16 without a mark, Chinese", folder(CHINESE, "utf-16-le"), varied="nothing")
layout("letters, Windows (cp1252)", folder(SPANISH, "cp1252", "\r\n"), varied="nothing")
layout("letters, Mac Roman", folder(SPANISH, "mac_roman", "\r"), varied="nothing")
layout("letters, cp1250", folder(POLISH, "cp1250", "\r\n"), varied="nothing")
layout("letters, cp1253", folder(GREEK, "cp1253", "\r\n"), varied="nothing")
layout("letters, GB 18030", folder(CHINESE, "gb18030"), varied="nothing")
layout(
    "letters, encoded twice",
    {name: data.decode().encode().decode("cp1252").encode() for name, data in folder(SPANISH, "utf-8").items()},
    varied="nothing",
)
layout(
    "line ends of an old Mac",
    {
        name: text.encode()
        for name, text in (
            ("organizations.csv", named(listed("organization", "sector"), {}).replace("\n", "\r")),
            ("ties.csv", named(pairs("from", "to"), {}).replace("\n", "\r")),
        )
    },
    varied="nothing",
)
layout(
    "a line that names the separator",
    {"partners.csv": Text("sep=;\n" + named(pairs("From", "To"), {}, ";"))},
    varied="nothing",
)
layout(
    "separators inside quotation marks",
    {
        "responses.csv": Table(
            [
                [
                    "Timestamp",
                    "Your organization",
                    "Sector",
                    *(
                        f"How often do you work with each partner? (0 = never; 1 = yearly; 2 = monthly; 3 = weekly)\nSkip your own row; skip any you do not know [{b}]"
                        for b in SECTORS
                    ),
                ],
                *([f"3/1/2025 9:0{n}:00", a, SECTORS[a], *answers(0, codes=True)[a]] for n, a in enumerate(SECTORS)),
            ]
        )
    },
    ties={"contact": 10},
)
layout("bars between cells", {"partners.csv": table(pairs("From", "To"), "|")})
