package dev.slipway.notification;

import com.icegreen.greenmail.util.GreenMail;
import dev.slipway.Database;
import dev.slipway.approval.ReminderProperties;
import dev.slipway.catalog.FlowKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.policy.Route;
import dev.slipway.policy.Routed;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The module on one database, with a release that rita requested and people who may be told of it, and a clock that can be set. */
class Town implements Neighbours {

    private static final ReleaseId RELEASE = new ReleaseId("payments-2.1.0");
    private static final Map<String, String> ADDRESSES =
            Map.of("rita", "rita@example.org", "olga", "olga@example.org", "otto", "");

    final Notifications notifications;
    final Postman postman;
    final NoticeRows rows;
    private final Database database;
    List<String> drifts = List.of();
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    Town(Database database, @Nullable GreenMail server) {
        var mails = new StaticListableBeanFactory();
        if (server != null) {
            var sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(server.getSmtp().getPort());
            mails.addBean("mails", sender);
        }
        var settings = new NotificationProperties(Duration.ofSeconds(5), Duration.ofDays(1));
        this.database = database;
        this.rows = new NoticeRows(database.jdbc());
        this.postman = new Postman(
                rows,
                new NoticeMail(new ReminderProperties("slipway@example.org", "https://slipway.example.org/")),
                this,
                mails.getBeanProvider(JavaMailSender.class),
                settings,
                database.transactions(),
                database.events(),
                clock());
        this.notifications =
                new Notifications(rows, new Recipients(this), this, postman, new Rounds(postman, settings), clock());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    Instant now() {
        return now;
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    void happens(String event, Route... routes) {
        database.transactions().executeWithoutResult(status -> hears(event, routes));
    }

    void hears(String event, Route... routes) {
        notifications.on(new Routed(RELEASE.value(), event, List.of(routes)));
    }

    List<String> told() {
        return notifications.page(RELEASE, Long.MAX_VALUE, 100).stream()
                .map(notice ->
                        (notice.person() == null ? "nobody" : notice.person().value()) + " " + notice.state() + " "
                                + notice.remark())
                .toList();
    }

    @Override
    public Optional<Release> release(ReleaseId id) {
        return Optional.of(new Release(
                        RELEASE,
                        new ProductKey("payments"),
                        "2.1.0",
                        new FlowKey("devops-release"),
                        State.ROLLED_BACK,
                        null,
                        Actor.person("rita"),
                        true,
                        1,
                        1,
                        now,
                        now,
                        "the error rate rose"))
                .filter(release -> release.id().equals(id));
    }

    @Override
    public List<PersonId> stakeholders(ReleaseId id) {
        return List.of();
    }

    @Override
    public List<String> drifts(ReleaseId id) {
        return drifts;
    }

    @Override
    public String owner(Release release) {
        return "rita";
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return Optional.ofNullable(ADDRESSES.get(id.value()))
                .map(email -> new Person(id, id.value().toUpperCase(Locale.ROOT), email));
    }

    @Override
    public List<Person> membersOf(GroupId group) {
        return group.value().equals("operations")
                ? List.of(
                        person(new PersonId("olga")).orElseThrow(),
                        person(new PersonId("otto")).orElseThrow())
                : List.of();
    }
}
