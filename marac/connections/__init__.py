"""An agency's own sign-in service, such as its Microsoft Entra tenant: what it is asked, and what its word is worth."""
