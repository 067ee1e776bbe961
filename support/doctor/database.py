from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from support import clock
from support.directory.lock_wait import is_lock_wait
from support.directory.rows import PUBLIC_MODELS

_MOST_SECONDS_APART = 2.0


def database_answers() -> Iterator[str]:
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        reason = " ".join(str(error).split()).rstrip(".?!")
        if is_lock_wait(error):
            yield (
                f"Something else holds a lock in the database: {reason}. Wait until it is free, "
                "and check again."
            )
        else:
            yield f"The database does not answer: {reason}. Start it, or correct DATABASE_URL."


def migrations_are_applied() -> Iterator[str]:
    executor = MigrationExecutor(connection)
    loader = executor.loader
    known = set(loader.disk_migrations)
    missing = executor.migration_plan(loader.graph.leaf_nodes())
    if missing:
        names = ", ".join(f"{migration.app_label} {migration.name}" for migration, _ in missing)
        yield f"Migrations are not applied: {names}. Run `manage.py migrate`."
    apps = {app for app, _ in known}
    unknown = sorted(
        f"{app} {name}"
        for app, name in loader.applied_migrations
        if app in apps and (app, name) not in known
    )
    if unknown:
        yield (
            f"The database was migrated by a newer version: {', '.join(unknown)}. "
            "Install that version, or restore a dump of this one."
        )


def triggers_are_installed() -> Iterator[str]:
    table, column = (
        ("sqlite_master", "tbl_name")
        if connection.vendor == "sqlite"
        else ("information_schema.triggers", "event_object_table")
    )
    name = "name" if connection.vendor == "sqlite" else "trigger_name"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table} WHERE {name} LIKE 'revision_%'")  # noqa: S608  # names only
        guarded = {row[0] for row in cursor.fetchall()}
    missing = sorted({model._meta.db_table for model in PUBLIC_MODELS} - guarded)
    if missing:
        yield (
            f"Edits of these tables would not be noticed: {', '.join(missing)}. Run "
            "`manage.py migrate`, which installs their triggers."
        )


def clocks_agree() -> Iterator[str]:
    if connection.vendor == "sqlite":
        return  # on this machine's clock
    with connection.cursor() as cursor:
        before = clock.now()
        cursor.execute("SELECT clock_timestamp()")
        theirs: datetime = cursor.fetchone()[0].astimezone(UTC)
        after = clock.now()
    apart = max((before - theirs).total_seconds(), (theirs - after).total_seconds())
    if apart > _MOST_SECONDS_APART:
        yield (
            f"The clocks of this machine and of the database are {apart:.0f} seconds apart. Set "
            "both by NTP: `timedatectl set-ntp true`."
        )
