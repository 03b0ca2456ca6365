"""The year on paper and in people's own calendars: times and numbers, and nothing by which anybody learns what for."""
