package dev.slipway.calendar;

import java.util.List;
import java.util.Map;

/**
 * What a calendar file holds.
 *
 * @param drafts its entries by what it calls them
 * @param skipped which could not be used, and why
 */
record Imported(Map<String, EntryDraft> drafts, List<String> skipped) {}
