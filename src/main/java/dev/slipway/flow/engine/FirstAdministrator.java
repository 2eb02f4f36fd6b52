package dev.slipway.flow.engine;

import dev.slipway.flow.Accounts;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lets somebody in on the very first start, with a password that is said once, on the console and in no log. The demo brings its own people. */
@Component
class FirstAdministrator {

    private static final GroupId ADMINISTRATORS = new GroupId("camunda-admin");

    private final Accounts accounts;
    private final Environment environment;

    FirstAdministrator(Accounts accounts, Environment environment) {
        this.accounts = accounts;
        this.environment = environment;
    }

    void appoint() {
        if (environment.acceptsProfiles(Profiles.of("demo")) || !accounts.isEmpty()) {
            return;
        }
        var password = password();
        accounts.ensureGroup(ADMINISTRATORS, "Administrators");
        accounts.ensure(new Person(new PersonId("admin"), "Administrator", ""), password, Set.of(ADMINISTRATORS));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                System.out.printf(
                        "%n  First start. Sign in as admin with the password %s%n  and change it: it is not shown again.%n%n",
                        password);
            }
        });
    }

    private static String password() {
        var bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
