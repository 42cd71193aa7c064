"""Stages that find attributions."""
