"""Pictures as pure recipes: a framework, options, words and a measure make a scene and a table."""
