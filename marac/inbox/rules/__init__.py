"""What becomes of a message: its states, what is proposed and why, and whom it seems to come from."""
