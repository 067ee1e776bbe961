"""Makes the help desk's database: `python -m benchmarks.yardsticks.helpdesk_site.fill FILE`."""

import json
import sys
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from helpdesk.models import KBCategory, KBItem  # noqa: E402


def main(content: str) -> None:
    call_command("migrate", verbosity=0)
    category = KBCategory.objects.create(
        name="Contact us", title="Contact us", slug="contact", description="Departments and hours"
    )
    sections = json.loads(Path(content).read_text("utf-8"))
    for section in sections:
        KBItem.objects.create(
            category=category,
            title=section["heading"],
            question=section["heading"],
            answer=section["text"],
        )


main(sys.argv[1])
