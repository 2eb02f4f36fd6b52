package dev.slipway.notification;

import dev.slipway.journal.Journaled;
import java.util.Map;

/** Somebody was told, or could not be. */
public sealed interface NotificationEvent extends Journaled {

    Notice notice();

    @Override
    default String chain() {
        return notice().release().value();
    }

    @Override
    default Map<String, ?> facts() {
        return Map.of(
                "event", notice().event(),
                "audience", notice().audience(),
                "means", notice().means(),
                "person", String.valueOf(notice().person()));
    }

    /** The mail server has taken the mail. */
    record Sent(Notice notice) implements NotificationEvent {
        @Override
        public String act() {
            return "notification.sent";
        }
    }

    /** It was tried for too long. */
    record Failed(Notice notice) implements NotificationEvent {
        @Override
        public String act() {
            return "notification.failed";
        }

        @Override
        public Map<String, ?> personal() {
            return Map.of("reason", notice().remark());
        }
    }
}
