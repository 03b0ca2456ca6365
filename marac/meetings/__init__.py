"""The meetings of the year, the cases listed on each, and who was there."""
