"""Changes an input: its files, the members of archives among them, their tables, trees and tokens, and bytes."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.fuzz.input_files import Files, usable_name

#: What has broken readers before.
SPECIAL = (
    b"", b"&nbsp;", b"\x00", b"\r", b",", b'"', b"\n", b"9" * 5000, b"\xff", b"\xe2\x80\x8b", b"\x1b[31m", b"[", b"]",
    b"[" * 1000, b"{", b"null", b"-1", b"1e400", b"nan", b"<b>", b"=1+1", b"\xed\xa0\x80", b"_xD800_", b"\\ud800",
    b"sep=;\n", b'encoding="big5"', b' r="19999998"', b"a." * 500,
)  # fmt: skip

_TOKEN = re.compile(r"<[^<>]*>|\"[^\"\n]*\"|[\w.-]+|\s+|[^\w\s]")
_BLOCK = re.compile(
    r"<(row|c|si|sheet|node|edge|key|data|attvalue|dataValidation|xf)\b[^>]*?(?:/>|>.*?</\1>)", re.DOTALL
)
_ENCODINGS = (
    "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp1252", "cp437", "mac_roman", "cp1251",
    "shift_jis",
)  # fmt: skip
_TABLES = ("csv", "tsv", "tab")


def decoded(data: bytes) -> str:
    """Give bytes as a text from which `encoded` gives the same bytes."""
    return data.decode("utf-8", "surrogateescape")


def encoded(text: str) -> bytes:
    """Give the bytes of a text; other halves of letters are bytes too, as careless programs write them."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


def _writable(name: str) -> str:
    """The name of a member without what no archive can hold."""
    return name.replace("\x00", "").encode("utf-8", "ignore").decode()


@dataclass(frozen=True)
class Mutations:
    """Changes inputs at random.

    Parameters
    ----------
    random : Random
        Decides.
    words : sequence of str
        Texts that inputs hold, so that what stands in one place comes to stand in another.
    spare : sequence of Files
        Inputs from which files are taken over.
    change_bytes : callable
        Changes bytes that are no text, or not as a text.
    """

    random: Random
    words: Sequence[str]
    spare: Sequence[Files]
    change_bytes: Callable[[bytes], bytes]

    def __call__(self, files: Files) -> Files:
        """Give a changed input."""
        changed = dict(files)
        for _ in range(self.random.choice((1, 1, 1, 2, 2, 3, 5, 8))):
            changed = self._changed_once(changed)
        return changed

    def _changed_once(self, files: Files) -> Files:
        random, chance = self.random, self.random.random()
        if not files or chance < 0.04:
            return {**files, **self._taken_over(files)}
        # Larger files hold more to change.
        name = random.choices(list(files), [min(len(data), 4000) + 50 for data in files.values()])[0]
        if chance < 0.08 and len(files) > 1:
            return {other: data for other, data in files.items() if other != name}
        if chance < 0.12:
            other = random.choice([*files, *self.words, *(spare for few in self.spare for spare in few)])
            data = files.pop(name)
            return {**files, other if usable_name(other) else name: data}
        return {**files, name: self.content(name, files[name])}

    def _taken_over(self, files: Files) -> Files:
        donor = self.random.choice(self.spare)
        if not donor:
            return {}
        name = self.random.choice(list(donor))
        alike = [mine for mine in files if mine.rpartition(".")[2] == name.rpartition(".")[2]]
        return {self.random.choice([name, *alike]): donor[name]}

    def content(self, name: str, data: bytes) -> bytes:
        """Give the changed bytes of a file of this name."""
        random, kind = self.random, name.rpartition(".")[2].casefold()
        if data.startswith(b"PK\x03\x04") and random.random() < 0.93:
            return self._archive(data)
        chance = random.random()
        if chance < 0.15:
            return self.change_bytes(data)
        if chance < 0.18:
            return decoded(data).encode(random.choice(_ENCODINGS), "replace")
        if chance < 0.25:
            at = random.randrange(len(data) + 1)
            return data[:at] + random.choice(SPECIAL) + data[at + random.choice((0, 0, 1, 4, 60)) :]
        text = decoded(data)
        if kind in _TABLES and chance < 0.85:
            return encoded(self._table(text))
        if kind == "json" and chance < 0.8:
            try:
                return encoded(json.dumps(self._tree(json.loads(text)), ensure_ascii=random.random() < 0.5))
            except (ValueError, RecursionError):
                pass
        if text.lstrip("\ufeff").startswith("<") and chance < 0.6:
            return encoded(self._blocks(text))
        return encoded(self._lines(text) if chance > 0.85 else self._tokens(text))

    def word(self) -> str:
        """Give a text: one that inputs hold, or one that has broken readers before."""
        if self.random.random() < 0.8:
            return self.random.choice(self.words)
        return decoded(self.random.choice(SPECIAL))

    def _archive(self, data: bytes) -> bytes:
        random, stream = self.random, io.BytesIO()
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                members = {info.filename: archive.read(info) for info in archive.infolist()}
        except Exception:  # it is damaged already, in whatever way
            return self.change_bytes(data)
        names = [name for name in members if "theme" not in name and "docProps" not in name]
        if not names:
            return self.change_bytes(data)
        name = random.choices(names, [3 if "sheet" in name or "/" not in name else 1 for name in names])[0]
        chance = random.random()
        if chance < 0.04:
            del members[name]
        elif chance < 0.08:
            members[random.choice([*names, "xl/workbook.xml", "answers.csv", self.word()[:50] or "x"])] = members.pop(
                name
            )
        elif chance < 0.1:
            members[random.choice(names)] = members[name]
        else:
            members[name] = self.content(name, members[name])
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for member, content in members.items():
                archive.writestr(zipfile.ZipInfo(_writable(member)), content, zipfile.ZIP_DEFLATED)
        return stream.getvalue()

    def _table(self, text: str) -> str:
        """Headers renamed, cells exchanged, rows and columns dropped, doubled or moved."""
        random = self.random
        separator = max(",;\t", key=text[:2000].count)
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        except csv.Error:
            return self._lines(text)
        if not any(rows):
            return self.word() + separator + self.word() + "\n" + self.word()
        filled = [row for row in rows if row]
        row, width = random.choice(filled), max(map(len, rows))
        column, other = random.randrange(width), random.randrange(width)
        action = random.randrange(11)
        if action == 0:
            filled[0][random.randrange(len(filled[0]))] = random.choice([self.word(), random.choice(filled[0])])
        elif action == 1:
            donor = random.choice(filled)
            row[random.randrange(len(row))] = random.choice(donor)
        elif action in (2, 3):
            row[random.randrange(len(row))] = self.word()
        elif action == 4:
            for line in rows:
                del line[column : column + 1]
        elif action == 5:
            for line in rows:
                line[column:column] = line[other : other + 1]
        elif action == 6:
            rows.remove(row)
        elif action == 7:
            rows.insert(random.randrange(len(rows) + 1), list(row))
        elif action == 8:
            word = self.word()
            for line in rows[1:]:
                line[column : column + 1] = [word] if len(line) > column else []
        elif action == 9:
            random.shuffle(rows[1:] if random.random() < 0.5 else row)
        else:
            separator = random.choice(",;\t|")
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, delimiter=separator, lineterminator=random.choice(("\n", "\n", "\r\n", "\r")))
        try:
            writer.writerows(rows)
        except csv.Error:
            return self._lines(text)
        return stream.getvalue()

    def _tree(self, tree: Any) -> Any:
        """One place of a tree changed."""
        random = self.random
        if isinstance(tree, dict) and tree and random.random() < 0.93:
            key = random.choice(list(tree))
            chance = random.random()
            if chance < 0.06:
                return {other: value for other, value in tree.items() if other != key}
            if chance < 0.12:
                return {(self.word() if other == key else other): value for other, value in tree.items()}
            return {**tree, key: self._tree(tree[key])}
        if isinstance(tree, list) and tree and random.random() < 0.93:
            place = random.randrange(len(tree))
            chance = random.random()
            if chance < 0.08:
                return tree[:place] + tree[place + 1 :]
            if chance < 0.16:
                return [*tree, random.choice(tree)]
            return [*tree[:place], self._tree(tree[place]), *tree[place + 1 :]]
        if random.random() < 0.4:
            return self.word()
        return random.choice(
            [None, True, 0, -1, 2.5, 10**400, float("nan"), "", [], {}, [[]], [tree], {"id": tree}, [[tree, tree]]]
        )

    def _blocks(self, text: str) -> str:
        """An element of XML dropped, doubled, or put in the place of another."""
        blocks = list(_BLOCK.finditer(text))
        if not blocks or self.random.random() < 0.4:
            return self._tokens(text)
        block, other = self.random.choice(blocks), self.random.choice(blocks)
        put = self.random.choice(["", block[0] * 2, other[0], self._tokens(block[0]), self._tokens(block[0])])
        return text[: block.start()] + put + text[block.end() :]

    def _lines(self, text: str) -> str:
        random, lines = self.random, text.split("\n")
        place, other = random.randrange(len(lines)), random.randrange(len(lines))
        action = random.randrange(5)
        if action == 0:
            del lines[place : place + random.choice((1, 1, 3))]
        elif action == 1:
            lines.insert(other, lines[place])
        elif action == 2:
            lines[place], lines[other] = lines[other], lines[place]
        elif action == 3:
            lines.insert(place, self.word())
        else:
            lines = lines[:place]
        return "\n".join(lines)

    def _tokens(self, text: str) -> str:
        random, tokens = self.random, _TOKEN.findall(text)
        if not tokens:
            return self.word()
        solid = [number for number, token in enumerate(tokens) if not token.isspace()] or [0]
        place, other = random.choice(solid), random.choice(solid)
        action = random.randrange(6)
        if action == 0:
            del tokens[place]
        elif action == 1:
            tokens[place] = tokens[other]
        elif action == 2:
            tokens[place], tokens[other] = tokens[other], tokens[place]
        elif action == 3:
            tokens.insert(place, self.word())
        elif action == 4 and len(tokens[place]) > 4 and tokens[place][0] in '<"':
            inner = tokens[place][1:-1]
            tokens[place] = tokens[place][0] + self._tokens(inner) + tokens[place][-1]
        else:
            word = self.word()
            tokens[place] = f'"{word}"' if tokens[place].startswith('"') and random.random() < 0.8 else word
        return "".join(tokens)
