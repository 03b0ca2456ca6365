"""PDF where a paper must not change: headings, text, facts and tables, tagged for screen readers. Plain Python."""
