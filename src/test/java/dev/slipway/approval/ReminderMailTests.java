package dev.slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** With a real SMTP server on this machine. */
class ReminderMailTests {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Neighbourhood neighbours = new Neighbourhood()
            .person("quin", "qa")
            .person("quentin", "qa")
            .person("sue")
            .substitute("quin", "sue")
            .asking("qa", 2);

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @EveryDatabase
    void goesToThoseWhoCanStillDecide(Database database) throws Exception {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        ballot.approve(approval, 1, "quentin");
        ballot.in(() -> ballot.approvals.remind(approval.id()));

        ballot.in(() -> told(database));

        assertThat(server.waitForIncomingEmail(5000, 2)).isTrue();
        assertThat(server.getReceivedMessages())
                .extracting(message -> message.getAllRecipients()[0].toString())
                .containsExactlyInAnyOrder("quin@example.org", "sue@example.org");
        var message = server.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Your decision is asked: payments-2.1.0, qa sign off");
        assertThat(GreenMailUtil.getBody(message))
                .contains("QA, 2 of 2", "Monday 23 November 2026 14:15 UTC", "https://slipway/releases/payments-2.1.0");
    }

    @EveryDatabase
    void isNotSentWhereNothingWasCommitted(Database database) {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        ballot.in(() -> ballot.approvals.remind(approval.id()));

        database.transactions().executeWithoutResult(status -> {
            told(database);
            status.setRollbackOnly();
        });

        assertThat(Arrays.asList(server.getReceivedMessages())).isEmpty();
    }

    @EveryDatabase
    void changesNothingWhereTheServerIsAway(Database database) {
        server.stop();
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();
        ballot.in(() -> ballot.approvals.remind(approval.id()));

        assertThat(ballot.in(() -> told(database))).isTrue();
    }

    private boolean told(Database database) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp() == null ? 1 : server.getSmtp().getPort());
        var exclusions = new Exclusions(neighbours, new ConflictRows(database.jdbc()));
        var mail = new ReminderMail(
                sender,
                new ReminderProperties("slipway@example.org", "https://slipway/"),
                neighbours,
                new Electorates(neighbours, exclusions));
        database.published(ApprovalEvent.Reminded.class).forEach(mail::on);
        return true;
    }
}
