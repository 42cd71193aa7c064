"""Stages that drop what nobody says."""
