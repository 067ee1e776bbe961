from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from support.admin.bulk.form import BulkForm
from support.models import Channel

_ADD, _REMOVE = "add", "remove"


class ChannelForm(BulkForm):
    action = "set_channel"
    title = gettext_lazy("Add or remove a channel")
    explanation = gettext_lazy(
        "A channel is how visitors reach a department. It doesn’t change any hours."
    )

    channel: Any = forms.ModelChoiceField(Channel.objects.all(), label=gettext_lazy("Channel"))
    what = forms.ChoiceField(
        label=gettext_lazy("What happens"),
        choices=[(_ADD, gettext_lazy("Add")), (_REMOVE, gettext_lazy("Remove"))],
        initial=_ADD,
        widget=forms.RadioSelect,
    )

    def save(self, request: HttpRequest) -> None:
        adds = self.cleaned_data["what"] == _ADD
        channel = Channel.objects.select_for_update().get(pk=self.cleaned_data["channel"].pk)
        had = set(channel.departments.values_list("pk", flat=True))
        changed = [each for each in self.departments if (each.pk in had) is not adds]
        for department in self.departments:
            words = _words(adds=adds, changes=department in changed)
            self.notes.append(words % {"department": department, "channel": channel})
        if not changed:
            return
        if adds:
            channel.departments.add(*changed)
        else:
            channel.departments.remove(*changed)
        channel.edit_version += 1
        channel.save()
        admin.site.get_model_admin(Channel).log_change(request, channel, "")


def _words(*, adds: bool, changes: bool) -> str:
    if not changes:
        return (
            _("%(department)s has “%(channel)s” already.")
            if adds
            else _("%(department)s doesn’t have “%(channel)s”.")
        )
    return (
        _("%(department)s: “%(channel)s” is added.")
        if adds
        else _("%(department)s: “%(channel)s” is removed.")
    )
