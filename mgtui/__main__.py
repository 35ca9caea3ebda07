"""`python -m mgtui` is the same program as `mgtui`."""

from mgtui.cli.entry import main

if __name__ == "__main__":
    raise SystemExit(main())
