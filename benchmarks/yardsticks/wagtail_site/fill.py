"""Makes the Wagtail site's database: `python -m benchmarks.yardsticks.wagtail_site.fill FILE`."""

import json
import sys
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402

from benchmarks.yardsticks.wagtail_site.models import ContactPage  # noqa: E402


def main(content: str) -> None:
    call_command("migrate", verbosity=0)
    sections = json.loads(Path(content).read_text("utf-8"))
    page = ContactPage(
        title="Contact us",
        slug="contact",
        body=[
            ("section", {"heading": section["heading"], "text": section["html"]})
            for section in sections
        ],
    )
    Page.get_first_root_node().add_child(instance=page)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "127.0.0.1", "port": 80, "root_page": page},
    )


main(sys.argv[1])
