# A check that takes its time and passes.
# usage: check.sh <ledger>
set -eu
work="check $SLIPWAY_PRODUCT $SLIPWAY_VERSION $SLIPWAY_VISIT $$"
echo "begin $work" >>"$1"
sleep 0.3
echo '<testsuite name="check" tests="1" failures="0" errors="0" skipped="0"><testcase classname="check" name="floats"/></testsuite>' >report.xml
echo "end $work" >>"$1"
