package dev.slipway.notification;

import dev.slipway.identity.Person;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is queued, one mail at a time, and tries again where the server does not take it. Of several nodes one has a mail; where that dies with it
 * another sends it again, so that a mail comes at least once.
 */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int MOST = 50;
    /** Longer than the mail server may take. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private static final int LONGEST_PAUSE = 6;

    private final NoticeRows rows;
    private final NoticeMail words;
    private final Neighbours neighbours;
    private final ObjectProvider<JavaMailSender> mails;
    private final NotificationProperties settings;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Postman(
            NoticeRows rows,
            NoticeMail words,
            Neighbours neighbours,
            ObjectProvider<JavaMailSender> mails,
            NotificationProperties settings,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.words = words;
        this.neighbours = neighbours;
        this.mails = mails;
        this.settings = settings;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    boolean hasServer() {
        return mails.getIfAvailable() != null;
    }

    /** Sends what is due; says how many it has dealt with. Without a server whatever was queued before is skipped. */
    int round() {
        var server = mails.getIfAvailable();
        if (server == null) {
            return rows.skipQueued(Notifications.NO_SERVER, now());
        }
        var dealt = 0;
        for (var notice : rows.due(now(), MOST)) {
            if (rows.claim(notice, now().plus(CLAIM))) {
                deliver(notice, server);
                dealt++;
            }
        }
        return dealt;
    }

    private void deliver(Notice notice, JavaMailSender server) {
        var release = neighbours.release(notice.release());
        var person = Optional.ofNullable(notice.person())
                .flatMap(neighbours::person)
                .filter(known -> !known.email().isBlank());
        if (release.isEmpty() || person.isEmpty()) {
            rows.done(notice.id(), Notice.State.SKIPPED, notice.person() + " has no mail address any more.", now());
            return;
        }
        try {
            server.send(words.of(notice, release.get(), person.get(), neighbours.drifts(notice.release()), server));
            transactions.executeWithoutResult(status -> events.publishEvent(
                    new NotificationEvent.Sent(rows.done(notice.id(), Notice.State.SENT, "", now()))));
        } catch (MailException | MessagingException failure) {
            later(notice, person.get(), String.valueOf(failure.getMessage()));
        }
    }

    /** Each pause is twice as long as the one before, up to about an hour. */
    private void later(Notice notice, Person person, String reason) {
        var next = now().plus(Duration.ofMinutes(1L << Math.min(notice.tries(), LONGEST_PAUSE)));
        var remark = "Not sent to " + person.id() + " yet: " + reason;
        LOG.warn("SLIP-3101: notice {} about {} could not be mailed: {}", notice.id(), notice.release(), reason);
        if (next.isBefore(notice.queuedAt().plus(settings.giveUp()))) {
            rows.again(notice.id(), remark, next);
        } else {
            transactions.executeWithoutResult(status -> events.publishEvent(
                    new NotificationEvent.Failed(rows.done(notice.id(), Notice.State.FAILED, reason, now()))));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
