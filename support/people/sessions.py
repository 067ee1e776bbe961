"""Whoever is left out or deleted is signed out everywhere, whatever did it: desk, command, shell.

Django refuses the sessions of somebody who is left out, but keeps them: they would hold again as
soon as the person is let back in.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth import SESSION_KEY, get_user_model
from django.contrib.auth.models import AbstractUser
from django.contrib.sessions.models import Session
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver


def end_sessions(key: object) -> None:
    """End every session of the user with this primary key."""
    of_user = [
        session.pk
        for session in Session.objects.iterator()
        if session.get_decoded().get(SESSION_KEY) == str(key)
    ]
    Session.objects.filter(pk__in=of_user).delete()


@receiver(post_save, sender=get_user_model())
def _left_out(sender: object, instance: AbstractUser, **kwargs: Any) -> None:
    if not instance.is_active:
        end_sessions(instance.pk)


@receiver(post_delete, sender=get_user_model())
def _deleted(sender: object, instance: AbstractUser, **kwargs: Any) -> None:
    end_sessions(instance.pk)
