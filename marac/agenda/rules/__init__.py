"""Who is needed for which case and why, what an order has to keep, what it saves, and how it is drawn."""
