package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.Issuing;
import dev.slipway.identity.People;
import dev.slipway.identity.PersonId;
import dev.slipway.identity.ServiceAccounts;
import dev.slipway.identity.Tokens;
import dev.slipway.journal.Actor;
import dev.slipway.journal.Entry;
import dev.slipway.journal.Journal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whole-application tests of what is refused, over real HTTP. */
abstract class RefusalTest extends ProcessTest {

    @LocalServerPort
    int port;

    Caller overRest(String person) {
        return Caller.overRest(context, port, person);
    }

    Caller inTasklist(String person) {
        return Caller.inTasklist(port, person, "secret-" + person);
    }

    List<Caller> bothWays(String person) {
        return List.of(overRest(person), inTasklist(person));
    }

    /** A service account of this name, whose token is good for everything. */
    Caller service(String name) {
        var secret = flows.as(Actor.person("admin"), () -> {
            flows.bean(ServiceAccounts.class).register(name, new GroupId("operations"));
            var issuing = flows.bean(Tokens.class).issueTo(name, Caller.order());
            return ((Issuing.Issued) issuing).secret();
        });
        return Caller.withToken(port, secret);
    }

    void join(String person, String group) {
        var known = flows.bean(People.class).find(new PersonId(person)).orElseThrow();
        flows.bean(Accounts.class).ensure(known, "", Set.of(new GroupId(group)));
    }

    void leave(String person, String group) {
        flows.engine.getIdentityService().deleteMembership(person, group);
    }

    List<Entry> journal(String chain) {
        return flows.bean(Journal.class).read(chain, 0, 1000);
    }

    List<Entry> journal(String chain, String act) {
        return journal(chain).stream().filter(entry -> entry.act().equals(act)).toList();
    }

    static void assertRefused(HttpResponse<String> answer, String reason) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains(reason);
    }

    static void assertDone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }
}
