"""A case opened in an emergency by somebody without a seat: for a short time, with a reason, and reviewed."""
