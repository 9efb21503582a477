"""Spellings that hypothesis draws: hostile names, other orders, separators, letters and ends of lines."""

from hypothesis import strategies as st

from tests.front_door.layout import Layout
from tests.front_door.partnership import IDS, NAMES
from tests.front_door.spelling import Spelling

#: Names as organizations have them. No two are alike, so that nobody has to decide whether two are one.
HOSTILE = (
    "None Such Foundation", "N/A Housing", "Peña Clínica", "O'Neil House", "Łódź Fund", "杨树诊所",
    "St. Mary's “Old” School",
    "Harbor & Sons", "مركز النور", "Élan – Café", "4-H", "Kidz! (North)", "Total Health", "Other Voices Theater",
    "Wren County Department of Health and Human Services: Division of Early Childhood Programs and Family Support",
)  # fmt: skip
WITH_COMMAS = ("Gem, Inc.", "Boise, Canyon and Elmore Schools")
LATIN = ("None Such Foundation", "N/A Housing", "Peña Clínica", "O'Neil House", "Harbor & Sons", "Élan Café", "4-H",
         "Kidz! (North)", "Total Health", "Other Voices Theater")  # fmt: skip
NUMBERED = tuple(f"{number:04}" for number in (7, 12, 101, 9, 88, 450, 3, 61))


@st.composite
def spellings(draw: st.DrawFn, layout: Layout) -> Spelling:
    """Draw a way of spelling that a layout allows."""
    encoding = draw(st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1252"))) if layout.varied == "all" else "utf-8"
    pool = LATIN if encoding == "cp1252" else HOSTILE + (() if layout.varied == "no commas" else WITH_COMMAS)
    names = dict(zip(NAMES, draw(st.permutations(pool)), strict=False))
    if layout.varied != "all":
        return Spelling(names)
    return Spelling(
        names,
        dict(zip(IDS.values(), NUMBERED, strict=True)) if draw(st.booleans()) else {},
        draw(st.integers(0, 99)),
        draw(st.sampled_from((",", ";", "\t", "|"))),
        encoding,
        draw(st.sampled_from(("\n", "\r\n", "\r"))),
    )
