package dev.slipway.approval;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code slipway.reminders}.
 *
 * @param from whom mails come from
 * @param address where people reach Slipway, for links in mails; empty for no links
 */
@ConfigurationProperties("slipway.reminders")
record ReminderProperties(
        @DefaultValue("slipway@localhost") String from,
        @DefaultValue("") String address) {}
