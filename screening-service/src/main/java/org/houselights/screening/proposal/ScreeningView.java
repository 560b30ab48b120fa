package org.houselights.screening.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.houselights.screening.catalogue.LicenceKind;
import org.houselights.screening.catalogue.LicenceOffer;
import org.houselights.screening.catalogue.Territory;
import org.houselights.web.Caller;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/**
 * A screening as it is shown.
 *
 * @param revision counts the plans that the host handed in
 * @param localStart on the venue's clocks
 * @param localDeadline on the venue's clocks; none where there is no threshold
 * @param threshold how many tickets at full price have to be paid, and why; none where the audience does not have to pay for the screening
 * @param inside what only the host, the film's distributor and operators see
 */
public record ScreeningView(
        UUID id,
        int revision,
        ScreeningStatus status,
        Film film,
        Host host,
        Venue venue,
        Instant startsAt,
        Instant endsAt,
        LocalDateTime localStart,
        @Nullable Instant deadline,
        @Nullable LocalDateTime localDeadline,
        Licence licence,
        Money price,
        @Nullable Money concessionPrice,
        @Nullable Money payWhatYouCanFloor,
        int capacity,
        int wheelchairPlaces,
        @Nullable ThresholdExplanation threshold,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Inside inside) {

    public record Film(UUID id, String title, int runtimeMinutes, Distributor distributor) {}

    public record Distributor(UUID id, String name) {}

    public record Host(UUID id, String name) {}

    public record Venue(
            UUID id,
            String name,
            UUID auditoriumId,
            String auditorium,
            String address,
            String city,
            @Nullable String region,
            Territory country,
            ZoneId timeZone,
            List<String> access) {}

    public record Licence(UUID id, LicenceKind kind) {}

    /**
     * @param decisionDueAt when the proposal lapses if nobody moves it
     * @param terms the licence as it was when the proposal was made
     * @param proposal as the host made it, for changing it
     */
    public record Inside(Instant proposedAt, Instant decisionDueAt, LicenceOffer terms, Proposal proposal) {}

    static ScreeningView of(Screening screening, @Nullable Caller caller) {
        Plan plan = screening.plan();
        Plan.Place place = plan.place();
        ZoneId zone = place.timeZone();
        return new ScreeningView(
                screening.id(),
                screening.revision(),
                screening.status(),
                new Film(
                        plan.film().id(),
                        plan.film().title(),
                        plan.film().runtimeMinutes(),
                        new Distributor(plan.film().companyId(), plan.film().companyName())),
                new Host(screening.hostId(), screening.hostName()),
                new Venue(
                        place.venueId(),
                        place.venue(),
                        place.auditoriumId(),
                        place.auditorium(),
                        place.address(),
                        place.city(),
                        place.region(),
                        place.country(),
                        zone,
                        place.access()),
                plan.startsAt(),
                plan.endsAt(),
                VenueClock.local(plan.startsAt(), zone),
                plan.deadline(),
                Optional.ofNullable(plan.deadline())
                        .map(deadline -> VenueClock.local(deadline, zone))
                        .orElse(null),
                new Licence(plan.licence().id(), screening.licence()),
                plan.proposal().price(),
                plan.proposal().concessionPrice(),
                plan.proposal().payWhatYouCanFloor(),
                plan.proposal().capacity(),
                plan.wheelchairPlaces(),
                plan.threshold(),
                caller == null || !screening.isOpenTo(caller)
                        ? null
                        : new Inside(
                                screening.proposedAt(), screening.decisionDueAt(), plan.licence(), plan.proposal()));
    }
}
