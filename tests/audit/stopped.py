"""The portal as a WSGI application whose clock stands still at `AUDIT_AT`."""

import os
from datetime import datetime

from support import clock

_AT = datetime.fromisoformat(os.environ["AUDIT_AT"])
clock.now = lambda: _AT

from portal.wsgi import application  # noqa: E402, F401
