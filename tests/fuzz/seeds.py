"""Where fuzzing begins: small inputs of every kind that the tool reads."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from stakeholder_graph.model.errors import StakeholderGraphError
from stakeholder_graph.survey.settings.draft_toml import write_toml
from stakeholder_graph.survey.settings.drafting.from_files import draft_settings
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.workbook.write import write_workbook
from tests.fuzz.filled_in import CALLS, CORRECTIONS, FILLED_CALLS, FILLED_CORRECTIONS
from tests.fuzz.input_files import Files, lay_out, unpack
from tests.tabular.test_workbook import ods

TESTS = Path(__file__).resolve().parents[1]
CORPUS = Path(__file__).parent / "corpus"
_SAMPLES = TESTS / "survey" / "formats" / "samples"
_MOST = 30_000
#: Files that explain an export stand beside it.
_EXPLAINS = re.compile(r"\.qsf$|dictionary|xlsform")

PLAIN: Files = {
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
_BETWEEN = re.compile(r"[,;\t\n\r\"<>=|]")
#: What settings and tables may say beside what the seeds do.
_SAID = (
    "mac_roman",
    "utf-16",
    "cp437",
    "rot13",
    "zlib",
    "undefined",
    "idna",
    "NA",
    "-",
    "#REF!",
    "2025-13-45",
    "1e400",
)
_ROSTER = (
    "Harbor Health Center",
    "St. Clair County Schools",
    "YMCA of Eastgate",
    "Food Pantry, Inc.",
    "Centro Unión",
    "图书馆",
)
_WRITTEN = (
    "harbor health ctr",
    "Saint Clair Schools",
    "Y.M.C.A.",
    "food pantry / YMCA",
    "Centro Union",
    "none",
    "图 书 馆",
)


def seeds(target: str, scratch: Path) -> list[Files]:
    """Give the inputs from which a target is fuzzed: those of the corpus, and what is made here."""
    kept = [unpack(path.read_bytes()) for path in sorted((CORPUS / target).glob("*.zip"))]
    return [*_MADE[target](scratch), *kept]


def words(inputs: Iterable[Files]) -> list[str]:
    """Give texts: cells of tables, keys and values that inputs hold, and what settings may say."""
    texts = set(_SAID) | set(_settings_words(Settings.model_json_schema()))
    for files in inputs:
        texts |= set(files)
        for data in files.values():
            if data.startswith(b"PK"):
                texts |= set(_cells(data))
            else:
                texts |= {text.strip() for text in _BETWEEN.split(data.decode("utf-8", "ignore"))}
    return sorted(text for text in texts if 0 < len(text) < 60)


def _settings_words(schema: object) -> Iterator[str]:
    """Keys of settings, and the values of which one is chosen."""
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
        yield from (value for value in schema.get("enum", ()) if isinstance(value, str))
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _settings_words(part)


def _cells(data: bytes) -> Iterator[str]:
    for name, content in unpack(data).items():
        if name.endswith(".xml") and "theme" not in name and "styles" not in name:
            yield from re.findall(r">([^<>]+)<", content.decode("utf-8", "ignore"))


def _folders(scratch: Path) -> Iterator[Files]:
    plain = {name: data for name, data in PLAIN.items() if name not in ("asked.csv", "partnership.toml")}
    yield PLAIN
    yield {name: PLAIN[name] for name in ("organizations.csv", "ties.csv")}
    yield {
        **plain,
        "scales.csv": PLAIN["scales.csv"],
        "partnership.toml": b'directed = false\nsector = "sector"\nstrict = true\n',
    }
    yield {
        **{name: data for name, data in plain.items() if name != "partnership.toml"},
        "asked.csv": b"organization,wave,layer,roster,answered,limit\nGem,2025,trust,all,yes,\n"
        b"Kay,2025,contact,all,yes,2\n",
        "rosters.csv": b"roster,organization\nall,Gem\nall,Ada\nall,Kay\n",
        "affiliations.csv": b"organization,kind,item,wave,source\nGem,outcome,Read,2025,list\n"
        b"Kay,team,Reading,2025,answer\n",
        "sectors.csv": b"list,sector,share\ncity,arts,0.5\ncity,health,0.5\n",
        "evidence.csv": b"rubric,benchmark,status,evidence,by,date,wave\nfive,1,yes,minutes,Kay,2025-01-01,2025\n",
        "indicators.csv": b"indicator,period,value,n,good,target\nReading,2024,0.4,100,up,0.6\n",
        "strategies.csv": b"strategy,outcome,partners,started,status,learned,decide_by,reach\n"
        b"Tutors,Read,Gem; Kay,2024,going,much,May 2025,25; 50\n",
        "changes.csv": b"date,what,kind,strategy\n2025-03,Later start,policy,Tutors\n",
    }  # fmt: skip
    yield {
        "organizations.csv": PLAIN["organizations.csv"],
        "ties.csv": b"Source;Target;Weight\nGem;Ada;1\nAda;Gem;2,5\n",
    }
    old = TESTS / "survey" / "settings" / "version_0_1_0"
    yield {path.name: path.read_bytes() for path in (old / "text").iterdir() if path.suffix != ".json"}
    yield {path.name: path.read_bytes() for path in (old / "workbook").iterdir() if path.suffix != ".json"}
    for files in _exports(scratch):
        yield _with_settings(files, scratch, "partnership.toml")


def _exports(scratch: Path) -> Iterator[Files]:
    """Each sample by itself, and with the file that explains it."""
    paths = [
        path
        for path in sorted(_SAMPLES.rglob("*"))
        if path.is_file()
        and path.stat().st_size < _MOST
        and path.suffix not in (".md", ".py")
        and not path.name.endswith("expected.json")
    ]
    for path in paths:
        if not _EXPLAINS.search(path.name):
            beside = {
                other.name: other.read_bytes()
                for other in paths
                if other.parent == path.parent and _EXPLAINS.search(other.name)
            }
            yield {path.name: path.read_bytes(), **beside}
            if beside:
                yield {path.name: path.read_bytes()}


def _with_settings(files: Files, scratch: Path, settings: str) -> Files:
    """An export with the settings that are drafted from it, and a list of organizations."""
    lay_out(files, scratch)
    exports = [scratch / name for name in sorted(files) if not _EXPLAINS.search(name)]
    try:
        draft = draft_settings(exports, scratch)
    except StakeholderGraphError:
        return files
    (write_toml if settings.endswith(".toml") else write_workbook)(scratch / settings, draft)
    return {**files, settings: (scratch / settings).read_bytes()}


def _workbooks(scratch: Path) -> Iterator[Files]:
    for number, files in enumerate(_exports(scratch)):
        if number % 4 == 0:
            yield _with_settings(files, scratch, "partnership.xlsx")
    old = TESTS / "survey" / "settings" / "version_0_1_0" / "workbook"
    yield {path.name: path.read_bytes() for path in old.iterdir() if path.suffix != ".json"}


def _old_workbooks(scratch: Path) -> Iterator[Files]:
    """Workbooks that a library reads in a process of its own, which costs a hundred times as much."""
    ties = b"from,to\nPe\xc3\xb1a House,\xc5\x81\xc3\xb3d\xc5\xba Fund\n"
    yield {"organizations.xls": (TESTS / "tabular" / "samples" / "list.xls").read_bytes(), "ties.csv": ties}
    yield {
        "organizations.ods": ods([["organization", "size"], ["Elm", 12], ["Oak", 2]]),
        "ties.csv": b"from,to\nElm,Oak\n",
    }


def _graphs(scratch: Path) -> Iterator[Files]:
    samples = TESTS / "exchange" / "samples"
    folders = [path for path in sorted(samples.iterdir()) if path.is_dir()]
    yield from ({path.name: path.read_bytes() for path in sorted(folder.iterdir())} for folder in folders)
    for folder in (samples, _SAMPLES / "kumu"):
        for path in sorted(folder.iterdir()):
            if path.is_file() and path.stat().st_size < _MOST and not path.name.endswith("expected.json"):
                yield {path.name: path.read_bytes()}


def _names(scratch: Path) -> Iterator[Files]:
    yield {"names.txt": "\n".join([*_ROSTER, "", *_WRITTEN]).encode()}
    yield {
        "organizations.csv": "\n".join(["organization", *(f'"{name}"' for name in _ROSTER)]).encode(),
        "ties.csv": ("from,to\n" + "\n".join(f'"{a}","{b}"' for a, b in zip(_ROSTER, _WRITTEN, strict=False))).encode(),
        "names.csv": b"written,organization,wave\nY.M.C.A.,YMCA of Eastgate,\nnone,-,\nCentro Union,,\n",
    }
    yield {name: data for name, data in PLAIN.items() if name in ("organizations.csv", "ties.csv", "names.csv")}


def _filled_in(scratch: Path) -> Iterator[Files]:
    yield {"written.xlsx": CALLS, "changed.xlsx": FILLED_CALLS}
    yield {"written.xlsx": CORRECTIONS, "changed.xlsx": FILLED_CORRECTIONS}


_MADE = {
    "folders": _folders,
    "exports": _exports,
    "graphs": _graphs,
    "names": _names,
    "check": _folders,
    "workbooks": _workbooks,
    "old-workbooks": _old_workbooks,
    "filled-in": _filled_in,
}
