"""Leave out the files of a form that the disk has no room for, and keep what was typed."""

from __future__ import annotations

import logging
from typing import Any, NoReturn

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler

from portal.request_bodies import CUT, FULL

_log = logging.getLogger(__name__)


class FilesThatFit(TemporaryFileUploadHandler):
    """What becomes of a file too large for memory: it waits on disk, if there is room."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        try:
            super().new_file(*args, **kwargs)
        except OSError as error:
            self._leave_out(error)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        try:
            return super().receive_data_chunk(raw_data, start)
        except OSError as error:
            self._leave_out(error)

    def file_complete(self, file_size: int) -> UploadedFile[Any] | None:
        try:
            return super().file_complete(file_size)
        except OSError as error:
            self._leave_out(error)

    def _leave_out(self, error: OSError) -> NoReturn:
        _log.warning("A file that somebody sent could not be kept: %s", error)
        if self.request:
            self.request.META[CUT] = FULL
        raise SkipFile from error
