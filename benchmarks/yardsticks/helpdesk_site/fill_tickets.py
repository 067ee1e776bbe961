"""Makes the help desk's database with tickets, 400 of them open, and signs somebody in who answers:
`python -m benchmarks.yardsticks.helpdesk_site.fill_tickets NUMBER`."""

import sys

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from helpdesk.models import Queue, Ticket  # noqa: E402

OPEN = 400


def main(number: int) -> None:
    call_command("migrate", verbosity=0)
    call_command("loaddata", "emailtemplate.json", verbosity=0)
    queue = Queue.objects.create(title="Sales", slug="sales", allow_public_submission=True)
    tickets = (
        Ticket(
            queue=queue,
            title=f"Question {each}",
            description="A question about prices.",
            submitter_email="visitor@example.com",
            status=Ticket.OPEN_STATUS if each < OPEN else Ticket.CLOSED_STATUS,
        )
        for each in range(number)
    )
    Ticket.objects.bulk_create(tickets, batch_size=1000)
    client = Client()
    client.force_login(User.objects.create_superuser("mika"))
    print(client.cookies[settings.SESSION_COOKIE_NAME].value)


main(int(sys.argv[1]))
