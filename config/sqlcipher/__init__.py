"""The embedded database, encrypted: Django's SQLite backend on SQLCipher."""
