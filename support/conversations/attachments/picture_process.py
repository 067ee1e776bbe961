"""Make a picture anew: a program of its own, since what opens pictures can be attacked by them.

It reads the picture from its input and writes one to its output, of the same format, without a word
about who took it where. It ends with 3 where the picture is too large, and otherwise, or where it
takes too long or too much memory, as programs fail.
"""

import os
import resource
import sys
from io import BytesIO

from PIL import Image, ImageOps, ImageSequence

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
MOST_PIXELS = 40_000_000
TOO_LARGE = 3
_SECONDS = 15
_BYTES = 1_500_000_000


def main() -> int:
    os.nice(10)  # pages come first
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it writes to a pipe, and to no file
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    picture = Image.open(BytesIO(sys.stdin.buffer.read()), formats=FORMATS)
    frames = getattr(picture, "n_frames", 1)
    if picture.width * picture.height * frames > MOST_PIXELS:
        return TOO_LARGE
    sys.stdout.buffer.write(_made_anew(picture, frames))
    return 0


def _made_anew(picture: Image.Image, frames: int) -> bytes:
    made = BytesIO()
    kind = picture.format or ""
    if frames > 1 and kind in ("GIF", "WEBP"):
        first, *others = [frame.copy() for frame in ImageSequence.Iterator(picture)]
        durations = {key: picture.info[key] for key in ("duration", "loop") if key in picture.info}
        first.info = {}
        first.save(made, kind, save_all=True, append_images=others, **durations)
        return made.getvalue()
    upright = ImageOps.exif_transpose(picture)
    # What a format keeps beside its pixels goes; how colours are meant stays.
    colours = ("icc_profile", "transparency")
    kept = {str(name): value for name, value in upright.info.items() if name in colours}
    upright.info.clear()
    upright.info.update(kept)
    options = {"quality": 90} if kind in ("JPEG", "WEBP") else {}
    upright.save(made, kind, exif=b"", **options, **kept)
    return made.getvalue()


if __name__ == "__main__":
    sys.exit(main())
