"""What must be true of the product, the tests that show it, and the holes that were planted to try those tests."""
