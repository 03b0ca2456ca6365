"""How somebody proves who they are: second factors, limits on guesses, how long a session lasts, invitations."""
