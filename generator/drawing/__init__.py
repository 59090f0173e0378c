"""A guide as a picture: what is drawn, how its text is set, where its boxes stand, and three ways to write it down."""
