# A target made of files: $PLACE/<instance> holds the version that "runs" on that instance.
# usage: target.sh install|remove|probe
set -eu
mkdir -p "$PLACE"
case $1 in
install)
    echo "install $SLIPWAY_VERSION on $SLIPWAY_SHARE% of $SLIPWAY_COMPONENT in $SLIPWAY_ENVIRONMENT"
    grep -q refused "$SLIPWAY_ARTIFACT" && { echo "this artifact is refused" >&2; exit 3; }
    printf 'begin %s %s\n' "$SLIPWAY_VISIT" "$$" >>"$PLACE.ledger"
    [ -z "${DELAY:-}" ] || sleep "$DELAY"
    wanted=$(((SLIPWAY_INSTANCES * SLIPWAY_SHARE + 99) / 100))
    instance=1
    while [ "$instance" -le "$wanted" ]; do
        # What is right already stays untouched, and nobody ever reads half a version.
        if [ "$(cat "$PLACE/$instance" 2>/dev/null)" != "$SLIPWAY_VERSION" ]; then
            echo "$SLIPWAY_VERSION" >"$PLACE/.new"
            mv "$PLACE/.new" "$PLACE/$instance"
        fi
        instance=$((instance + 1))
    done
    echo "${SLIPWAY_CONFIGURATION:-}" >"$PLACE.configuration"
    printf 'end %s %s\n' "$SLIPWAY_VISIT" "$$" >>"$PLACE.ledger"
    ;;
remove)
    rm -f "$PLACE"/*
    ;;
probe)
    newest=$(cat "$PLACE"/* 2>/dev/null | sort -u | tail -n 1)
    all=$(cat "$PLACE"/* 2>/dev/null | sort -u | sed 's/.*/"&"/' | paste -s -d , -)
    running=$(cat "$PLACE"/* 2>/dev/null | grep -c -x -F "$newest" || true)
    [ -n "$newest" ] || running=0
    configuration=$(cat "$PLACE.configuration" 2>/dev/null || true)
    echo "{\"versions\":[$all],\"share\":$((running * 100 / SLIPWAY_INSTANCES)),\"configuration\":\"$configuration\"}"
    ;;
esac
