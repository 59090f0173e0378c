"""Draws guides as charts, link preview images, and QR codes for paper."""
