"""Bare programs that mgtui is measured against."""
