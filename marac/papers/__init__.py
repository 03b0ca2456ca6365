"""The papers that a MARAC prints, and the area's own Word templates for them, which can do nothing but print."""
