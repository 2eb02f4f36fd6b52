package dev.slipway.drill;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.release.Flaw;
import dev.slipway.release.FlawProblems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/drills")
@Tag(name = "Drills", description = "Drill going back before production: plan it, hold it, see what it showed.")
class DrillController {

    private final Drills drills;
    private final DrillPlans plans;

    DrillController(Drills drills, DrillPlans plans) {
        this.drills = drills;
        this.plans = plans;
    }

    @GetMapping
    @Operation(summary = "Lists drills, newest first; next is what to give as before to read on, and null at the end.")
    Page list(
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "50") int limit) {
        var size = Math.max(1, Math.min(limit, 200));
        var page = drills.page(product.isBlank() ? null : new ProductKey(product), before, size);
        return new Page(
                page.stream().map(DrillView::of).toList(),
                page.size() < size ? null : page.get(size - 1).number());
    }

    @GetMapping("/{number}")
    @Operation(summary = "Shows a drill with its evidence: what was where before and after, and every move.")
    ResponseEntity<Object> show(@PathVariable long number) {
        return drills.find(number)
                .map(drill -> ResponseEntity.<Object>ok(DrillView.of(drill)))
                .orElseGet(() -> ResponseEntity.of(FlawProblems.problem(
                                HttpStatus.NOT_FOUND,
                                "not-found",
                                "There is no such thing",
                                "There is no drill " + number + "."))
                        .build());
    }

    @PostMapping
    @Operation(summary = "Holds a drill now.")
    ResponseEntity<Object> hold(@RequestBody DrillRequest request) {
        var holding =
                drills.hold(new ProductKey(text(request.product())), new EnvironmentKey(text(request.environment())));
        return holding instanceof Holding.Held held
                ? ResponseEntity.status(HttpStatus.CREATED).body(DrillView.of(held.drill()))
                : refused(((Holding.Refused) holding).flaws());
    }

    @GetMapping("/plans")
    @Operation(summary = "Lists where and when going back is drilled.")
    List<PlanView> plans() {
        return plans.all().stream().map(PlanView::of).toList();
    }

    @PutMapping("/plans/{product}/{environment}")
    @Operation(summary = "Says when going back is drilled in an environment; the same again changes nothing.")
    ResponseEntity<Object> plan(
            @PathVariable String product, @PathVariable String environment, @RequestBody DrillPlanRequest request) {
        var flaws = new ArrayList<Flaw>();
        var order = request.order(product, environment, flaws);
        return flaws.isEmpty() ? answer(plans.plan(order)) : refused(flaws);
    }

    @DeleteMapping("/plans/{product}/{environment}")
    @Operation(summary = "Ends the plan for an environment; drills that were held stay on record.")
    ResponseEntity<Object> unplan(@PathVariable String product, @PathVariable String environment) {
        return answer(plans.unplan(new ProductKey(product), new EnvironmentKey(environment)));
    }

    private static ResponseEntity<Object> answer(Planning planning) {
        if (planning instanceof Planning.Made made) {
            return ResponseEntity.ok(PlanView.of(made.plan()));
        }
        return planning instanceof Planning.Refused refused
                ? refused(refused.flaws())
                : ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Object> refused(List<Flaw> flaws) {
        return FlawProblems.refused(flaws, "drill-impossible", "Nothing can be drilled now");
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    /** What is to be drilled. */
    record DrillRequest(@Nullable String product, @Nullable String environment) {}

    /** One page of drills. */
    record Page(List<DrillView> drills, @Nullable Long next) {}

    /** A plan as it is shown over HTTP; the start is meant in the zone. */
    record PlanView(
            String product,
            String environment,
            String start,
            String zone,
            String rule,
            Duration threshold,
            String document,
            @Nullable Instant next) {

        static PlanView of(DrillPlan plan) {
            return new PlanView(
                    plan.product().value(),
                    plan.environment().value(),
                    plan.series().start().toString(),
                    plan.series().zone().getId(),
                    plan.series().rule(),
                    plan.threshold(),
                    plan.document(),
                    plan.next());
        }
    }
}
