"""What a message that comes in says of itself, whether it reads as a referral, and whom it seems to come from."""
