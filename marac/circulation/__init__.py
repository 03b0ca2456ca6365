"""From the working text to what each agency reads: the chair's approval, the issue that goes out, and to whom."""
