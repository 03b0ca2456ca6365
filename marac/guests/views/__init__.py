"""The pages of the office, which makes links, and of whoever has one."""
