"""Who refers, and when: from the labels of a form, the head of a letter, the signature or the mail."""
