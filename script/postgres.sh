# A PostgreSQL server of our own, in a folder that goes away with it: reached by a UNIX socket only, never by the network.
# Sourced, never run. `home` is the folder, and is set before start_postgres is called; `postgres` is then where its socket is.

postgres= programs=

# PostgreSQL refuses to run as root, so root lends it another account.
as_postgres() {
    if ((EUID == 0)); then
        (cd "$home" && setpriv --reuid="$owner" --regid="$(id -g "$owner")" --clear-groups env -u MARAC_HOME LC_ALL=C.UTF-8 "$@")
    else
        env LC_ALL=C.UTF-8 "$@"
    fi
}

# The folder of the newest PostgreSQL server here; empty where there is none.
find_postgres() {
    local found
    found=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)
    found=${found:-$(command -v initdb)}
    [[ -n $found ]] && dirname "$found"
}

# It need not survive a power cut, so it does not wait for the disk. Not through a subshell: what it sets is needed to stop it.
start_postgres() {
    programs=$(find_postgres)
    [[ -n $programs ]] || { say "It is not installed here. script/setup --tests installs it, or says what would."; return 1; }
    owner=$(id -un)
    if ((EUID == 0)); then
        owner=postgres
        id "$owner" >/dev/null 2>&1 || { owner=marac-test && { id "$owner" >/dev/null 2>&1 || useradd --system --shell /usr/sbin/nologin "$owner"; }; } || return 1
    fi
    postgres=$home/pg
    mkdir -m 700 "$postgres" && chown "$owner" "$postgres"
    as_postgres "$programs/initdb" --pgdata="$postgres/data" --username=owner --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync || return 1
    as_postgres "$programs/pg_ctl" --pgdata="$postgres/data" --log="$postgres/log" --wait start -o "-c listen_addresses='' \
        -c unix_socket_directories=$postgres -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=128MB" || return 1
    as_postgres "$programs/createuser" --host="$postgres" --username=owner --createdb marac || return 1
    create_database marac
}

# create_database NAME: an empty one that the account `marac` owns.
create_database() { as_postgres "$programs/createdb" --host="$postgres" --username=owner --owner=marac "$1"; }

stop_postgres() {
    [[ -n $postgres && -s $postgres/data/postmaster.pid ]] || return 0
    as_postgres "$programs/pg_ctl" --pgdata="$postgres/data" --mode=immediate --wait stop >/dev/null 2>&1
}
