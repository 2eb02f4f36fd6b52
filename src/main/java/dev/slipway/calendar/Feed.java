package dev.slipway.calendar;

import dev.slipway.calendar.Entry.Kind;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A calendar of others whose entries are windows or freezes here.
 *
 * @param address where it is read again; empty for a file that was uploaded
 * @param zone the zone of entries that name none
 * @param readAt when the copy was read that is in force
 * @param failure why it could not be read since then; empty where it could
 * @param skipped which of its entries could not be used, and why; empty for none
 */
public record Feed(
        long number,
        String name,
        String address,
        Kind kind,
        Scope scope,
        ZoneId zone,
        boolean hotfixPasses,
        Instant readAt,
        Instant triedAt,
        String failure,
        String skipped) {}
