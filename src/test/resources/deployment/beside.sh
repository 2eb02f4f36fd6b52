# A target made of files that holds two versions: $PLACE/<version> holds how many percent of the users are led there.
# It tells the secret it was given, as bad commands do. usage: beside.sh install|shift|remove|probe
set -eu
mkdir -p "$PLACE"
echo "$1 ${SLIPWAY_VERSION:-${SLIPWAY_KEEP:-}} ${SLIPWAY_SHARE:-}" >>"$PLACE.ledger"
lead() {
    for there in "$PLACE"/*; do
        [ "$there" = "$PLACE/$SLIPWAY_VERSION" ] || echo $((100 - $1)) >"$there"
    done
    echo "$1" >"$PLACE/$SLIPWAY_VERSION"
}
case $1 in
install)
    echo "the password is $DB_PASSWORD, and the file says $(cat "$SLIPWAY_FILES/etc/password")"
    if [ "$SLIPWAY_BESIDE" = true ]; then
        [ -e "$PLACE/$SLIPWAY_VERSION" ] || echo 0 >"$PLACE/$SLIPWAY_VERSION"
    else
        lead 100
        find "$PLACE" -type f ! -name "$SLIPWAY_VERSION" -delete
    fi
    ;;
shift)
    echo "$SLIPWAY_SHARE % to $SLIPWAY_VERSION by $DB_PASSWORD"
    lead "$SLIPWAY_SHARE"
    ;;
remove)
    find "$PLACE" -type f ! -name "${SLIPWAY_KEEP:-.}" -delete
    ;;
probe)
    parts=$(for there in "$PLACE"/*; do
        [ -e "$there" ] && printf '{"version":"%s","instances":100,"traffic":%s}\n' "${there##*/}" "$(cat "$there")"
    done | paste -s -d , -)
    echo "{\"running\":[$parts]}"
    ;;
esac
