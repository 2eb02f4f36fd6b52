package dev.slipway.deployment;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code slipway.deployment}.
 *
 * @param runs where running commands leave their output and exit codes; it must survive a restart
 * @param host what this machine is called in records of running work; empty for its own name
 * @param grace how long a command that is ended for taking too long may tidy up before it is killed
 * @param keepRuns how long what a command left behind is kept
 */
@ConfigurationProperties("slipway.deployment")
public record DeploymentProperties(
        @DefaultValue("data/runs") Path runs,
        @DefaultValue("") String host,
        @DefaultValue("5s") Duration grace,
        @DefaultValue("14d") Duration keepRuns) {

    public DeploymentProperties {
        host = host.isEmpty() ? ownName() : host;
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
