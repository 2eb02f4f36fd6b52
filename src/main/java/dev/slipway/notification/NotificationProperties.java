package dev.slipway.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code slipway.notification}.
 *
 * @param poll how often it is looked for mails that are to be sent
 * @param giveUp how long a mail is tried before it counts as failed
 */
@ConfigurationProperties("slipway.notification")
record NotificationProperties(
        @DefaultValue("5s") Duration poll,
        @DefaultValue("1d") Duration giveUp) {}
