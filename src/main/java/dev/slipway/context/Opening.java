package dev.slipway.context;

import java.util.List;
import java.util.Map;

/** What came of opening the secrets of a snapshot. */
public sealed interface Opening {

    /** @param notes what people should know about it, without a value */
    record Opened(Map<SecretReference, String> values, List<String> notes) implements Opening {

        /** Without the values. */
        @Override
        public String toString() {
            return "Opened[" + values.keySet() + "]";
        }
    }

    /** @param reasons what is missing, each with its cure */
    record Missing(List<String> reasons) implements Opening {}
}
