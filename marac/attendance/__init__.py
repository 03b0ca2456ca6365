"""Who was at a meeting, in what capacity, whether they accepted confidentiality, and whether there is a quorum."""
