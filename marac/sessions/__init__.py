"""Where somebody is signed in, how long a session lasts, and ending it from elsewhere."""
