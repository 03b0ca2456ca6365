"""Old trackers: an Excel workbook of a MARAC's past taken in, and taken back."""
