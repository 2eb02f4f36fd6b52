package dev.slipway.policy.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows every version of every decision table that was ever in force, and tries one that is not. */
public interface TableLibrary {

    /** The tables that new releases follow, by their keys. */
    List<Table> current();

    /** All versions of a table, newest first; none where there is no such table. */
    List<String> versions(String key);

    /** A table as it was in this version. */
    Optional<Table> find(String key, String version);

    /** Rules of this table that one condition keeps from matching these facts. */
    List<Near> nearly(Table table, Map<String, Object> facts);

    /**
     * Reads a table that somebody wants to try.
     *
     * @param file its name, for those who have to find a flaw in it
     */
    Reading read(String key, String file, byte[] content);

    /** @param input the place of the condition that is not met, from 0 */
    record Near(Table.Rule rule, int input) {}

    /** How reading a table ended. */
    sealed interface Reading {

        record Sound(Trial trial) implements Reading {}

        record Flawed(List<Flaw> flaws) implements Reading {}
    }

    /**
     * Why a table cannot be tried.
     *
     * @param line where in the file; 0 where that cannot be told
     */
    record Flaw(String file, int line, String element, String reason) {

        @Override
        public String toString() {
            return file + (line > 0 ? ", line " + line : "") + ", " + element + ": " + reason;
        }
    }

    /** A table that can be asked without being in force; from several threads at once. */
    interface Trial {

        Table table();

        DecisionTables.Decision decide(Map<String, Object> facts);

        /** Whether the table names this fact at all; what it does not name cannot change its answer. */
        boolean looksAt(String fact);
    }
}
