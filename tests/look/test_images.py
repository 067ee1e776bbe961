"""Images that staff upload: drawn anew, small, and never programs."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from support.look import images


def picture(size=(800, 200), kind="PNG", mode="RGB", **more):
    file = BytesIO()
    Image.new(mode, size, "#3b3486").save(file, kind, **more)
    return SimpleUploadedFile(f"logo.{kind.lower()}", file.getvalue())


@pytest.mark.parametrize(("kind", "suffix"), [("PNG", "png"), ("WEBP", "webp"), ("JPEG", "jpg")])
def test_image_is_stored_under_a_name_that_says_its_size(kind, suffix):
    name = images.store("logo", picture(kind=kind))

    assert name.startswith("logo-384x96-")
    assert name.endswith(f".{suffix}")
    assert Image.open(BytesIO(images.content_of(name))).size == (384, 96)


def test_same_image_is_stored_once():
    assert images.store("icon", picture()) == images.store("icon", picture())


def test_nothing_but_the_picture_is_kept():
    exif = Image.Exif()
    exif[0x010E] = "somebody's garden"
    upload = picture(kind="JPEG", exif=exif)
    assert b"somebody's garden" in upload.read()

    assert b"somebody's garden" not in images.content_of(images.store("logo", upload))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "vector"),
        (b'<?xml version="1.0"?><SVG/>', "vector"),
        (b"GIF89a", "unknown"),
        (b"", "unknown"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "unknown"),
        (b"x" * 2_000_001, "too large"),
    ],
)
def test_what_is_no_picture_is_refused(content, reason):
    with pytest.raises(images.NoImage, match=reason):
        images.store("logo", SimpleUploadedFile("logo.png", content))


def test_huge_picture_in_a_small_file_is_refused():
    with pytest.raises(images.NoImage, match="too large"):
        images.store("logo", picture((20_000, 20_000), mode="1"))


@pytest.mark.parametrize(
    "name", ["", "../settings.py", "logo-1x1-0123456789abcdef.svg", "logo-1x1-../..png"]
)
def test_other_names_lead_to_nothing(name):
    assert images.content_of(name) is None


def test_image_that_is_gone_leads_to_nothing():
    name = images.store("icon", picture())
    default_storage.delete(name)

    assert images.content_of(name) is None
