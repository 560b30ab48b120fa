package org.houselights.screening.proposal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.houselights.screening.catalogue.LicenceOffer;
import org.houselights.screening.catalogue.Territory;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that passed the rules, with all that it was measured by as it was then. What is changed in the catalogue later
 * changes nothing here.
 *
 * @param deadline none where there is no threshold
 * @param threshold none where the audience does not have to pay for the screening
 */
record Plan(
        Proposal proposal,
        ShownFilm film,
        Place place,
        LicenceOffer licence,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant deadline,
        int wheelchairPlaces,
        @Nullable ThresholdExplanation threshold) {

    /** When the distributor's approval would come too late: buyers must have a chance. */
    Instant lastMoment() {
        return deadline == null ? startsAt : deadline;
    }

    /**
     * @param companyId the distributor
     */
    record ShownFilm(UUID id, String title, int runtimeMinutes, UUID companyId, String companyName) {}

    record Place(
            UUID venueId,
            String venue,
            UUID auditoriumId,
            String auditorium,
            String address,
            String city,
            @Nullable String region,
            Territory country,
            ZoneId timeZone,
            List<String> access) {}
}
