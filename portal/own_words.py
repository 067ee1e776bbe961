"""Name the words of Django that the catalogues say in the portal's own: “Sign in”, not “Log in”.

Named here, they are collected with ours. The English ones are all that `locale/en` has.
"""

from django.utils.translation import gettext_noop as _

OWN_WORDS = (
    _("Log in"),
    _("Log out"),
    _("Log in again"),
    _("Logged out"),
    _("Thanks for spending some quality time with the web site today."),
)
