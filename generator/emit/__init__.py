"""From pages to the finished site, in memory or in a folder."""
