"""Check the shipped site while a server hangs, and while there is none: it ends its servers."""

from __future__ import annotations

import os
import signal
import time


def test_server_that_hangs_is_left_out_and_a_page_is_served_with_none(site):
    # What may be held in an outage, as the portal says.
    assert site.ask("/fr/contact/").status == 200
    for pid in processes(site.servers[0]):
        os.kill(pid, signal.SIGSTOP)
    try:
        answers = [site.ask(f"/fr/contact/?languages=fr&n={n}").status for n in range(2)]
    finally:
        for pid in processes(site.servers[0]):
            os.kill(pid, signal.SIGCONT)
    assert answers == [200, 200]

    for running in site.running:
        running.close()
    time.sleep(1.2)  # until it is too old to be served but in an outage
    kept = site.ask("/fr/contact/")
    badge = site.ask("/badge/en/sales/ja.svg")

    assert kept.status == 200
    assert badge.status == 502


def processes(server):
    return [server.pid, *server.workers()]
