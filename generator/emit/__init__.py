"""Builds the finished site from pages, in memory or in a folder."""
