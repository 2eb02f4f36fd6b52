# Runs one command: waits for the word to begin, keeps the time limit and the exit code, whether or not anybody still watches.
# usage: run.sh <folder> <limit in seconds> <grace in seconds> <group to end, or empty> <program> [argument...]
folder=$1 limit=$2 grace=$3 group=$4
shift 4
trap : TERM INT HUP

# What contexts have laid there may be secret.
conclude() {
    rm -rf "$folder/files"
    printf '%s\n' "$1" >"$folder/exit.new" && mv "$folder/exit.new" "$folder/exit"
}

# Whoever started this and died before the word was given has left a closed pipe: no work is done.
if ! read -r word || [ "$word" != go ]; then
    conclude abandoned
    exit 0
fi

"$@" </dev/null &
child=$!

end() {
    if [ -n "$group" ]; then
        kill -s "$1" -- "-$$" 2>/dev/null
    else
        kill -s "$1" "$child" 2>/dev/null
    fi
}

# Looks every second whether there is still something to watch: a signal that tells it so could come too early.
(
    trap '' TERM
    left=$limit
    while [ "$left" -gt 0 ]; do
        sleep 1 </dev/null
        [ -d "$folder" ] && [ ! -e "$folder/exit" ] || exit 0
        left=$((left - 1))
    done
    : >"$folder/timed-out"
    end TERM
    sleep "$grace" </dev/null
    end KILL
) &
watchdog=$!

while :; do
    wait "$child"
    code=$?
    kill -0 "$child" 2>/dev/null || break
done
if [ -e "$folder/timed-out" ]; then
    wait "$watchdog"
fi
conclude "$code"
