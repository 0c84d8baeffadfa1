#!/bin/sh
# Finds a Chromium for the browser tests, or installs one. Never fails: where there is none the tests skip and say so.
find_chromium() {
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && return 0
    done
    return 1
}
if ! find_chromium && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium and an Arabic font for the browser tests …"
    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-core) >/dev/null 2>&1
fi
if ! find_chromium; then
    .venv/bin/python -m playwright install chromium >/dev/null 2>&1 ||
        echo "NO BROWSER: the browser tests will be skipped. Install Chromium, or name one in CHROMIUM." >&2
fi
exit 0
