"""What an area taught the reader of documents about its own forms: which field a printed label asks for."""
