"""Measures the product as it stands after years of use: run by script/bench, never by a test."""
