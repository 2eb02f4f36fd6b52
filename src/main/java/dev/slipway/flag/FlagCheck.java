package dev.slipway.flag;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.Product;
import dev.slipway.release.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Says what is wrong with what is asked for. */
final class FlagCheck {

    static final int LONGEST = 2000;

    /** How a model says that no audience is meant. */
    private static final String NOBODY = "nobody";

    private static final int MOST_CONDITIONS = 50;
    private static final int LONGEST_CONDITIONS = 20_000;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    private FlagCheck() {}

    static List<Flaw> flag(String name, String description) {
        var flaws = new ArrayList<Flaw>();
        named("flag", name, flaws);
        described(description, flaws);
        return flaws;
    }

    static List<Flaw> exposure(Product product, EnvironmentKey environment, int share) {
        var flaws = new ArrayList<Flaw>();
        if (!product.environments().contains(environment)) {
            flaws.add(new Flaw(
                    "environment",
                    product.key() + " does not go to " + environment + ". It goes to " + product.environments() + "."));
        }
        if (share < 0 || share > 100) {
            flaws.add(new Flaw("share", "Give the share of everybody outside the audience as 0 to 100 percent."));
        }
        return flaws;
    }

    static List<Flaw> audience(String name, String description, List<String> lines) {
        var flaws = new ArrayList<Flaw>();
        named("audience", name, flaws);
        if (name.equals(NOBODY)) {
            flaws.add(new Flaw("audience", "Nobody is nobody's name. Choose another one."));
        }
        described(description, flaws);
        if (lines.isEmpty() || lines.size() > MOST_CONDITIONS) {
            flaws.add(new Flaw("conditions", "Say in 1 to " + MOST_CONDITIONS + " conditions who belongs to it."));
        }
        for (var line : lines) {
            if (Condition.parse(line).isEmpty()) {
                flaws.add(new Flaw(
                        "conditions",
                        "'" + line + "' is no condition. Write an attribute, then is, starts-with or ends-with, then"
                                + " values separated by commas: email ends-with @example.org."));
            }
        }
        if (String.join("\n", lines).length() > LONGEST_CONDITIONS) {
            flaws.add(new Flaw(
                    "conditions", "They are too long together: " + LONGEST_CONDITIONS + " characters at most."));
        }
        return flaws;
    }

    private static void named(String field, String name, List<Flaw> flaws) {
        if (!NAME.matcher(name).matches()) {
            flaws.add(new Flaw(field, "Use up to 63 of a to z, 0 to 9 and dashes, such as new-checkout."));
        }
    }

    private static void described(String description, List<Flaw> flaws) {
        if (description.isBlank() || description.length() > LONGEST) {
            flaws.add(new Flaw("description", "Say what it is for, in at most " + LONGEST + " characters."));
        }
    }
}
