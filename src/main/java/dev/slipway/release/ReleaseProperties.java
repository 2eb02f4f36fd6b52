package dev.slipway.release;

import dev.slipway.catalog.FlowKey;
import dev.slipway.catalog.Product;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code slipway.release}.
 *
 * @param hotfixFlow the flow of releases that name an incident and ask to go first; empty for the product's own; a product with a hotfix flow of its own has its way
 */
@ConfigurationProperties("slipway.release")
record ReleaseProperties(@DefaultValue("") String hotfixFlow) {

    FlowKey flow(Plan plan, Product product) {
        if (plan.planned() || !plan.emergency()) {
            return product.flow();
        }
        return product.hasHotfixFlow() || hotfixFlow.isBlank() ? product.hotfixFlow() : new FlowKey(hotfixFlow.strip());
    }
}
