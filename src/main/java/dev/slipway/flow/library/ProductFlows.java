package dev.slipway.flow.library;

import dev.slipway.catalog.FlowKey;
import dev.slipway.catalog.spi.FlowNames;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The processes in the folder {@code flows} are those that a product can follow, but for those that carry something of Slipway's own. */
@Component
class ProductFlows implements FlowNames {

    private final ModelLibrary library;

    ProductFlows(ModelLibrary library) {
        this.library = library;
    }

    @Override
    public Set<String> names() {
        return library.flows().stream()
                .filter(name -> new FlowKey(name).isOfAProduct())
                .collect(Collectors.toSet());
    }
}
