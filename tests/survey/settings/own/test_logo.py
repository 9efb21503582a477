"""A logo is a picture in the folder of the survey, and nothing of it but its pixels is kept."""

import io
import os
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from stakeholder_graph.model.own_pages import Logo
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.settings.elements import Location
from stakeholder_graph.survey.settings.own.logo import BOX, MOST_BYTES, read_logo
from tests.facts.own_survey import picture

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def read(folder: Path, name: str = "logo.png", content: bytes | None = None) -> tuple[Logo | None, list[str]]:
    """The logo, and what is wrong with it."""
    if content is not None:
        (folder / name).write_bytes(content)
    inspection = Inspection()
    logo = read_logo(folder, name, Location("partnership.toml"), inspection)
    return logo, list(map(str, inspection.problems))


def pixels(logo: Logo | None) -> Image.Image:
    assert logo is not None
    return Image.open(io.BytesIO(logo.png))


def test_a_picture_is_made_as_small_as_pages_need_it(tmp_path: Path) -> None:
    logo, problems = read(tmp_path, content=picture((2400, 400)))
    assert problems == []
    # 2400 to 400 is as 480 to 80.
    assert pixels(logo).size == (BOX[0], 80) == (logo and (logo.width, logo.height))
    assert pixels(logo).convert("RGB").getpixel((0, 0)) == (0x7B, 0x1F, 0xA2)


def test_a_small_picture_stays_as_it_is(tmp_path: Path) -> None:
    assert pixels(read(tmp_path, content=picture((40, 30)))[0]).size == (40, 30)


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg", "Our logo (new).JPEG"])
def test_what_the_file_holds_counts_and_not_its_name(tmp_path: Path, name: str) -> None:
    for kind in ("PNG", "JPEG"):
        assert pixels(read(tmp_path, name, picture(kind=kind))[0]).format == "PNG"


def test_nothing_but_pixels_is_kept(tmp_path: Path) -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "Elm Library")
    texts.add_itxt("Comment", "Elm Library", zip=True)
    exif = Image.Exif()
    exif[0x9C9D] = "Elm Library".encode("utf-16-le")
    exif[0x0110] = "A camera"
    photograph = picture(kind="JPEG", exif=exif, comment=b"Elm Library")
    for content in (picture(pnginfo=texts), picture(exif=exif), photograph):
        logo, _problems = read(tmp_path, content=content)
        assert pixels(logo).info == {}
        assert logo is not None
        assert not [kind for kind in (b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"iCCP") if kind in logo.png]


def test_a_photograph_that_lies_on_its_side_is_turned(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned by 90 degrees
    assert pixels(read(tmp_path, content=picture((60, 20), "JPEG", exif=exif))[0]).size == (20, 60)


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    assert read(tmp_path, content=picture())[0] == read(tmp_path, content=picture())[0]


@pytest.mark.parametrize("content", [b"Only text.", SVG, b"", b"GIF89a" + bytes(20), picture()[:300], picture()[:40]])
def test_a_renamed_or_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    logo, problems = read(tmp_path, content=content)
    assert logo is None
    assert "logo: The file “logo.png” is no PNG and no JPEG, or it is damaged." in problems[0]


@pytest.mark.parametrize("name", ["../logo.png", "pictures/../../logo.png", "/etc/hostname"])
def test_a_file_elsewhere_is_refused_unopened(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "survey"
    folder.mkdir()
    (tmp_path / "logo.png").write_bytes(picture())
    assert read(folder, name) == (
        None,
        [f"partnership.toml, logo: The file “{name}” is not in the folder of the partnership. Copy it there."],
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for rights before it makes a link")
def test_a_link_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "survey"
    folder.mkdir()
    (tmp_path / "mine.png").write_bytes(picture())
    (folder / "logo.png").symlink_to(tmp_path / "mine.png")
    assert "is not in the folder" in read(folder)[1][0]


def test_a_name_that_is_nearly_right_is_proposed(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture())
    assert read(tmp_path, "lgo.png")[1] == [
        "partnership.toml, logo: There is no file “lgo.png”. Did you mean “logo.png”?"
    ]


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "logo.png").mkdir()
    assert read(tmp_path)[1][0].startswith("partnership.toml, logo: There is no file “logo.png”.")


def test_a_huge_file_and_a_huge_picture_are_refused_before_they_are_unpacked(tmp_path: Path) -> None:
    assert "is larger than 5,000,000 bytes" in read(tmp_path, content=picture() + bytes(MOST_BYTES))[1][0]
    content = io.BytesIO()
    Image.new("1", (8000, 6000)).save(content, "PNG")
    assert len(content.getvalue()) < 20_000
    assert "has more than 40,000,000 pixels" in read(tmp_path, content=content.getvalue())[1][0]
