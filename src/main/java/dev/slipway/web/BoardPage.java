package dev.slipway.web;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Standing;
import dev.slipway.drill.Drill;
import dev.slipway.drill.Drills;
import dev.slipway.environment.Drift;
import dev.slipway.environment.Probing;
import dev.slipway.flow.Flows;
import dev.slipway.flow.Waiting;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.ReleaseQuery;
import dev.slipway.release.Releases;
import dev.slipway.release.Sequels;
import dev.slipway.release.State;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The board: what is pending and why it waits, what is released, and what did not make it. */
@Controller
class BoardPage {

    private static final int PENDING_ROWS = 50;
    private static final int ENDED_ROWS = 12;
    private static final String PUT_RIGHT_BY_HAND = "Activity_PutRightByHand";
    private static final Set<State> FELL =
            EnumSet.of(State.FAILED, State.ROLLED_BACK, State.REJECTED, State.CANCELLED, State.SUPERSEDED);

    private final Releases releases;
    private final Flows flows;
    private final Catalog catalog;
    private final Drills drills;
    private final Deployments deployments;
    private final Sequels sequels;
    private final Probing probing;

    BoardPage(
            Releases releases,
            Flows flows,
            Catalog catalog,
            Drills drills,
            Deployments deployments,
            Sequels sequels,
            Probing probing) {
        this.releases = releases;
        this.flows = flows;
        this.catalog = catalog;
        this.drills = drills;
        this.deployments = deployments;
        this.sequels = sequels;
        this.probing = probing;
    }

    @GetMapping("/")
    String page(Filter filter, Model model) {
        model.addAttribute("board", board(filter));
        model.addAttribute("filter", filter);
        model.addAttribute("products", catalog.products());
        return "board";
    }

    /** The changing part, asked for again and again; answers 204 while nothing changed. */
    @GetMapping("/board")
    Object live(Filter filter, @RequestParam(defaultValue = "") String seen) {
        var board = board(filter);
        if (board.stamp().equals(seen)) {
            return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
        }
        return new ModelAndView("board :: live").addObject("board", board).addObject("filter", filter);
    }

    private Board board(Filter filter) {
        var pending = list(filter, EnumSet.of(State.PENDING), filter.beforeId(), PENDING_ROWS + 1);
        var shown = pending.subList(0, Math.min(pending.size(), PENDING_ROWS));
        var waiting = flows.waiting(shown.stream().map(Release::id).toList());
        return new Board(
                shown.stream()
                        .map(release -> pending(release, waiting.getOrDefault(release.id(), List.of())))
                        .toList(),
                pending.size() > PENDING_ROWS ? shown.get(shown.size() - 1).id() : null,
                list(filter, EnumSet.of(State.RELEASED), null, ENDED_ROWS),
                list(filter, FELL, null, ENDED_ROWS),
                drills(filter),
                drifts(filter),
                catalog.products().stream().map(Product::name).toList().isEmpty());
    }

    private Board.Pending pending(Release release, List<Waiting> waits) {
        var byHand = waits.stream().anyMatch(wait -> wait.activity().equals(PUT_RIGHT_BY_HAND));
        return new Board.Pending(release, waits, byHand ? standing(release) : List.of());
    }

    private List<Standing> standing(Release release) {
        var own = deployments.standing(release.id());
        return own.isEmpty()
                ? sequels.original(release.id()).map(deployments::standing).orElse(List.of())
                : own;
    }

    private List<Drill> drills(Filter filter) {
        return drills.newest().stream()
                .filter(drill -> filter.product().isEmpty()
                        || filter.product().equals(drill.product().value()))
                .toList();
    }

    private List<Drift> drifts(Filter filter) {
        return probing.drifts().stream()
                .filter(drift -> filter.product().isEmpty()
                        || filter.product().equals(drift.component().product().value()))
                .toList();
    }

    private List<Release> list(Filter filter, Set<State> states, @Nullable ReleaseId before, int limit) {
        var product = filter.product().isEmpty() ? null : new ProductKey(filter.product());
        var all = new ReleaseQuery(states, product, filter.text(), before, limit);
        return releases.page(states.contains(State.PENDING) ? all : all.withoutDrills());
    }

    /** What of the board somebody wants to see; empty text means everything. */
    record Filter(
            @Nullable String product,
            @Nullable String text,
            @Nullable String before) {

        Filter {
            product = product == null ? "" : product.strip();
            text = text == null ? "" : text.strip();
        }

        @Override
        public String product() {
            return product == null ? "" : product;
        }

        @Override
        public String text() {
            return text == null ? "" : text;
        }

        @Nullable
        ReleaseId beforeId() {
            return before == null || before.isBlank() ? null : new ReleaseId(before);
        }
    }
}
