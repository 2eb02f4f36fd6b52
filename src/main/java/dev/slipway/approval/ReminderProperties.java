package dev.slipway.approval;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code slipway.reminders}: how mails are sent, whatever they are about.
 *
 * @param from whom mails come from
 * @param address where people reach Slipway, for links in mails; empty for no links
 */
@ConfigurationProperties("slipway.reminders")
public record ReminderProperties(
        @DefaultValue("slipway@localhost") String from,
        @DefaultValue("") String address) {}
