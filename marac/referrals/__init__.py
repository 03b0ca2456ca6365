"""What somebody told us: drafts, documents that were read, and what was corrected until it was decided."""
