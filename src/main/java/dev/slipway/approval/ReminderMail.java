package dev.slipway.approval;

import dev.slipway.identity.Person;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Mails those whose votes are missing when they are reminded, and those who are called when time grows short; only where a mail server is configured. It
 * tells and decides nothing: it sends after the transaction, and what cannot be sent changes nothing.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class ReminderMail {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy HH:mm 'UTC'", Locale.ENGLISH);

    private final JavaMailSender mails;
    private final ReminderProperties settings;
    private final Neighbours neighbours;
    private final Electorates electorates;

    ReminderMail(JavaMailSender mails, ReminderProperties settings, Neighbours neighbours, Electorates electorates) {
        this.mails = mails;
        this.settings = settings;
        this.neighbours = neighbours;
        this.electorates = electorates;
    }

    @EventListener
    void on(ApprovalEvent.Reminded reminded) {
        send(reminded.approval());
    }

    @EventListener
    void on(ApprovalEvent.Escalated escalated) {
        send(escalated.approval());
    }

    private void send(Approval approval) {
        var subject = neighbours.subject(approval.release()).orElseThrow();
        var messages = electorates.of(approval, subject).speakers().stream()
                .flatMap(person -> neighbours.person(person).stream())
                .filter(person -> !person.email().isBlank())
                .map(person -> message(person, approval))
                .toArray(SimpleMailMessage[]::new);
        if (messages.length > 0) {
            TransactionSynchronizationManager.registerSynchronization(new Sending(messages));
        }
    }

    private SimpleMailMessage message(Person person, Approval approval) {
        var what = approval.release() + ", " + approval.purpose().replace('-', ' ');
        var message = new SimpleMailMessage();
        message.setFrom(settings.from());
        message.setTo(person.email());
        message.setSubject("Your decision is asked: " + what);
        message.setText("Hello " + person.name() + ",\n\n" + what + " waits for somebody to decide: "
                + approval.open().stream().map(Seat::label).collect(Collectors.joining("; ")) + ".\n"
                + "It expires on " + TIME.format(approval.due().atOffset(ZoneOffset.UTC)) + ".\n"
                + (settings.address().isBlank()
                        ? ""
                        : "\n" + settings.address().replaceAll("/+$", "") + "/releases/" + approval.release() + "\n"));
        return message;
    }

    private final class Sending implements TransactionSynchronization {

        private final SimpleMailMessage[] messages;

        Sending(SimpleMailMessage[] messages) {
            this.messages = messages;
        }

        /** What goes wrong here is logged by the transaction manager, and the commit stands. */
        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_COMMITTED) {
                mails.send(messages);
            }
        }
    }
}
