package dev.slipway.flow.library;

/**
 * Why a model cannot be taken.
 *
 * @param file its name below the folder of models
 * @param line where in the file; 0 where that cannot be told
 * @param element the id of the element, or its kind where it has none
 */
public record ModelFlaw(String file, int line, String element, String reason) {

    @Override
    public String toString() {
        return file + ", " + element + ": " + reason + (line > 0 ? " (line " + line + ")" : "");
    }
}
