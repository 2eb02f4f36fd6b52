package dev.slipway.catalog;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What an unquoted value means: the core of YAML 1.2, so that {@code no}, {@code 0755} and {@code 2026-11-23} are text, and a number is written back
 * exactly as it came.
 */
final class PlainValues extends Resolver {

    static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");
    static final Pattern FRACTION = Pattern.compile("-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,18}");

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, Pattern.compile("true|True|TRUE|false|False|FALSE"), "tTfF");
        addImplicitResolver(Tag.INT, WHOLE, "-0123456789");
        addImplicitResolver(Tag.FLOAT, FRACTION, "-0123456789");
        addImplicitResolver(Tag.NULL, Pattern.compile("~|null|Null|NULL"), "~nN");
        addImplicitResolver(Tag.NULL, EMPTY, null);
    }
}
