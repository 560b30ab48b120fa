package org.houselights.ticketing.order;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a host wrote, as each buyer's event tells it.
 *
 * @param replyTo where answers go; null if the host wants none
 */
public record HostMessage(
        UUID id, String subject, String text, @Nullable String replyTo) {}
