package org.houselights.screening.proposal;

import java.time.Instant;
import java.util.UUID;
import org.houselights.messaging.Event;
import org.houselights.messaging.EventType;
import org.jspecify.annotations.Nullable;

/** What happened to a screening. All events of the topic have the same shape. */
sealed interface ScreeningEvent extends Event {

    String TOPIC = "screening-events";

    UUID screeningId();

    Snapshot screening();

    /** None where time or the pre-sale decided. */
    Act.@Nullable Decision decision();

    @Override
    default String key() {
        return screeningId().toString();
    }

    /** Makes the event of one type; each of the records below has such a constructor. */
    interface Type {
        ScreeningEvent of(
                UUID screeningId,
                long sequence,
                Instant occurredAt,
                Snapshot screening,
                Act.@Nullable Decision decision);
    }

    /** Waits for the distributor. */
    @EventType(topic = TOPIC, type = "org.houselights.ScreeningProposed")
    record ScreeningProposed(
            UUID screeningId, long sequence, Instant occurredAt, Snapshot screening, Act.@Nullable Decision decision)
            implements ScreeningEvent {}

    /** Waits for the host. */
    @EventType(topic = TOPIC, type = "org.houselights.ScreeningChangesRequested")
    record ScreeningChangesRequested(
            UUID screeningId, long sequence, Instant occurredAt, Snapshot screening, Act.@Nullable Decision decision)
            implements ScreeningEvent {}

    /** Waits for the distributor again. */
    @EventType(topic = TOPIC, type = "org.houselights.ScreeningResubmitted")
    record ScreeningResubmitted(
            UUID screeningId, long sequence, Instant occurredAt, Snapshot screening, Act.@Nullable Decision decision)
            implements ScreeningEvent {}

    @EventType(topic = TOPIC, type = "org.houselights.ScreeningDeclined")
    record ScreeningDeclined(
            UUID screeningId, long sequence, Instant occurredAt, Snapshot screening, Act.@Nullable Decision decision)
            implements ScreeningEvent {}

    @EventType(topic = TOPIC, type = "org.houselights.ScreeningWithdrawn")
    record ScreeningWithdrawn(
            UUID screeningId, long sequence, Instant occurredAt, Snapshot screening, Act.@Nullable Decision decision)
            implements ScreeningEvent {}

    /** Nobody decided in time. */
    @EventType(topic = TOPIC, type = "org.houselights.ScreeningLapsed")
    record ScreeningLapsed(
            UUID screeningId, long sequence, Instant occurredAt, Snapshot screening, Act.@Nullable Decision decision)
            implements ScreeningEvent {}

    /** Approved, and takes place if enough tickets are sold. */
    @EventType(topic = TOPIC, type = "org.houselights.ScreeningOnSale")
    record ScreeningOnSale(
            UUID screeningId, long sequence, Instant occurredAt, Snapshot screening, Act.@Nullable Decision decision)
            implements ScreeningEvent {}

    /** Takes place. */
    @EventType(topic = TOPIC, type = "org.houselights.ScreeningConfirmed")
    record ScreeningConfirmed(
            UUID screeningId, long sequence, Instant occurredAt, Snapshot screening, Act.@Nullable Decision decision)
            implements ScreeningEvent {}

    /** Too few tickets were sold. */
    @EventType(topic = TOPIC, type = "org.houselights.ScreeningMissed")
    record ScreeningMissed(
            UUID screeningId, long sequence, Instant occurredAt, Snapshot screening, Act.@Nullable Decision decision)
            implements ScreeningEvent {}

    @EventType(topic = TOPIC, type = "org.houselights.ScreeningCancelled")
    record ScreeningCancelled(
            UUID screeningId, long sequence, Instant occurredAt, Snapshot screening, Act.@Nullable Decision decision)
            implements ScreeningEvent {}

    /** Took place. */
    @EventType(topic = TOPIC, type = "org.houselights.ScreeningHeld")
    record ScreeningHeld(
            UUID screeningId, long sequence, Instant occurredAt, Snapshot screening, Act.@Nullable Decision decision)
            implements ScreeningEvent {}
}
