package dev.slipway.catalog;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Knows what can be released, and where to; the only way into this module. */
@Service
public class Catalog {

    public Optional<Product> product(ProductKey key) {
        throw new UnsupportedOperationException();
    }

    public List<Product> products() {
        throw new UnsupportedOperationException();
    }

    /** All environments by stage. */
    public List<Environment> environments() {
        throw new UnsupportedOperationException();
    }

    public Optional<Environment> environment(EnvironmentKey key) {
        throw new UnsupportedOperationException();
    }

    public Optional<TargetDescription> target(EnvironmentKey environment, ComponentKey component) {
        throw new UnsupportedOperationException();
    }

    /** Applies the documents as a whole: all of them, or, if one is wrong, none. What they do not mention stays. */
    public Applying apply(List<SourceDocument> documents) {
        throw new UnsupportedOperationException();
    }
}
