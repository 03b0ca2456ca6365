"""Who harms more than one person by the area's own rule: counted, proposed, and confirmed or refused by somebody."""
