package org.houselights.local.audit;

import java.util.UUID;

/**
 * An event as a topic holds it, for each of its subjects.
 *
 * @param subject what its sequence counts: the screening, its pre-sale or an order; the key itself where nothing is counted
 */
record Told(String topic, String key, UUID id, String type, String subject, long sequence) {

    private static final String PREFIX = "org.houselights.";

    Told {
        type = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
    }
}
