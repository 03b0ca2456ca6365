"""An emergency MARAC, convened in one press for a case that cannot wait; it is heard again at the next ordinary one."""
