from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Modules import one another under their hashed names, so that browsers keep all of them."""

    support_js_module_import_aggregation = True
