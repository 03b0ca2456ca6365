"""People who may be the same: who is proposed and why, what somebody decided, joining records and taking that back."""
