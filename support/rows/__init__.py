"""Rows as people read them: their columns, values in words, what changed; and a dry run of a save.

History, the preview of an import and the pages of a conflict all take their words from here.
"""
