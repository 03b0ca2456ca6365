"""In which order a meeting hears its cases, so that its agencies wait as little as can be, and what is proved of it."""
