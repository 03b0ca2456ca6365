"""Says whom a referral document speaks of: victims, perpetrators, children and others, with their homes and numbers."""
