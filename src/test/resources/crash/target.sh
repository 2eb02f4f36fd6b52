# A target made of one file, whose work takes its time. Every real beginning and end of work goes into the ledger $LEDGER.
# usage: target.sh install|remove|probe
set -eu
case $1 in
install)
    work="$SLIPWAY_ENVIRONMENT $SLIPWAY_COMPONENT $SLIPWAY_VERSION@$SLIPWAY_SHARE $SLIPWAY_VISIT $$"
    echo "begin $work" >>"$LEDGER"
    echo "$SLIPWAY_VERSION goes to $SLIPWAY_ENVIRONMENT"
    sleep 0.5
    echo "half way"
    sleep 0.4
    echo "$SLIPWAY_VERSION $SLIPWAY_SHARE" >"$PLACE.next"
    mv "$PLACE.next" "$PLACE"
    echo "end $work" >>"$LEDGER"
    ;;
remove)
    rm -f "$PLACE"
    ;;
probe)
    if [ -f "$PLACE" ]; then
        read -r version share <"$PLACE"
        echo "{\"versions\":[\"$version\"],\"share\":$share}"
    else
        echo '{"versions":[],"share":0}'
    fi
    ;;
esac
