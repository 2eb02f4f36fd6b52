package dev.slipway.approval;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code slipway.approval}.
 *
 * @param afterMeeting how long a request stays open after the beginning of a meeting that is to decide about it
 */
@ConfigurationProperties("slipway.approval")
record ApprovalProperties(@DefaultValue("1d") Duration afterMeeting) {}
