"""Says where the people of a document live, with whom, and whose child each is."""
