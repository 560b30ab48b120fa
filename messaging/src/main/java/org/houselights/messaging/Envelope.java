package org.houselights.messaging;

import java.time.Instant;
import java.util.UUID;

/** What the headers say of a received event: CloudEvents 1.0 attributes in binary mode, topic and key. */
public record Envelope(UUID id, String type, String topic, String key, long sequence, Instant time) {}
