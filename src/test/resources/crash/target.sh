# A target made of one file, whose work takes its time. Every real beginning and end of work goes into the ledger $LEDGER.
# usage: target.sh install|remove|probe
set -eu
case $1 in
install)
    work="$SLIPWAY_ENVIRONMENT $SLIPWAY_COMPONENT $SLIPWAY_VERSION $SLIPWAY_VISIT $$"
    echo "begin $work" >>"$LEDGER"
    echo "$SLIPWAY_VERSION goes to $SLIPWAY_ENVIRONMENT"
    sleep 0.5
    echo "half way"
    sleep 0.4
    echo "$SLIPWAY_VERSION" >"$PLACE.next"
    mv "$PLACE.next" "$PLACE"
    echo "end $work" >>"$LEDGER"
    ;;
remove)
    rm -f "$PLACE"
    ;;
probe)
    version=$(cat "$PLACE" 2>/dev/null || true)
    if [ -n "$version" ]; then
        echo "{\"versions\":[\"$version\"],\"share\":100}"
    else
        echo '{"versions":[],"share":0}'
    fi
    ;;
esac
