package dev.slipway.demo;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code slipway.demo}, of use in the profile {@code demo} only.
 *
 * @param folder where the demo keeps its repositories, artifacts and running services
 * @param ports the first of the thirty loopback ports on which its services listen
 */
@ConfigurationProperties("slipway.demo")
record DemoProperties(
        @DefaultValue("data/demo") Path folder,
        @DefaultValue("9100") int ports) {

    DemoProperties {
        folder = folder.toAbsolutePath().normalize();
    }
}
