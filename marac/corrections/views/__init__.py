"""The pages that put right what is recorded of people."""
