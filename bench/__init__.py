"""Measures the product at ten years of one area: run by script/bench, never by a test."""
