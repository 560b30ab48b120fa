package org.houselights.screening.proposal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.houselights.screening.account.Contact;
import org.houselights.screening.catalogue.LicenceKind;
import org.houselights.screening.catalogue.Territory;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/** A screening as events tell it: everything that their readers need, so that nobody has to ask back. */
record Snapshot(
        UUID id,
        int revision,
        ScreeningStatus status,
        Film film,
        Contact host,
        Venue venue,
        Instant startsAt,
        Instant endsAt,
        @Nullable Instant deadline,
        Instant decisionDueAt,
        Licence licence,
        Money price,
        @Nullable Money concessionPrice,
        @Nullable Money payWhatYouCanFloor,
        int capacity,
        int wheelchairPlaces,
        @Nullable Integer threshold) {

    record Film(UUID id, String title, int runtimeMinutes, Distributor distributor) {}

    record Distributor(UUID id, String name, List<Contact> contacts) {}

    record Venue(
            UUID id, String name, String auditorium, String address, String city, Territory country, ZoneId timeZone) {}

    record Licence(UUID id, LicenceKind kind) {}
}
