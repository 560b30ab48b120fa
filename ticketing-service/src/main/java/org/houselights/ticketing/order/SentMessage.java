package org.houselights.ticketing.order;

import java.time.Instant;

/**
 * What a host has written.
 *
 * @param orders how many it went to
 */
public record SentMessage(Audience audience, String subject, String text, int orders, Instant sentAt) {}
