# How the scripts speak: a line for each step, the time it took, and what went wrong where it did. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv=$root/.venv
export UV_PYTHON_DOWNLOADS=never UV_NO_PROGRESS=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONUNBUFFERED=1
unset VIRTUAL_ENV PYTHONPATH PYTHONHOME

say() { printf '%s\n' "$*"; }

stop() {
    printf '\n%s\n' "$*" >&2
    exit 1
}

# "4 s" or "3 min 20 s".
duration() {
    if (($1 < 60)); then printf '%d s' "$1"; else printf '%d min %d s' $(($1 / 60)) $(($1 % 60)); fi
}

# step TITLE COMMAND...: runs the command with its output kept back, shows that it is alive, and shows the output if it fails.
# Host names are taken out of the output: which registry a machine uses is nobody else's business.
step() {
    local title=$1 began=$SECONDS status=0 shown=0 log pid
    shift
    log=$(mktemp)
    ("$@") >"$log" 2>&1 </dev/null &
    pid=$!
    trap 'kill "$pid" 2>/dev/null; rm -f "$log"; exit 130' INT TERM
    if [[ -t 1 ]]; then printf '  %s ...' "$title"; else printf '  %s\n' "$title"; fi
    while kill -0 "$pid" 2>/dev/null; do
        sleep 0.2
        if [[ -t 1 ]]; then
            printf '\r  %s ... %s ' "$title" "$(duration $((SECONDS - began)))"
        elif ((SECONDS - began >= shown + 30)); then
            shown=$((SECONDS - began))
            printf '    still at it after %s: %s\n' "$(duration "$shown")" "$(last_line "$log")"
        fi
    done
    wait "$pid" || status=$?
    trap - INT TERM
    if ((status == 0)); then
        if [[ -t 1 ]]; then printf '\r  %s: done in %s   \n' "$title" "$(duration $((SECONDS - began)))"
        elif ((SECONDS - began > 1)); then printf '    done in %s\n' "$(duration $((SECONDS - began)))"; fi
    else
        printf '\n  %s: FAILED. What it said last:\n\n' "$title"
        tail -n "${STEP_LINES:-60}" "$log" | without_hosts | sed 's/^/    /'
        printf '\n'
    fi
    rm -f "$log"
    return "$status"
}

without_hosts() { sed -E 's#(https?|file)://[^ "'"'"')<>]+#(address left out)#g'; }

last_line() { tail -c 2000 "$1" | tr '\r' '\n' | grep -v '^[[:space:]]*$' | tail -n 1 | cut -c 1-100 | without_hosts; }

# How to become root without being asked for anything: "" for root, "sudo -n" where that works, failure otherwise.
as_root() {
    if ((EUID == 0)); then
        "$@"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        return 1
    fi
}

may_be_root() { as_root true 2>/dev/null; }

# Installs Debian packages where that is allowed; else names the one command that would, and fails.
apt_install() {
    if command -v apt-get >/dev/null && may_be_root; then
        step "Installing system packages: $*" apt_install_now "$@"
    else
        say ""
        say "  This account may not install system packages. Once somebody who may has run"
        say ""
        say "      sudo apt-get update && sudo apt-get install --no-install-recommends -y $*"
        say ""
        return 1
    fi
}

apt_install_now() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 update -q &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -q -y --no-install-recommends "$@"
}
