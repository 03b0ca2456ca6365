"""Plain Python that knows nothing of MARACs: days, dates, names, numbers, tables and the refusal."""
