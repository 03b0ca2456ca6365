"""Series of meetings: when they fall, where, who chairs each, and what moves round holidays."""
