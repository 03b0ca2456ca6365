"""A bank holiday added or taken off: what it moves is shown, saved, and told."""
