"""Finds what a document asks and whose each answer is, by the labels that every form has and those an area taught."""
