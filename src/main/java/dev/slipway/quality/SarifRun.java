package dev.slipway.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One scan of a report while it is read: its rules, which say how bad their results are, and the results, which may say so themselves. */
class SarifRun {

    private static final List<String> LEVELS = List.of("error", "warning", "note", "none");
    private static final String WARNING = "warning";

    private final JsonWalk walk;
    private final List<String> driver = new ArrayList<>();
    private final Map<String, String> levels = new HashMap<>();
    private final Map<String, Integer> byLevel = new HashMap<>();
    private final Map<String, Integer> byRule = new HashMap<>();
    private int suppressed;
    private boolean hasResults;
    private boolean successful = true;

    SarifRun(JsonWalk walk) {
        this.walk = walk;
    }

    void read(String where) throws IOException, NotSarif {
        walk.fields(where, field -> {
            var place = where + "." + field;
            switch (field) {
                case "tool" -> tool(place);
                case "results" -> {
                    if (!walk.isNull()) {
                        hasResults = true;
                        walk.elements(place, this::result);
                    }
                }
                case "invocations" -> walk.elements(place, this::invocation);
                default -> {}
            }
        });
    }

    private void tool(String where) throws IOException, NotSarif {
        walk.fields(where, field -> {
            var place = where + "." + field;
            if (field.equals("driver")) {
                component(place, driver);
            } else if (field.equals("extensions")) {
                walk.elements(place, extension -> component(extension, new ArrayList<>()));
            }
        });
    }

    private void component(String where, List<String> inOrder) throws IOException, NotSarif {
        walk.fields(where, field -> {
            if (field.equals("rules")) {
                walk.elements(where + ".rules", rule -> rule(rule, inOrder));
            }
        });
    }

    private void rule(String where, List<String> inOrder) throws IOException, NotSarif {
        var level = new StringBuilder(WARNING);
        var id = new StringBuilder();
        walk.fields(where, field -> {
            var place = where + "." + field;
            if (field.equals("id")) {
                id.append(walk.text(place));
            } else if (field.equals("defaultConfiguration")) {
                walk.fields(place, each -> {
                    if (each.equals("level")) {
                        level.replace(0, level.length(), level(place + ".level"));
                    }
                });
            }
        });
        inOrder.add(id.toString());
        levels.put(id.toString(), level.toString());
    }

    private String level(String where) throws IOException, NotSarif {
        var level = walk.text(where);
        if (!LEVELS.contains(level)) {
            throw new NotSarif("has the level '" + level + "' at " + where + "; it is error, warning, note or none");
        }
        return level;
    }

    private void invocation(String where) throws IOException, NotSarif {
        walk.fields(where, field -> {
            if (field.equals("executionSuccessful")) {
                successful &= walk.truth(where + "." + field);
            }
        });
    }

    private void result(String where) throws IOException, NotSarif {
        var result = new SarifResult();
        walk.fields(where, field -> {
            var place = where + "." + field;
            switch (field) {
                case "level" -> result.level = level(place);
                case "kind" -> result.fails = walk.text(place).equals("fail");
                case "baselineState" -> result.gone = walk.text(place).equals("absent");
                case "ruleId" -> result.rule = walk.text(place);
                case "ruleIndex" -> result.index = walk.number(place);
                case "rule" ->
                    walk.fields(place, each -> {
                        switch (each) {
                            case "id" -> result.rule = walk.text(place + ".id");
                            case "index" -> result.index = walk.number(place + ".index");
                            default -> {}
                        }
                    });
                case "suppressions" -> {
                    if (!walk.isNull()) {
                        walk.elements(place, each -> suppression(each, result));
                    }
                }
                default -> {}
            }
        });
        count(result);
    }

    /** One that was rejected, or is still looked at, suppresses nothing. */
    private void suppression(String where, SarifResult result) throws IOException, NotSarif {
        result.suppressions++;
        walk.fields(where, field -> {
            if (field.equals("status") && !walk.text(where + ".status").equals("accepted")) {
                result.suppressions--;
            }
        });
    }

    private void count(SarifResult result) {
        if (result.gone) {
            return;
        }
        if (result.suppressions > 0) {
            suppressed++;
        } else if (!result.level.isEmpty()) {
            byLevel.merge(result.level, 1, Integer::sum);
        } else if (result.fails) {
            byRule.merge(result.rule.isEmpty() ? "#" + result.index : result.rule, 1, Integer::sum);
        }
    }

    SarifReport addedTo(SarifReport before) {
        byRule.forEach((rule, count) -> byLevel.merge(levelOf(rule), count, Integer::sum));
        return new SarifReport(
                before.runs() + 1,
                before.errors() + byLevel.getOrDefault("error", 0),
                before.warnings() + byLevel.getOrDefault(WARNING, 0),
                before.notes() + byLevel.getOrDefault("note", 0),
                before.suppressed() + suppressed,
                before.complete() && hasResults && successful);
    }

    /** A result that names its rule by number means one of the driver; {@code CA1000/3} without a rule of that name follows {@code CA1000}. */
    private String levelOf(String rule) {
        if (rule.startsWith("#")) {
            var index = Integer.parseInt(rule.substring(1));
            return index < 0 || index >= driver.size() ? WARNING : levels.getOrDefault(driver.get(index), WARNING);
        }
        var slash = rule.lastIndexOf('/');
        var known = levels.get(rule);
        if (known == null) {
            return slash > 0 ? levelOf(rule.substring(0, slash)) : WARNING;
        }
        return known;
    }

    /** What a result says about itself while it is read. */
    private static final class SarifResult {

        private String level = "";
        private String rule = "";
        private int index = -1;
        private int suppressions;
        private boolean fails = true;
        private boolean gone;
    }
}
