# Lets the artifact of a demo component test itself and leaves the JUnit XML report self-test.xml behind.
java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
"$java" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$SLIPWAY_ARTIFACT" --self-test self-test.xml
# Failing tests are in the report, for a gate to judge; only a missing report means that the check could not be run.
[ -s self-test.xml ]
