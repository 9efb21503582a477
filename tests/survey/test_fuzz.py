"""Damaged inputs of every kind: each is a survey, a draft, or an error in words, and never another exception."""

import io
import zipfile
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stakeholder_graph.model.errors import StakeholderGraphError
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.survey.names.matching import Matcher
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.drafting.from_files import draft_settings, find_exports
from stakeholder_graph.survey.settings.workbook.write import write_workbook

SAMPLES = sorted(
    path
    for path in (Path(__file__).parent / "formats" / "samples").rglob("*")
    if path.suffix in (".csv", ".tsv", ".xlsx", ".json", ".zip") and path.stat().st_size < 60_000
)
NETWORKS = sorted(path for path in (Path(__file__).parents[1] / "exchange" / "samples").rglob("*") if path.is_file())
PLAIN = {
    "organizations.csv": b"organization,sector,role,answered\nGem,arts,backbone,yes\nAda,health,,no\nKay,,,yes\n",
    "ties.csv": b"from,to,layer,value,wave,respondent\nGem,Ada,contact,1,2025,\nKay,Gem,trust,2,2025,x\n",
    "asked.csv": b"organization,wave,layer,answered\nGem,2025,contact,yes\nAda,2025,contact,no\nKay,2025,trust,yes\n",
    "scales.csv": b"scale,value,name,tie\ntrust,0,never,no\ntrust,1,some,yes\ntrust,2,lots,yes\n",
    "names.csv": b"written,organization\nGemm,Gem\n",
    "items.csv": b"kind,item,outcome,scale\noutcome,Read,,\nagenda,Focus,,trust\n",
    "ratings.csv": b"organization,item,value\nGem,Focus,1\n",
    "partnership.toml": b'name = "Wren"\nbackbone = "Gem"\n[layers.trust]\npromise = "named"\nscale = [{value = 1, '
    b'name = "some"}]\n[[wave]]\nname = "2025"\n[[question]]\nkind = "ignore"\nquestion = "Q1"\n',
}
#: What has broken readers before.
SPECIAL = (
    b"", b"&nbsp;", b"\x00", b"\r", b",", b'"', b"\n", b"9" * 5000, b"\xff", b"\xe2\x80\x8b", b"\x1b[31m", b"[", b"]",
    b"[" * 1000, b"{", b"null", b"-1", b"1e400", b"nan", b"<b>", b"=1+1", b"\xed\xa0\x80", b"_xD800_", b"\\ud800",
    b"sep=;\n", b'encoding="big5"', b' r="19999998"', b"a." * 500,
)  # fmt: skip

Edit = tuple[float, int, bytes]
edits = st.lists(
    st.tuples(
        st.floats(0, 1), st.sampled_from([0, 0, 1, 4, 60, 10_000]), st.sampled_from(SPECIAL) | st.binary(max_size=4)
    ),
    min_size=1,
    max_size=6,
)
bounded = settings(
    max_examples=60, deadline=20_000, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def edited(data: bytes, changes: list[Edit]) -> bytes:
    """The bytes, with some places cut out and others put in."""
    for share, cut, put in changes:
        at = int(share * len(data))
        data = data[:at] + put + data[at + cut :]
    return data


def damaged(data: bytes, part: float, changes: list[Edit]) -> bytes:
    """The bytes with these changes; in an archive they are made to one member."""
    if not data.startswith(b"PK\x03\x04") or part > 0.95:
        return edited(data, changes)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        names = [name for name in old.namelist() if "theme" not in name and "docProps" not in name]
        changed = names[int(part / 0.951 * len(names))]
        for name in old.namelist():
            new.writestr(name, edited(old.read(name), changes) if name == changed else old.read(name))
    return stream.getvalue()


def read_all(folder: Path) -> None:
    """Draft settings from whatever is in a folder, then read it."""
    with suppress(StakeholderGraphError):
        exports = find_exports(folder, Inspection())
        if exports:
            write_workbook(folder / "partnership.xlsx", draft_settings(list(exports), folder, exports))
        read_partnership(folder)


@bounded
@given(st.sampled_from(SAMPLES), st.floats(0, 1), edits)
def test_damaged_exports(sample: Path, part: float, changes: list[Edit]) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / sample.name).write_bytes(damaged(sample.read_bytes(), part, changes))
        read_all(Path(folder))


@settings(bounded, max_examples=150)
@given(st.sampled_from(NETWORKS), st.floats(0, 1), edits)
def test_damaged_networks(sample: Path, part: float, changes: list[Edit]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        for path in sample.parent.iterdir() if sample.parent.name == "gephi" else [sample]:
            content = path.read_bytes()
            (folder / path.name).write_bytes(damaged(content, part, changes) if path == sample else content)
        for path in (folder, folder / sample.name):
            with suppress(StakeholderGraphError):
                read_partnership(path)


@bounded
@given(st.sampled_from(sorted(PLAIN)), edits)
def test_damaged_plain_files_and_settings(name: str, changes: list[Edit]) -> None:
    with TemporaryDirectory() as folder:
        for file, data in PLAIN.items():
            (Path(folder) / file).write_bytes(edited(data, changes) if file == name else data)
        with suppress(StakeholderGraphError):
            read_partnership(folder)


@settings(bounded, max_examples=30)
@given(st.floats(0, 0.95), edits)
def test_a_damaged_workbook_of_settings(part: float, changes: list[Edit]) -> None:
    sample = next(path for path in SAMPLES if path.parent.name == "google_forms")
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / sample.name).write_bytes(sample.read_bytes())
        write_workbook(folder / "partnership.xlsx", draft_settings([folder / sample.name], folder))
        whole = (folder / "partnership.xlsx").read_bytes()
        (folder / "partnership.xlsx").write_bytes(damaged(whole, part, changes))
        with suppress(StakeholderGraphError):
            read_partnership(folder)


@settings(bounded, max_examples=60)
@given(st.sampled_from(["export.csv", "export.xlsx", "export.json", "export.zip"]), st.binary(max_size=300))
def test_bytes_of_no_kind(name: str, data: bytes) -> None:
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(data)
        read_all(Path(folder))


@settings(bounded, max_examples=200)
@given(st.lists(st.text(max_size=30), max_size=6), st.text(max_size=60))
def test_names_of_any_letters(roster: list[str], written: str) -> None:
    matcher = Matcher([name for name in roster if name.strip()])
    for match in matcher.match_all([written] if written.strip() else []):
        assert normal(match.organization) in {normal(name) for name in ["", *roster]}
