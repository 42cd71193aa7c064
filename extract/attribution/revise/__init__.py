"""Stages that put attributions right."""
