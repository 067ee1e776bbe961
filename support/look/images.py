"""The company's images: read, drawn anew, and stored under a name that says what is in them.

What was uploaded is never served itself. A name holds width, height and a digest of the content,
so a stored image never changes, and an entry of the history finds its own again.
"""

from __future__ import annotations

import hashlib
import re
import warnings
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 2_000_000
_MOST_PIXELS = 16_000_000

LOGO, ICON = "logo", "icon"
# Twice of what a page shows at most, for screens with small dots.
_SIZES = {LOGO: (640, 96), ICON: (192, 192)}
_FORMATS = {"PNG": "png", "WEBP": "webp", "JPEG": "jpg"}
TYPES = {"png": "image/png", "webp": "image/webp", "jpg": "image/jpeg"}
_NAME = re.compile(rf"({LOGO}|{ICON})-(\d{{1,3}})x(\d{{1,3}})-[0-9a-f]{{16}}\.(png|webp|jpg)")


class NoImage(ValueError):
    """Raised with one of the reasons below for what cannot be taken."""


TOO_LARGE, VECTOR, UNKNOWN = "too large", "vector", "unknown"


class StoredImage(NamedTuple):
    name: str
    width: int
    height: int
    media_type: str


def stored_image(name: str) -> StoredImage | None:
    """Read what a name says; None if it is no name of ours."""
    match = _NAME.fullmatch(name)
    if not match:
        return None
    _kind, width, height, suffix = match.groups()
    return StoredImage(name, int(width), int(height), TYPES[suffix])


def store(kind: str, upload: File[bytes]) -> str:
    """Draw an uploaded image anew in the size of its kind, store it, and return its name. Raises
    NoImage."""
    image, suffix = _read(upload)
    image.thumbnail(_SIZES[kind])
    content = _written(image, suffix)
    digest = hashlib.sha256(content).hexdigest()[:16]
    name = f"{kind}-{image.width}x{image.height}-{digest}.{suffix}"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(content))
    return name


def content_of(name: str) -> bytes | None:
    """Return a stored image; None if there is none."""
    if stored_image(name) is None or not default_storage.exists(name):
        return None
    with default_storage.open(name) as file:
        return bytes(file.read())


def _read(upload: File[bytes]) -> tuple[Image.Image, str]:
    if (upload.size or 0) > MOST_BYTES:
        raise NoImage(TOO_LARGE)
    upload.seek(0)
    content = upload.read()
    if b"<svg" in content[:4096].lower():
        raise NoImage(VECTOR)

    # Two megabytes of each process, of which few ever read an image.
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(content), formats=list(_FORMATS))
            suffix = _FORMATS[image.format or ""]
            if image.width * image.height > _MOST_PIXELS:
                raise NoImage(TOO_LARGE)
            image.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise NoImage(TOO_LARGE) from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, KeyError) as error:
        if isinstance(error, NoImage):
            raise
        raise NoImage(UNKNOWN) from error
    # Without the place and the camera that a photograph tells of.
    upright = ImageOps.exif_transpose(image)
    return upright.convert("RGB" if suffix == "jpg" else "RGBA"), suffix


def _written(image: Image.Image, suffix: str) -> bytes:
    file = BytesIO()
    if suffix == "jpg":
        image.save(file, "JPEG", quality=88, optimize=True)
    elif suffix == "webp":
        image.save(file, "WEBP", quality=90, method=6)
    else:
        image.save(file, "PNG", optimize=True)
    return file.getvalue()
