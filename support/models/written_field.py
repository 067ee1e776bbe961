"""Values that are written as text: what is in the database is what the file and people write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models

from support.schedule import ScheduleError

if TYPE_CHECKING:
    _TextField = models.CharField[Any, Any]
else:
    _TextField = models.CharField


class WrittenField(_TextField):
    """A column of text whose value in Python is something else, and `empty` where there is none.

    Subclasses `read` the text, raising ScheduleError, and `write` the value; both can be asked
    with anything that is not empty. `longest` is the length of the longest text.
    """

    if TYPE_CHECKING:
        _pyi_private_set_type: Any
        _pyi_private_get_type: Any

    empty: Any = None
    longest = 20

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", self.longest)
        if kwargs.get("blank"):
            kwargs.setdefault("default", self.empty)
        super().__init__(*args, **kwargs)

    def read(self, text: str) -> Any:
        raise NotImplementedError

    def write(self, value: Any) -> str:
        raise NotImplementedError

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        if kwargs.get("blank") and self.default == self.empty:
            kwargs.pop("default", None)
        return name, path, args, kwargs

    def from_db_value(self, value: str | None, *args: Any) -> Any:
        return self.to_python(value)

    def to_python(self, value: Any) -> Any:
        if value is None or value == "":
            return self.empty
        if not isinstance(value, str):
            return value
        try:
            return self.read(value)
        except ScheduleError as error:
            code = type(error).__name__
            message = self.error_messages.get(code, self.error_messages["unreadable"])
            raise ValidationError(message, code, {"value": value}) from error

    def get_prep_value(self, value: Any) -> str | None:
        if value is None or value == self.empty:
            return ""
        return value if isinstance(value, str) else self.write(value)

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def run_validators(self, value: Any) -> None:
        """Check the length of the text: whatever could be read is valid."""
        if value != self.empty:
            super().run_validators(self.get_prep_value(value))
