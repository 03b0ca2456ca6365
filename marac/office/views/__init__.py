"""The pages of the desk: what is due, cases and one case, and who alone may open it."""
