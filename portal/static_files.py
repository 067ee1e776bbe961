from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Give files hashed names, also in imports between modules, so that browsers can cache them."""

    support_js_module_import_aggregation = True
