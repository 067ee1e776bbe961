from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from support.look.images import content_of

SIZE = (1200, 630)
_BAND = 24
_PAPER = "#ffffff"
_MOST = (900, 300)


@lru_cache(maxsize=4)
def card(colour: str, logo: str) -> bytes | None:
    """Draw the picture of links to a page: the logo on white, above a band of the company's colour.

    `logo` is the name of a stored image; None if there is none. `colour` may be empty.
    """
    content = content_of(logo)
    if content is None:
        return None

    # As in `support.look.images`: few processes draw.
    from PIL import Image, ImageDraw

    image = Image.open(BytesIO(content)).convert("RGBA")
    scale = min(_MOST[0] / image.width, _MOST[1] / image.height)
    image = image.resize((round(image.width * scale), round(image.height * scale)))
    picture = Image.new("RGB", SIZE, _PAPER)
    picture.paste(image, ((SIZE[0] - image.width) // 2, (SIZE[1] - image.height) // 2), image)
    if colour:
        ImageDraw.Draw(picture).rectangle((0, SIZE[1] - _BAND, *SIZE), fill=colour)
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()
