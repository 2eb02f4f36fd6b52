package dev.slipway.catalog;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code slipway.catalog}.
 *
 * @param location a YAML file, or a folder of them, that is applied at every start; empty for none
 */
@ConfigurationProperties("slipway.catalog")
record CatalogProperties(@DefaultValue("") String location) {}
