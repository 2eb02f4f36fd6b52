package dev.slipway.policy;

import java.util.List;

/**
 * Who is to be told? A notification must not hold a release up: no matching rule means that nobody is told, and what cannot be read as a route is left
 * out, and seen in what is kept.
 */
final class RouteQuestion {

    static final String TABLE = "route-notification";

    private RouteQuestion() {}

    static List<Route> read(Answer answer) {
        return answer.rows().stream()
                .map(row -> new Route(row.text("who"), row.text("means")))
                .filter(route -> !route.who().isEmpty() && !route.means().isEmpty())
                .distinct()
                .toList();
    }

    static Object words(List<Route> routes) {
        return routes.stream().map(Route::toString).toList();
    }
}
