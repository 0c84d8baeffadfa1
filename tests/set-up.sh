#!/bin/sh
# Installs what the tests need besides Python: a Chromium, and the programs they start. Never fails: a test whose program
# is missing skips and says so, and the browser tests say it loudly.
find_chromium() {
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && return 0
    done
    return 1
}
missing() {
    find_chromium || echo chromium fonts-noto-core
    for pair in strace:strace pdftotext:poppler-utils rsync:rsync ssh:openssh-client nginx:nginx-light; do
        command -v "${pair%%:*}" >/dev/null 2>&1 || echo "${pair#*:}"
    done
}
packages=$(missing)
if [ -n "$packages" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing for the tests:" $packages
    # RUNLEVEL: no service is started; the tests start their own. One by one, so that one that is not there keeps none back.
    export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
    apt-get update -qq >/dev/null 2>&1
    for package in $packages; do
        apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1 || echo "$package could not be installed." >&2
    done
fi
if ! find_chromium; then
    .venv/bin/python -m playwright install chromium >/dev/null 2>&1 ||
        echo "NO BROWSER: the browser tests will be skipped. Install Chromium, or name one in CHROMIUM." >&2
fi
exit 0
