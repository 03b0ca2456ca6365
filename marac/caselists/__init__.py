"""The case list as agencies are sent it: issue by issue, each with its own proof of opening."""
