"""The standard actions of each area: who usually does what, by when, and which kinds of risk it answers."""
