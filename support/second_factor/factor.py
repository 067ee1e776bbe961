"""Set up a second factor, ask it, and remove it."""

from __future__ import annotations

import secrets
import unicodedata
from base64 import b32encode
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q
from django.utils.crypto import salted_hmac

from support.models import RecoveryCode, SecondFactor
from support.roles import User
from support.second_factor import totp

_KEY_SALT = "support.second_factor.key"
_RECOVERY_SALT = "support.second_factor.recovery"
_RECOVERY_CODES = 8
# 120 bits: nobody guesses one, so a fast digest keeps it as well as a slow one.
_RECOVERY_BYTES = 15


def new_salt() -> str:
    return secrets.token_hex(32)


def key_of(user: User | AbstractBaseUser, salt: str) -> bytes:
    """Work out the key that the app holds: who has the database alone cannot."""
    return salted_hmac(_KEY_SALT, f"{user.pk}:{salt}", algorithm="sha256").digest()[:20]


def second_factor_of(user: User | AbstractBaseUser) -> SecondFactor | None:
    return SecondFactor.objects.filter(user_id=int(user.pk or 0)).first()


def set_up(user: User, salt: str, typed: str, instant: datetime) -> SecondFactor | None:
    """Give `user` a second factor, once `typed` shows that the app has the key; else None."""
    step = totp.step_of(key_of(user, salt), _cleaned(typed), instant)
    if step is None:
        return None
    factor, is_new = SecondFactor.objects.get_or_create(
        user_id=int(user.pk or 0), defaults={"salt": salt, "set_up_at": instant, "last_step": step}
    )
    return factor if is_new else None


def accepts(factor: SecondFactor, typed: str, instant: datetime) -> bool:
    """Use up a code of the app, or a recovery code; False for one that is wrong or used up.

    Each is one statement, so that of two sign-ins at the same time one gets in.
    """
    cleaned = _cleaned(typed)
    step = totp.step_of(key_of(factor.user, factor.salt), cleaned, instant)
    if step is None:
        count, _ = factor.recovery_codes.filter(digest=_digest(factor, cleaned)).delete()
        return count > 0
    # A last step further ahead than codes can be was taken by a clock that was wrong.
    is_unused = Q(last_step__lt=step) | Q(last_step__gt=step + 2 * totp.MOST_STEPS_OFF)
    unused = SecondFactor.objects.filter(is_unused, pk=factor.pk, salt=factor.salt)
    return unused.update(last_step=step) > 0


@transaction.atomic
def new_recovery_codes(factor: SecondFactor) -> list[str]:
    """Replace the recovery codes, and return the new ones. Nothing can show them again."""
    codes = [
        b32encode(secrets.token_bytes(_RECOVERY_BYTES)).decode() for _ in range(_RECOVERY_CODES)
    ]
    factor.recovery_codes.all().delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(second_factor=factor, digest=_digest(factor, code)) for code in codes
    )
    return [in_groups(code) for code in codes]


def in_groups(text: str) -> str:
    """Write four characters at a time, as people copy them."""
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


def _cleaned(typed: str) -> str:
    """Take full-width digits, small letters, and groups of whatever kind."""
    return "".join(c for c in unicodedata.normalize("NFKC", typed) if c.isalnum()).upper()


def _digest(factor: SecondFactor, code: str) -> str:
    return salted_hmac(_RECOVERY_SALT, f"{factor.salt}:{code}", algorithm="sha256").hexdigest()
