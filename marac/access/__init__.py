"""What each role may do, who the viewer is, and how a page says who may open it."""
