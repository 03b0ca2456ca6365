"""Pages of signing in, of one's own second factors, and of inviting people."""
