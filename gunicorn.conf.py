"""How Gunicorn runs the product wherever it is started: its own log tells nothing of what was asked for."""

logger_class = "config.logs.ServerLogger"
