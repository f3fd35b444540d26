"""What a framework says about itself: findings and tables, as pure functions of it."""
