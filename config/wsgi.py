"""The WSGI entry point for gunicorn and other servers."""

import os
import sys

from django.core.wsgi import get_wsgi_application

from config.keys import CannotStart
from config.start import prepare

# What gunicorn takes for "do not try again": without it, it would start a worker that cannot start for ever.
WILL_NOT_START = 3

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
try:
    prepare()
except CannotStart as reason:
    print(reason, file=sys.stderr)
    sys.exit(WILL_NOT_START)
application = get_wsgi_application()
