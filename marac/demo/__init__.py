"""An invented county, to fill a fresh database with."""
