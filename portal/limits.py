"""What each process of the server does at once, and for how long."""

# Requests of staff that are worked on, and those that wait for their turn.
STAFF_AT_ONCE = 4
STAFF_WAITING = 4
SECONDS_FOR_A_TURN = 10.0
SECONDS_FOR_STAFF = 60.0

# So long staff wait for the pages of the edit before, which visitors wait for too.
SECONDS_FOR_PAGES = 2.0

# Bodies of requests that are being received. The largest form is an uploaded configuration.
BODIES_AT_ONCE = 8
BYTES_OF_A_BODY = 8_000_000
SECONDS_FOR_A_BODY = 20.0

# Those of messages with files: five of ten megabytes and the form around them. Of what is larger,
# as much is kept as has the text that somebody typed, and the rest thrown away: a browser shows no
# answer before it has sent everything.
BODIES_WITH_FILES_AT_ONCE = 3
BYTES_WITH_FILES = 51_000_000
BYTES_OF_A_CUT_BODY = 256_000
BYTES_THROWN_AWAY = 256_000_000
SECONDS_WITH_FILES = 120.0

# A connection on which no whole request head comes for so long ends, new or kept open.
SECONDS_FOR_A_HEAD = 10
BYTES_OF_A_HEAD = 64 * 1024

# Connections that wait for their first request, or between requests, cost a few kilobytes each.
CONNECTIONS = 8192

# SIGTERM ends a worker when its requests are answered, and at the latest after this time.
SECONDS_TO_FINISH = 25
