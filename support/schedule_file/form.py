"""The number of the form in which a file is written: raised when readers have to know more."""

FORMAT = 3
