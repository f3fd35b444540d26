"""The far view drawn: councils, areas with the groups at work in them, priorities, outside."""
