"""Tests of `mgtui.live`."""
