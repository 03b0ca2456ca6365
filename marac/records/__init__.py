"""Who looked at what: pages about the trail, and alerts where somebody reads unusually."""
