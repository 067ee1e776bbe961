"""Files: what they are decides, not what they are called."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from threading import BoundedSemaphore

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from support.conversations.attachments.names import clean_name, extension_of
from support.conversations.models import Attachment, Conversation
from tests.conversations.conftest import typed

pytestmark = pytest.mark.django_db


def picture(kind: str, size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    made = BytesIO()
    Image.new("RGB", size, "teal").save(made, kind, **options)
    return made.getvalue()


def bomb() -> bytes:
    """Return a few bytes that say they are a picture of 20,000 by 20,000."""
    header = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(bytes(60_001))), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def exif() -> Image.Exif:
    data = Image.Exif()
    data[0x010F] = "A maker of cameras"
    data[0x0112] = 6  # turned by a quarter
    return data


def archive(*names: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        for name in names:
            zipped.writestr(name, "content")
    return made.getvalue()


def send(client, *files: tuple[str, bytes], **fields):
    sent = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post("/en/contact/write/", typed(files=sent, **fields))


@pytest.mark.parametrize(
    ("name", "content", "content_type"),
    [
        ("a.png", picture("PNG"), "image/png"),
        ("a.JPG", picture("JPEG"), "image/jpeg"),
        ("a.webp", picture("WEBP"), "image/webp"),
        ("a.gif", picture("GIF"), "image/gif"),
        ("a.pdf", b"%PDF-1.7\n", "application/pdf"),
        ("a.zip", archive("notes.txt"), "application/zip"),
        ("メモ.txt", "何が起きたか".encode(), "text/plain"),
        ("old.txt", "何が起きたか".encode("cp932"), "text/plain"),
        ("a.csv", b"a;b\r\n1;2\r\n", "text/csv"),
    ],
)
def test_file_is_taken(client, desks, name, content, content_type):
    assert send(client, (name, content)).status_code == 303
    taken = Attachment.objects.get()

    assert taken.name == name
    assert taken.content_type == content_type
    assert taken.number == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("program.png", b"MZ\x90\x00\x03"),
        ("a.jpg", picture("PNG")),
        ("a.png", picture("PNG")[:60]),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("a.txt", b"\xef\xbb\xbf  <html><script>alert(1)</script>"),
        ("a.txt", b"<?xml version='1.0'?>"),
        ("a.csv", b"\x00\x01\x02"),
        ("a.html", b"plain words"),
        ("a.exe.txt", b"plain words"),
        ("a.txt.exe", b"plain words"),
        ("a", b"plain words"),
        (".txt", b"plain words"),
        ("a.zip", archive("[Content_Types].xml", "word/vbaProject.bin")),
        ("a.zip", archive("META-INF/MANIFEST.MF")),
        ("a.zip", b"PK\x03\x04 and nothing else"),
        ("a.docx", archive("[Content_Types].xml")),
        ("empty.txt", b""),
    ],
)
def test_file_that_is_not_what_we_take_is_told_beside_the_field(client, desks, name, content):
    response = send(client, (name, content), text="Kept text")
    page = response.content.decode()

    assert response.status_code == 422
    assert "isn’t a PNG, JPEG, WebP, GIF, PDF, TXT, CSV or ZIP file that we can accept." in page
    assert "Kept text" in page
    assert not Attachment.objects.exists()


def test_picture_of_many_pixels_is_not_opened(client, desks):
    page = send(client, ("bomb.png", bomb())).content.decode()

    assert "“bomb.png” has more than 40 million pixels." in page


def test_picture_that_would_wait_for_many_others_is_not_taken(client, desks, monkeypatch):
    full = BoundedSemaphore(1)
    full.acquire()
    monkeypatch.setattr("support.conversations.attachments.pictures._WORKING_OR_WAITING", full)
    page = send(client, ("a.png", picture("PNG")), text="Kept text").content.decode()

    assert "“a.png” can’t be accepted at the moment." in page
    assert "Kept text" in page


def test_file_that_is_too_large_is_told(client, desks):
    page = send(client, ("a.txt", b"a" * 10_000_001)).content.decode()

    assert "“a.txt” is larger than 10 MB." in page


def test_sixth_file_is_left_out_and_five_are_kept(client, desks):
    files = [(f"{number}.txt", b"words") for number in range(1, 7)]
    response = send(client, *files)

    assert "“6.txt” was left out" in response.content.decode()
    assert [each.name for each in response.context["returned"].waiting] == [
        "1.txt",
        "2.txt",
        "3.txt",
        "4.txt",
        "5.txt",
    ]


def test_installation_that_is_full_takes_no_file_and_keeps_the_text(client, desks, settings):
    settings.MOST_BYTES_OF_ATTACHMENTS = 100
    response = send(client, ("a.txt", b"a" * 101), text="Kept text")
    page = response.content.decode()

    assert "“a.txt” can’t be accepted at the moment." in page
    assert "Kept text" in page


def test_disk_that_is_full_takes_no_file_and_keeps_the_text(client, desks, monkeypatch):
    def fail(*arguments, **fields):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.InMemoryStorage._save", fail)
    page = send(client, ("a.txt", b"words"), text="Kept text").content.decode()

    assert "“a.txt” can’t be accepted at the moment." in page
    assert "Kept text" in page


def test_picture_loses_what_the_camera_wrote_and_stands_upright(client, desks):
    send(client, ("a.jpg", picture("JPEG", exif=exif())))
    with Attachment.objects.get().file.open() as file:
        kept = Image.open(BytesIO(file.read()))

    assert dict(kept.getexif()) == {}
    assert kept.size == (30, 40)


def test_animation_still_moves(client, desks):
    made = BytesIO()
    frames = [Image.new("RGB", (10, 10), colour) for colour in ("red", "blue")]
    frames[0].save(made, "GIF", save_all=True, append_images=frames[1:], duration=100, loop=0)
    send(client, ("a.gif", made.getvalue()))
    with Attachment.objects.get().file.open() as file:
        assert Image.open(BytesIO(file.read())).n_frames == 2


def test_folder_of_many_files_is_told_and_the_text_kept(client, desks):
    files = [(f"{number}.txt", b"plain words") for number in range(101)]
    response = send(client, *files, text="Kept text")

    assert response.status_code == 422
    assert "“100.txt” was left out" in response.content.decode()
    assert "Kept text" in response.content.decode()


def test_list_of_ten_thousand_and_one_names_is_not_even_read(client, desks, monkeypatch):
    many = archive(*(str(number) for number in range(10_001)))

    def read(*arguments):
        raise AssertionError

    monkeypatch.setattr("support.conversations.attachments.content.zipfile.ZipFile", read)

    assert send(client, ("many.zip", many)).status_code == 422


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../x.txt", "x.txt"),
        ("C:\\Users\\me\\x.txt", "x.txt"),
        ("gpj\u202egnp.exe", "gpjgnp.exe"),
        ("a\u200b\u0000b.txt", "ab.txt"),
        ("e\u0301.txt", "é.txt"),
        ("  a   b .txt ", "a b .txt"),
        ("a.exe\u3164\u115f.txt", "a.exe.txt"),
        ("CON.txt", "_CON.txt"),
        ("lpt9.tar.zip", "_lpt9.tar.zip"),
        ("console.txt", "console.txt"),
        ("Was ist: a<b>?.txt", "Was ist_ a_b__.txt"),
        ("...", ""),
        ("a" * 300 + ".txt", "a" * 116 + ".txt"),
    ],
)
def test_name_is_what_can_be_seen_of_it(given, name):
    assert clean_name(given) == name


@pytest.mark.parametrize(
    ("name", "extension"),
    [("a.b.TXT", "txt"), ("a.php.txt", ""), ("a.txt .exe", ""), ("txt", ""), (".txt", "")],
)
def test_every_part_of_a_name_is_judged(name, extension):
    assert extension_of(name) == extension


def given_out(client, name: str, content: bytes):
    send(client, (name, content))
    public_id = Conversation.objects.get().public_id
    return client.get(f"/en/conversations/{public_id}/attachments/1/{name}")


def test_file_is_saved_and_never_opened_as_a_page(client, desks):
    response = given_out(client, "notes.txt", b"what happened")

    assert b"".join(response) == b"what happened"
    assert response["Content-Disposition"] == 'attachment; filename="notes.txt"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "private, no-store"


def test_picture_that_was_made_anew_is_shown(client, desks):
    response = given_out(client, "a.png", picture("PNG"))

    assert response["Content-Disposition"] == 'inline; filename="a.png"'
    assert response["Content-Type"] == "image/png"


def test_name_on_disk_tells_nothing(client, desks):
    send(client, ("salary.txt", b"words"))

    assert "salary" not in Attachment.objects.get().file.name
    assert len(Attachment.objects.get().file.name) == 35


def test_files_of_a_conversation_have_fifty_megabytes(client, desks, monkeypatch):
    monkeypatch.setattr(
        "support.conversations.attachments.receiving.MOST_BYTES_OF_A_CONVERSATION", 10
    )
    page = send(client, ("a.txt", b"a" * 11)).content.decode()

    assert "“a.txt” was left out: the files in a conversation can have up to 50 MB" in page
