package dev.slipway.identity;

import dev.slipway.identity.Issuing.Flaw;
import dev.slipway.journal.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says what is wrong with an order for a token. */
record TokenCheck(Actor owner, Instant now) {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_NAME = 100;

    List<Flaw> flaws(TokenOrder order) {
        var flaws = new ArrayList<Flaw>();
        if (order.name().isBlank() || order.name().length() > LONGEST_NAME) {
            flaws.add(new Flaw(
                    "name", "Give it a name of 1 to " + LONGEST_NAME + " characters that says what it is for."));
        }
        var known = Scope.all().stream().map(Scope::value).toList();
        if (order.scopes().isEmpty()) {
            flaws.add(new Flaw("scopes", "Name at least one scope of " + known + "."));
        }
        order.scopes().stream()
                .filter(scope -> !known.contains(scope) && !new Scope(scope).isOfAgents())
                .sorted()
                .forEach(scope -> flaws.add(new Flaw("scopes", scope + " is no scope. Use some of " + known + ".")));
        if (owner.isPerson() && order.scopes().stream().anyMatch(scope -> new Scope(scope).isOfAgents())) {
            flaws.add(new Flaw("scopes", "Agents work for service accounts; an administrator makes a token of one."));
        }
        if (order.products().stream().anyMatch(product -> product.isBlank() || product.contains(" "))) {
            flaws.add(new Flaw("products", "Name products by their keys, or none for all of them."));
        }
        if (!order.expiresAt().isAfter(now)) {
            flaws.add(new Flaw("expiresAt", "Say until when it is valid: an instant in the future."));
        } else if (order.expiresAt().isAfter(now.plus(LONGEST))) {
            flaws.add(new Flaw("expiresAt", "A token lives for a year at most. Give an earlier instant."));
        }
        return flaws;
    }
}
