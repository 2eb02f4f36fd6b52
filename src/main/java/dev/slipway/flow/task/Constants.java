package dev.slipway.flow.task;

import java.util.Locale;

/** Writes constants as forms show them. */
final class Constants {

    private Constants() {}

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
