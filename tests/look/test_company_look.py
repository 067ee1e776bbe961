"""The company's colour, logo and icon on the public pages."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from support import clock
from support.admin.fields.colour import ColourField
from support.doctor.files import images_are_there
from support.history.unused_images import drop_unused_images
from support.look import images
from support.models import Organization
from support.schedule_file import apply_import, read_file, stored_configuration, write
from tests.admin.form import read_form
from tests.look.test_images import picture

pytestmark = pytest.mark.django_db

CONTACT = reverse("contact", args=["en"])
FORM = reverse("admin:support_organization_change", args=[1])


@pytest.fixture
def company():
    return Organization.objects.create(name="Example")


def body(response):
    return response.content.decode()


def enter(client, **typed):
    form = read_form(client.get(FORM))
    return client.post(FORM, form | typed, follow=True)


def test_page_of_a_company_without_a_look_is_as_it_was(client, company):
    page = body(client.get(CONTACT))

    assert "/look/" not in page
    assert "support/icon.svg" in page


def test_look_is_on_the_page_without_inline_style(client, staff_client, company):
    enter(staff_client, colour="#0A6638", logo=picture(), icon=picture((64, 64)))
    page = body(client.get(CONTACT))

    assert '<link rel="stylesheet" href="/look/0a6638.css">' in page
    logo, icon = Organization.objects.values_list("logo", "icon").get()
    assert f'<img src="/look/{logo}" alt="Example" width="192" height="48">' in page
    assert f'<link rel="icon" href="/look/{icon}" type="image/png">' in page
    assert "style=" not in page


def test_style_sheet_and_image_are_kept_for_good(client, company):
    name = images.store("logo", picture())
    for path, media_type in ((f"/look/{name}", "image/png"), ("/look/0a6638.css", "text/css")):
        response = client.get(path)
        assert response.headers["Content-Type"].startswith(media_type)
        assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        again = client.get(path, headers={"if-none-match": response.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("name", ["0A6638.css", "red.css", "logo-1x1-0123456789abcdef.png", "x"])
def test_other_addresses_lead_nowhere(client, company, name):
    assert client.get(f"/look/{name}").status_code == 404


def test_finished_page_is_made_anew_for_another_colour(client, company, served):
    from django.test import Client

    staff = Client()
    Organization.objects.update(colour="#0a6638")
    assert "/look/0a6638.css" in body(client.get(CONTACT))
    company.colour = "#3b3486"
    company.save()

    assert "/look/3b3486.css" in body(staff.get(CONTACT))


def test_unreadable_colour_is_corrected_with_one_click(staff_client, company):
    answer = body(enter(staff_client, colour="#ffcc00"))
    assert (
        "#ffcc00 is hard to read on a light page: its contrast is 1.3, but at least 4.5 is needed. "
        '<button type="submit" class="button" name="_use_colour" value="#806600">Use #806600 '
        "instead</button>" in answer
    )

    enter(staff_client, colour="#ffcc00", _use_colour="#806600")
    assert Organization.objects.get().colour == "#806600"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("0A6638", "#0a6638"),
        (" #063 ", "#006633"),
        ("rgb(10, 102, 56)", "#0a6638"),
        ("hsl(150, 100%, 20%)", "#006633"),
        ("Navy", "#000080"),
        ("", ""),
    ],
)
def test_colour_is_read_however_it_is_written(typed, stored):
    assert ColourField().clean(typed) == stored


@pytest.mark.parametrize("typed", ["rot", "#12", "rgb(1,2)", "#3b3486;}", "x" * 61])
def test_what_is_no_colour_is_refused(typed):
    with pytest.raises(ValidationError, match="isn’t a colour"):
        ColourField().clean(typed)


def test_colour_that_is_refused_is_told_on_the_form_and_not_stored(staff_client, company):
    answer = body(enter(staff_client, colour="rot"))

    assert "“rot” isn’t a colour." in answer
    assert Organization.objects.get().colour == ""


def test_links_elsewhere_show_the_company(client, staff_client, company):
    enter(staff_client, colour="#0a6638", logo=picture())
    page = body(client.get(CONTACT))
    card = f"/look/card-0a6638-{Organization.objects.get().logo}"

    assert f'<meta property="og:image" content="http://testserver{card}">' in page
    assert '<meta property="og:image:alt" content="Example">' in page
    assert '<meta name="theme-color" content="#0a6638"' in page
    assert client.get(card).content.startswith(b"\x89PNG")
    assert client.get(card.replace("0a6638", "0a6639")).status_code == 404


def test_desk_has_the_companys_look(staff_client, company):
    enter(staff_client, colour="#0a6638", icon=picture((64, 64)))
    page = body(staff_client.get(reverse("admin:index")))

    assert '<link rel="stylesheet" href="/look/desk-0a6638.css">' in page
    assert f'<link rel="icon" href="/look/{Organization.objects.get().icon}"' in page
    assert '<span class="company">Example</span>' in page
    assert "--header-bg: #0a6638" in body(staff_client.get("/look/desk-0a6638.css"))


def test_images_that_nobody_saved_are_cleaned_after_a_day(staff_client, company):
    enter(staff_client, logo=picture())
    saved = Organization.objects.get().logo
    enter(staff_client, **{"logo-remove": "on"})
    enter(staff_client, logo=picture((100, 100)), _preview="Preview")
    unsaved = "logo-96x96-"

    def left():
        return [
            name for name in default_storage.listdir("")[1] if name.startswith((unsaved, saved))
        ]

    assert drop_unused_images(clock.now()) == 0
    assert len(left()) == 2
    drop_unused_images(clock.now() + timedelta(days=1, minutes=1))
    assert left() == [saved]


def test_image_that_is_a_program_is_refused_with_a_sentence(staff_client, company):
    answer = enter(staff_client, logo=SimpleUploadedFile("logo.svg", b"<svg/>"))

    assert "SVG images can contain programs, so we can’t accept them." in body(answer)


def test_image_stays_until_it_is_removed(staff_client, company):
    enter(staff_client, logo=picture())
    enter(staff_client, name="Other")
    assert Organization.objects.get().logo.startswith("logo-")

    enter(staff_client, **{"logo-remove": "on"})
    assert Organization.objects.get().logo == ""


def test_preview_keeps_what_was_uploaded_and_shows_the_page_with_it(staff_client, company):
    preview = enter(staff_client, logo=picture(), colour="#0a6638", _preview="Preview")
    assert Organization.objects.get().logo == ""

    page = body(staff_client.post(FORM, read_form(preview) | {"_preview_page": "Open"}))
    assert '<img src="/look/logo-384x96-' in page
    assert "/look/0a6638.css" in page


def test_put_back_brings_the_look_back(staff_client, company, clock):
    clock.stop_at("2026-11-27T10:00:00Z")
    enter(staff_client, colour="#0a6638", logo=picture())
    logo = Organization.objects.get().logo
    clock.stop_at("2026-11-27T12:00:00Z")
    enter(staff_client, colour="#3b3486", **{"logo-remove": "on"})

    page = reverse("admin:put_back", args=["organization", 1]) + "?at=2026-11-27T11:00:00Z"
    staff_client.post(page, read_form(staff_client.get(page)) | {"_apply": "Restore"})

    assert Organization.objects.values_list("colour", "logo").get() == ("#0a6638", logo)


def test_file_has_the_colour_and_leaves_the_images(staff_client, company):
    enter(staff_client, colour="#0a6638", logo=picture())
    logo = Organization.objects.get().logo
    file = write(stored_configuration())
    assert 'colour = "#0a6638"' in file
    assert "logo" not in file

    apply_import(read_file(file.replace("#0a6638", "#3b3486").encode()))
    assert Organization.objects.values_list("colour", "logo").get() == ("#3b3486", logo)


def test_doctor_tells_of_an_image_that_is_gone(staff_client, company):
    enter(staff_client, logo=picture())
    assert list(images_are_there()) == []
    default_storage.delete(Organization.objects.get().logo)

    assert next(images_are_there()).startswith("The image logo-384x96-")
