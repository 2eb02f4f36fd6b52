package dev.slipway.web;

import dev.slipway.notification.Notifications;
import dev.slipway.release.ReleaseId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who was told of what, and who was not. */
@Controller
class NotificationsPage {

    private static final int ROWS = 100;

    private final Notifications notifications;

    NotificationsPage(Notifications notifications) {
        this.notifications = notifications;
    }

    @GetMapping("/notifications")
    String page(
            @RequestParam(defaultValue = "") String release,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            Model model) {
        var notices = notifications.page(release.isBlank() ? null : new ReleaseId(release.strip()), before, ROWS);
        model.addAttribute("release", release.strip());
        model.addAttribute("notices", notices);
        model.addAttribute("canMail", notifications.canMail());
        model.addAttribute(
                "next", notices.size() == ROWS ? notices.get(ROWS - 1).id() : null);
        return "notifications";
    }
}
