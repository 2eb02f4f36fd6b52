package dev.slipway.flow.library;

/**
 * Why a model cannot be taken.
 *
 * @param file its name below the folder of models
 * @param element the id of the element, or its kind where it has none
 */
public record ModelFlaw(String file, String element, String reason) {

    @Override
    public String toString() {
        return file + ", " + element + ": " + reason;
    }
}
