"""The MARACs with their settings, bank holidays, agencies and seats on the panel."""
