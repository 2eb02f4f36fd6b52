package dev.slipway.notification;

import dev.slipway.approval.ReminderProperties;
import dev.slipway.identity.Person;
import dev.slipway.release.Release;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Puts a notice into the words of a mail. The same notice is always the same message, so that whoever gets it twice can tell. */
@Component
class NoticeMail {

    private static final String DRIFTED = "environment-drifted";

    private final ReminderProperties settings;

    NoticeMail(ReminderProperties settings) {
        this.settings = settings;
    }

    MimeMessage of(Notice notice, Release release, Person person, List<String> drifts, JavaMailSender mails)
            throws MessagingException {
        var message = mails.createMimeMessage();
        var mail = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        mail.setFrom(settings.from());
        mail.setTo(person.email());
        mail.setSubject(release.id() + " " + what(notice.event()));
        mail.setText(text(notice, release, person, drifts));
        message.setHeader("Message-ID", "<notice-" + notice.id() + "." + release.id() + "@slipway>");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private String text(Notice notice, Release release, Person person, List<String> drifts) {
        var text = new StringBuilder("Hello " + person.name() + ",\n\n");
        text.append(release.id()).append(' ').append(what(notice.event())).append(".\n");
        if (notice.event().startsWith("release-") && !release.outcome().isBlank()) {
            text.append("Reason: ").append(release.outcome()).append('\n');
        }
        if (notice.event().equals(DRIFTED)) {
            text.append(drifts.isEmpty() ? "It is over by now.\n" : String.join("\n", drifts) + "\n");
        }
        text.append("It is version ").append(release.version()).append(" of ").append(release.product());
        text.append(".\nYou are told ").append(why(notice.audience())).append(".\n");
        if (!settings.address().isBlank()) {
            text.append('\n').append(settings.address().replaceAll("/+$", ""));
            text.append("/releases/").append(release.id()).append('\n');
        }
        return text.toString();
    }

    private static String what(String event) {
        return switch (event) {
            case "approval-escalated" -> "waits for an approval that was escalated";
            case DRIFTED -> "is not what runs where it was deployed";
            case "release-released" -> "was released";
            case "release-rolled-back" -> "was rolled back";
            case "release-rejected" -> "was rejected";
            case "release-cancelled" -> "was cancelled";
            case "release-superseded" -> "was superseded by a newer release";
            case "release-failed" -> "failed";
            default -> "has news: " + event.replace('-', ' ');
        };
    }

    private static String why(String audience) {
        return switch (audience) {
            case "requester" -> "because you requested it";
            case "stakeholders" -> "because its plan names you as a stakeholder";
            case "owner" -> "because you answer for the product";
            default -> "as one of " + audience;
        };
    }
}
