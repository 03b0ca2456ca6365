"""The pages of meetings: the year, one meeting and its list, the case list, and who came."""
