"""What comes to a MARAC, by mail or as a file: each message is filed once, and none is only read."""
