package dev.slipway.flow.http;

import dev.slipway.identity.PersonId;
import dev.slipway.identity.spi.Directory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Lets people in by the password that Camunda keeps. What they may do is asked afresh each time, so no right is given here. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Directory directory;

    PasswordSignIn(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var person = new PersonId(attempt.getName());
        if (!directory.accepts(person, String.valueOf(attempt.getCredentials()))) {
            throw new BadCredentialsException("name and password do not belong together, or the account is locked");
        }
        var name = directory.find(person).orElseThrow().id().value();
        return UsernamePasswordAuthenticationToken.authenticated(name, null, AuthorityUtils.NO_AUTHORITIES);
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
