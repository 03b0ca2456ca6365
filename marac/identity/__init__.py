"""Which records of people are of one human being: kept beside the records, none of which is changed by it."""
