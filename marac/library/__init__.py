"""What is agreed and minuted over and over: an area's standard actions, and its text blocks that propose them."""
