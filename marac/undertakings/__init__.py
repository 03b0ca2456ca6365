"""What an agency says to an action that the table sets: it accepts, refuses with a reason, or takes it away."""
