package org.houselights.messaging;

import java.time.Instant;

/**
 * A fact that an aggregate returned. Its class carries {@link EventType}, its JSON is the body on the wire.
 *
 * <p>Events of one key are delivered in the order in which they were committed.
 */
public interface Event {

    /** The partition key, for example the id of a screening. */
    String key();

    /** The aggregate's version after this fact; a projection ignores what is older than what it knows. */
    long sequence();

    Instant occurredAt();
}
