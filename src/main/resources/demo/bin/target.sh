# Runs the instances of one demo component as real processes on loopback ports.
#
# usage: target.sh install|remove|probe|up|down
#   install  brings SLIPWAY_VERSION (SLIPWAY_ARTIFACT) to SLIPWAY_SHARE percent of the instances
#   remove   stops all instances and forgets them
#   probe    says what runs, as JSON
#   up       starts again what should run and does not
#   down     stops all instances, but does not forget them
#
# DEMO_PLACE is a folder with one folder for each instance; instance n listens on DEMO_PORT + n - 1.
set -u

place=$DEMO_PLACE
instances=${SLIPWAY_INSTANCES:-1}
java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java

pause() {
    sleep 0.1 2>/dev/null || sleep 1
}

# Whether the process is there and is one of ours: numbers are given to other processes again.
runs() {
    [ -n "$1" ] && kill -0 "$1" 2>/dev/null || return 1
    if [ -r "/proc/$1/cmdline" ]; then
        tr '\0' ' ' <"/proc/$1/cmdline" | grep -q -F -e "$2/service.jar"
    elif command -v ps >/dev/null 2>&1; then
        ps -o args= -p "$1" | grep -q -F -e "$2/service.jar"
    fi
}

# The processes of an instance: the one that answers, and the one that was started last.
processes() {
    for file in ready pid; do
        [ -r "$1/$file" ] || continue
        number=$(sed 's/.* //' "$1/$file")
        runs "$number" "$1" && echo "$number"
    done | sort -u
}

answers() {
    [ -r "$1/ready" ] && runs "$(sed 's/.* //' "$1/ready")" "$1"
}

stop() {
    for process in $(processes "$1"); do
        kill "$process" 2>/dev/null
        tries=0
        while runs "$process" "$1"; do
            tries=$((tries + 1))
            [ "$tries" -ne 50 ] || kill -s KILL "$process" 2>/dev/null
            [ "$tries" -lt 100 ] || { echo "process $process does not end"; return 1; }
            pause
        done
    done
    rm -f "$1/ready" "$1/pid"
}

# In a session of its own, so that it outlives whoever called this script.
launch() {
    session=
    command -v setsid >/dev/null 2>&1 && session=setsid
    [ -n "$session" ] || session=nohup
    $session "$java" -Xmx24m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$1/service.jar" "$2" "$1/ready" \
        </dev/null >>"$1/log" 2>&1 &
    echo "$!" >"$1/pid"
}

start() {
    attempt=1
    while [ "$attempt" -le 3 ]; do
        stop "$1" || return 1
        launch "$1" "$2"
        tries=0
        while [ "$tries" -lt 300 ]; do
            answers "$1" && return 0
            kill -0 "$(cat "$1/pid")" 2>/dev/null || break
            tries=$((tries + 1))
            pause
        done
        attempt=$((attempt + 1))
    done
    echo "instance did not start on port $2:"
    tail -n 5 "$1/log"
    return 1
}

# Only one at a time changes a place; who died holding the lock has lost it.
lock() {
    mkdir -p "$place"
    tries=0
    until mkdir "$place.lock" 2>/dev/null; do
        owner=$(cat "$place.lock/owner" 2>/dev/null)
        if [ -n "$owner" ]; then
            kill -0 "$owner" 2>/dev/null || rm -rf "$place.lock"
        elif [ "$tries" -ge 50 ]; then
            rm -rf "$place.lock"
        fi
        tries=$((tries + 1))
        pause
    done
    echo "$$" >"$place.lock/owner"
    trap 'rm -rf "$place.lock"' EXIT
    trap 'exit 143' TERM INT HUP
}

each() {
    instance=1
    while [ "$instance" -le "$instances" ]; do
        "$1" "$place/$instance" "$((DEMO_PORT + instance - 1))" || return 1
        instance=$((instance + 1))
    done
}

install_one() {
    [ "$instance" -le "$wanted" ] || return 0
    mkdir -p "$1"
    if [ "$(cat "$1/version" 2>/dev/null)" = "$SLIPWAY_VERSION" ] && cmp -s "$SLIPWAY_ARTIFACT" "$1/service.jar" \
        && answers "$1"; then
        echo "instance $instance of $instances answers as $SLIPWAY_VERSION already"
        return 0
    fi
    stop "$1" || return 1
    cp "$SLIPWAY_ARTIFACT" "$1/service.jar.new" && mv "$1/service.jar.new" "$1/service.jar" || return 1
    echo "$SLIPWAY_VERSION" >"$1/version"
    start "$1" "$2" || return 1
    echo "instance $instance of $instances answers as $SLIPWAY_VERSION on port $2"
}

up_one() {
    [ -e "$1/version" ] || return 0
    answers "$1" || start "$1" "$2"
}

down_one() {
    [ ! -d "$1" ] || stop "$1"
}

remove_one() {
    down_one "$1" && rm -rf "$1"
}

probe() {
    all= newest= instance=1 running=0
    while [ "$instance" -le "$instances" ]; do
        if answers "$place/$instance"; then
            all="$all$(sed 's/ .*//' "$place/$instance/ready")
"
        fi
        instance=$((instance + 1))
    done
    versions=$(printf '%s' "$all" | sort -u -t . -k 1,1n -k 2,2n -k 3,3n)
    newest=$(printf '%s\n' "$versions" | tail -n 1)
    [ -z "$newest" ] || running=$(printf '%s' "$all" | grep -c -x -F -e "$newest")
    list=
    for version in $versions; do
        list="$list${list:+,}\"$version\""
    done
    echo "{\"versions\":[$list],\"share\":$((running * 100 / instances))}"
}

case $1 in
install)
    wanted=$(((instances * SLIPWAY_SHARE + 99) / 100))
    lock
    each install_one
    ;;
remove)
    lock
    each remove_one
    ;;
up)
    lock
    each up_one
    ;;
down)
    lock
    each down_one
    ;;
probe)
    probe
    ;;
*)
    echo "usage: target.sh install|remove|probe|up|down" >&2
    exit 64
    ;;
esac
