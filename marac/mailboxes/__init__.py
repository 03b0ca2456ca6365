"""The mailbox of each MARAC on its own mail server: how it is reached, whether it answers, and what stands in it."""
