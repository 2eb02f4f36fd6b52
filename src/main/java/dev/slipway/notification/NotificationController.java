package dev.slipway.notification;

import dev.slipway.identity.PersonId;
import dev.slipway.release.ReleaseId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/notifications")
@Tag(name = "Notifications", description = "Who is told of what, and whether they were.")
class NotificationController {

    private static final int MOST = 200;

    private final Notifications notifications;

    NotificationController(Notifications notifications) {
        this.notifications = notifications;
    }

    @GetMapping
    @Operation(
            summary =
                    "Lists who was to be told of what, newest first, of one release or of all; give the last id as before to read on.")
    Page list(
            @RequestParam(defaultValue = "") String release,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "50") int limit) {
        var about = release.isEmpty() ? null : new ReleaseId(release);
        return new Page(
                notifications.canMail(),
                notifications.page(about, before, Math.max(1, Math.min(limit, MOST))).stream()
                        .map(View::of)
                        .toList());
    }

    /** @param canMail whether a mail server is configured */
    record Page(boolean canMail, List<View> notices) {}

    /**
     * @param person empty where nobody was found to be told
     * @param state queued, sent, skipped or failed
     * @param remark why nobody was told, or why not yet
     */
    record View(
            long id,
            String release,
            String event,
            String audience,
            String means,
            String person,
            String state,
            String remark,
            int tries,
            Instant queuedAt,
            @Nullable Instant doneAt) {

        private static View of(Notice notice) {
            return new View(
                    notice.id(),
                    notice.release().value(),
                    notice.event(),
                    notice.audience(),
                    notice.means(),
                    text(notice.person()),
                    notice.state().name().toLowerCase(Locale.ROOT),
                    notice.remark(),
                    notice.tries(),
                    notice.queuedAt(),
                    notice.doneAt());
        }

        private static String text(@Nullable PersonId person) {
            return person == null ? "" : person.value();
        }
    }
}
