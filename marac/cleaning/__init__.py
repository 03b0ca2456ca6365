"""A copy of a document from outside, fit to be given on: its words, without what nobody sees on the page."""
