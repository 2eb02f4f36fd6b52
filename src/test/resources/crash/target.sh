# A target of real processes: $PLACE/1, $PLACE/2 and so on name the version at work there and the port where it answers, $PLACE/traffic
# to whom users are led. Every real beginning and end of work, and every effect it has had, goes into the ledger $LEDGER.
# usage: target.sh install|shift|remove|probe
set -eu
mkdir -p "$PLACE"
served= percent=0
[ ! -f "$PLACE/traffic" ] || read -r served percent <"$PLACE/traffic"

note() {
    echo "$1 $SLIPWAY_ENVIRONMENT $SLIPWAY_COMPONENT $2 $SLIPWAY_VISIT $$" >>"$LEDGER"
}

begin() {
    work=$1
    trap '[ $? = 0 ] || note no "$work"' EXIT
    note begin "$work"
    echo "$work in $SLIPWAY_ENVIRONMENT"
    sleep 0.2
}

end() {
    sleep 0.1
    note end "$work"
}

lives() {
    [ -f "$PLACE/$1.pid" ] && grep -qsF "$PLACE/$1" "/proc/$(cat "$PLACE/$1.pid")/cmdline"
}

# Empty where nothing is at work.
version() {
    if lives "$1" && [ -f "$PLACE/$1" ]; then
        cut -d ' ' -f 1 <"$PLACE/$1"
    fi
}

cells() {
    seq "$SLIPWAY_INSTANCES"
}

holder() {
    for cell in $(cells); do
        if [ "$(version "$cell")" = "$1" ]; then
            echo "$cell"
            return
        fi
    done
}

# Where nobody is served: an empty place, or that of the version to which no user is led.
idle() {
    for cell in $(cells); do
        if [ -z "$(version "$cell")" ]; then
            echo "$cell"
            return
        fi
    done
    for cell in $(cells); do
        if [ "$(version "$cell")" != "$served" ]; then
            echo "$cell"
            return
        fi
    done
}

stop() {
    if lives "$1"; then
        gone=$(version "$1")
        kill "$(cat "$PLACE/$1.pid")" 2>/dev/null || true
        while lives "$1"; do
            sleep 0.05
        done
        note did "stop:$gone#$1"
    fi
    rm -f "$PLACE/$1" "$PLACE/$1.pid"
}

start() {
    stop "$1"
    healthy=
    if [ "$SLIPWAY_ENVIRONMENT" = production ]; then
        healthy=$(sed -n 's/.* ill after //p' "$SLIPWAY_ARTIFACT")
    fi
    setsid sh -c 'echo $$ >"$1.pid.next" && mv "$1.pid.next" "$1.pid" && exec "$JAVA_HOME/bin/java" -Xmx16m -Xss256k -Xshare:auto \
        -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$CLASSES" dev.slipway.crash.Ship "$@"' \
        ship "$PLACE/$1" "$2" "${healthy:--1}" </dev/null >/dev/null 2>&1 &
    until [ -f "$PLACE/$1" ]; do
        sleep 0.05
        if [ -f "$PLACE/$1.pid" ] && ! lives "$1"; then
            echo "$2 does not start"
            exit 1
        fi
    done
    note did "start:$2#$1"
}

lead() {
    if [ "$served $percent" != "$1 $2" ]; then
        echo "$1 $2" >"$PLACE/traffic.next"
        mv "$PLACE/traffic.next" "$PLACE/traffic"
        served=$1 percent=$2
        note did "lead:$1@$2"
    fi
}

install_in_slots() {
    [ -n "$(holder "$SLIPWAY_VERSION")" ] || start "$(idle)" "$SLIPWAY_VERSION"
    if [ "$SLIPWAY_BESIDE" != true ]; then
        lead "$SLIPWAY_VERSION" 100
        keep "$SLIPWAY_VERSION"
    fi
}

keep() {
    for cell in $(cells); do
        [ "$(version "$cell")" = "$1" ] || stop "$cell"
    done
}

install_on_instances() {
    wanted=$(((SLIPWAY_INSTANCES * SLIPWAY_SHARE + 99) / 100))
    for cell in $(cells); do
        [ "$(version "$cell")" != "$SLIPWAY_VERSION" ] || wanted=$((wanted - 1))
    done
    for cell in $(cells); do
        if [ "$wanted" -gt 0 ] && [ "$(version "$cell")" != "$SLIPWAY_VERSION" ]; then
            start "$cell" "$SLIPWAY_VERSION"
            wanted=$((wanted - 1))
        fi
    done
}

# The line of one version: how many of its own instances run, and how many of the users it gets.
report_in_slots() {
    for cell in $(cells); do
        there=$(version "$cell")
        users=0
        if [ -n "$served" ] && [ "$there" = "$served" ]; then
            users=$percent
        elif [ -n "$served" ]; then
            users=$((100 - percent))
        fi
        [ -z "$there" ] || echo "{\"version\":\"$there\",\"instances\":100,\"traffic\":$users}"
    done
}

report_on_instances() {
    for cell in $(cells); do
        version "$cell"
    done | sort >"$PLACE/seen.$$"
    all=$(wc -l <"$PLACE/seen.$$")
    uniq -c "$PLACE/seen.$$" | while read -r count there; do
        echo "{\"version\":\"$there\",\"instances\":$((count * 100 / SLIPWAY_INSTANCES)),\"traffic\":$((count * 100 / all))}"
    done
    rm -f "$PLACE/seen.$$"
}

case $1 in
install)
    if [ "$SLIPWAY_BESIDE" = true ]; then
        begin "beside:$SLIPWAY_VERSION"
    else
        begin "install:$SLIPWAY_VERSION@$SLIPWAY_SHARE"
    fi
    "install_$ROOM"
    end
    ;;
shift)
    begin "shift:$SLIPWAY_VERSION@$SLIPWAY_SHARE"
    if [ -z "$(holder "$SLIPWAY_VERSION")" ]; then
        echo "$SLIPWAY_VERSION is not there"
        exit 1
    fi
    lead "$SLIPWAY_VERSION" "$SLIPWAY_SHARE"
    end
    ;;
remove)
    if [ -z "$SLIPWAY_KEEP" ]; then
        begin remove
        rm -f "$PLACE/traffic"
    else
        begin "retire:$SLIPWAY_KEEP"
        if [ "$served $percent" != "$SLIPWAY_KEEP 100" ]; then
            echo "users are led to $served"
            exit 1
        fi
    fi
    keep "${SLIPWAY_KEEP:--}"
    end
    ;;
probe)
    echo "{\"running\":[$("report_$ROOM" | paste -s -d , -)]}"
    ;;
esac
