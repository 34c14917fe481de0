"""Run the command line: `python -m advisor` is the same as `npq-advisor`."""

from advisor.cli import main

if __name__ == "__main__":
    main()
