"""Fields, forms, lists and styles of the pages. It knows no case."""
