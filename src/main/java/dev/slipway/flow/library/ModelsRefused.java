package dev.slipway.flow.library;

import java.util.List;
import java.util.stream.Collectors;

/** The models break rules, so that none of them is deployed. Slipway does not start with them; where it runs, the ones before stay in force. */
public class ModelsRefused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient List<ModelFlaw> flaws;

    ModelsRefused(String folder, List<ModelFlaw> flaws) {
        super("SLIP-1001 The models in " + folder + " cannot be deployed:"
                + flaws.stream().map(flaw -> "\n  " + flaw).collect(Collectors.joining()));
        this.flaws = flaws;
    }

    public List<ModelFlaw> flaws() {
        return flaws;
    }
}
