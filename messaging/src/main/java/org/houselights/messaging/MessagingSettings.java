package org.houselights.messaging;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How events travel.
 *
 * @param source the CloudEvents source of what this service sends, for example {@code /screening}
 * @param replication copies of each topic that the service declares; 1 is for a single broker
 * @param partitions of each topic; more spread the keys over more instances and can't be lowered later
 * @param relay from the outbox to Kafka
 * @param consumer from Kafka to an effect
 * @param keep how long the inbox remembers an event; longer than any topic keeps it
 */
@Validated
@ConfigurationProperties("houselights.messaging")
public record MessagingSettings(
        @NotBlank String source,

        @Min(1) @DefaultValue("1") short replication,
        @Min(1) @DefaultValue("12") int partitions,
        @Valid @DefaultValue Relay relay,
        @Valid @DefaultValue Consumer consumer,
        @DefaultValue("30d") Duration keep) {

    /**
     * @param wave events sent together at most
     * @param gather from the begin of a wave to that of the next, so that events gather meanwhile, and as much again for each 32 KiB that were in
     *     it, up to ten times. An event that comes by itself waits for nothing
     * @param poll how long the relay waits for the bell before it looks by itself
     * @param takeOver how often an idle relay tries to become the one
     * @param attempts refusals of a key's first event before the key is parked
     * @param retry pause between two attempts of a refused key
     * @param brokerPause pause after the broker gave no answer; such a time is not an attempt
     * @param stop how long a stop waits for the wave under way
     */
    public record Relay(
            @Min(1) @Max(10_000) @DefaultValue("1000") int wave,
            @DefaultValue("5ms") Duration gather,
            @DefaultValue("1s") Duration poll,
            @DefaultValue("1s") Duration takeOver,
            @Min(1) @DefaultValue("5") int attempts,
            @DefaultValue("2s") Duration retry,
            @DefaultValue("1s") Duration brokerPause,
            @DefaultValue("10s") Duration stop) {}

    /**
     * @param attempts deliveries of a failing record before it goes to the dead letters
     * @param retry pause between two deliveries
     */
    public record Consumer(
            @Min(1) @DefaultValue("5") int attempts,
            @DefaultValue("500ms") Duration retry) {}
}
