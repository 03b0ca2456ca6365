"""The search across past minutes: every reader finds in their own copy, and nothing else."""
