"""The second factor of staff: a code from an app, or a recovery code, beside the password."""
