package dev.slipway.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.policy.Route;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** With a real SMTP server on this machine. Ops are olga, and otto who has no address; rita requested the release and is its owner. */
class NotificationsTests {

    private static final Route REQUESTER = new Route("requester", "mail");
    private static final Route OPERATIONS = new Route("operations", "mail");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @EveryDatabase
    void tellEverybodyOnceAndSayWhoCouldNotBeTold(Database database) throws Exception {
        var town = new Town(database, server);

        town.happens(
                "release-rolled-back",
                REQUESTER,
                OPERATIONS,
                new Route("owner", "mail"),
                new Route("stakeholders", "mail"));
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(town.postman.round()).isEqualTo(2);

        assertThat(server.getReceivedMessages())
                .extracting(message -> message.getAllRecipients()[0].toString())
                .containsExactlyInAnyOrder("rita@example.org", "olga@example.org");
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("payments-2.1.0 was rolled back");
        assertThat(GreenMailUtil.getBody(mail))
                .contains("Hello RITA,", "payments-2.1.0 was rolled back.", "Reason: the error rate rose")
                .contains("because you requested it", "https://slipway.example.org/releases/payments-2.1.0");
        assertThat(town.told())
                .containsExactlyInAnyOrder(
                        "rita SENT ",
                        "olga SENT ",
                        "otto SKIPPED otto has no mail address.",
                        "nobody SKIPPED There is nobody who is stakeholders.");
        assertThat(database.published(NotificationEvent.Sent.class)).hasSize(2);
        assertThat(town.postman.round()).isZero();
    }

    @EveryDatabase
    void areNotSentWhereWhatHappenedIsUndone(Database database) {
        var town = new Town(database, server);

        database.transactions().executeWithoutResult(status -> {
            town.hears("release-failed", REQUESTER);
            status.setRollbackOnly();
        });

        assertThat(town.postman.round()).isZero();
        assertThat(town.told()).isEmpty();
    }

    @EveryDatabase
    void areTriedAgainUntilTheServerIsThere(Database database) throws Exception {
        var town = new Town(database, server);
        var port = server.getSmtp().getPort();
        server.stop();
        town.happens("release-released", REQUESTER);

        town.postman.round();
        assertThat(town.told()).singleElement().asString().startsWith("rita QUEUED Not sent to rita yet: ");
        assertThat(town.postman.round()).isZero();

        var back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            town.later(Duration.ofMinutes(3));
            assertThat(town.postman.round()).isEqualTo(1);
            assertThat(back.getReceivedMessages()).hasSize(1);
        } finally {
            back.stop();
        }
        assertThat(town.told()).containsExactly("rita SENT ");
    }

    @EveryDatabase
    void failInTheEnd(Database database) {
        var town = new Town(database, server);
        server.stop();
        town.happens("release-released", REQUESTER);

        for (var hour = 0; hour < 26; hour++) {
            town.postman.round();
            town.later(Duration.ofMinutes(70));
        }

        assertThat(town.told()).singleElement().asString().startsWith("rita FAILED ");
        assertThat(database.published(NotificationEvent.Failed.class)).hasSize(1);
    }

    @EveryDatabase
    void areSentByOneOfTwoAndAgainAfterOneHasDied(Database database) throws Exception {
        var town = new Town(database, server);
        town.happens("release-released", REQUESTER);
        var notice = town.rows.due(town.now(), 10).get(0);

        assertThat(town.rows.claim(notice, town.now().plus(Duration.ofMinutes(2))))
                .isTrue();
        assertThat(town.rows.claim(notice, town.now().plus(Duration.ofMinutes(2))))
                .isFalse();
        assertThat(town.postman.round()).isZero();

        town.later(Duration.ofMinutes(2));
        assertThat(town.postman.round()).isEqualTo(1);
        assertThat(server.getReceivedMessages()[0].getHeader("Message-ID")[0])
                .isEqualTo("<notice-" + notice.id() + ".payments-2.1.0@slipway>");
    }

    @EveryDatabase
    void queueNothingWithoutAServerOrAWay(Database database) {
        var town = new Town(database, null);
        town.happens("release-released", REQUESTER);
        assertThat(town.told()).containsExactly("nobody SKIPPED " + Notifications.NO_SERVER);

        var served = new Town(database, server);
        served.happens("release-released", new Route("operations", "chat"), OPERATIONS);
        assertThat(served.told()).contains("nobody SKIPPED Slipway cannot tell anybody by chat; route it by mail.");
        assertThat(served.rows.due(served.now(), 10)).hasSize(1);

        assertThat(town.postman.round()).isEqualTo(1);
        assertThat(served.rows.due(served.now(), 10)).isEmpty();
    }

    @EveryDatabase
    void sayWhatRunsInsteadOfWhatWasDeployed(Database database) throws Exception {
        var town = new Town(database, server);
        town.drifts = List.of("payments/service in staging: 2.1.0 is planned, 2.0.0 runs");
        town.happens("environment-drifted", OPERATIONS);
        town.postman.round();

        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("payments-2.1.0 is not what runs where it was deployed");
        assertThat(GreenMailUtil.getBody(mail))
                .contains("in staging: 2.1.0 is planned, 2.0.0 runs", "as one of operations");
        town.drifts = List.of();
        town.happens("environment-drifted", REQUESTER);
        town.postman.round();
        assertThat(GreenMailUtil.getBody(server.getReceivedMessages()[1])).contains("It is over by now.");
    }

    @EveryDatabase
    void areListedByRelease(Database database) {
        var town = new Town(database, null);
        town.happens("release-released", REQUESTER);
        var controller = new NotificationController(town.notifications);

        assertThat(controller.list("payments-2.1.0", Long.MAX_VALUE, 10).notices())
                .hasSize(1);
        assertThat(controller.list("", Long.MAX_VALUE, 10).notices()).hasSize(1);
        assertThat(controller.list("other-1.0", Long.MAX_VALUE, 10))
                .isEqualTo(new NotificationController.Page(false, List.of()));
    }
}
