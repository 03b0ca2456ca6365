"""Who is named in cases, and where each may and may not be reached."""
