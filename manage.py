"""Django's own command line; the product's is `marac`."""

from marac.commands import main

if __name__ == "__main__":
    main()
