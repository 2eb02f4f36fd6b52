package dev.slipway.identity;

import dev.slipway.journal.Actor;
import dev.slipway.journal.CurrentActor;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** Knows who is acting on this thread: whoever signed in, or Slipway itself. */
@Service
public class Acting implements CurrentActor {

    @Override
    public Actor now() {
        throw new UnsupportedOperationException();
    }

    /** Runs the work in another actor's name: a worker acts as the system, a test as anybody. */
    public <T> T as(Actor actor, Supplier<T> work) {
        throw new UnsupportedOperationException();
    }
}
