"""Two editors press Save at the same instant."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from support.models import Department
from tests.admin.form import read_form

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("attempt", range(5))
def test_of_two_who_save_at_once_one_is_told(initial_data, admin_user, attempt):
    sales = Department.objects.get(slug="sales")
    url = reverse("admin:support_department_change", args=[sales.pk])
    barrier = Barrier(2)

    def editor(closes):
        client = Client()
        client.force_login(admin_user)
        form = read_form(client.get(url)) | {"windows-1-closes": [closes]}
        barrier.wait()
        status = client.post(url, form).status_code
        connections.close_all()
        return status, closes

    with ThreadPoolExecutor(2) as pool:
        (saved, stored), (told, _) = sorted(
            pool.map(editor, ["16:00", "17:00"]), key=lambda answer: -answer[0]
        )

    assert (saved, told) == (302, 200)
    assert f"{sales.windows.get(language='ja').closes:%H:%M}" == stored
