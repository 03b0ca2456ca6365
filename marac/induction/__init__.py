"""What everybody reads and signs before they open their first case: the area's own words on confidentiality."""
