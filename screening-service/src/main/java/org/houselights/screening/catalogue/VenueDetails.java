package org.houselights.screening.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.houselights.web.Money;
import org.houselights.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A cinema, hall or classroom with its auditoria: the body of {@code PUT /api/venues/{id}}.
 *
 * @param address street and number, at most 200 characters
 * @param region state or province, where addresses have one
 * @param timeZone by its IANA name, such as {@code America/New_York}; every local time of a screening is on its clocks
 * @param currency in which tickets are sold and the hire is paid
 * @param salesTaxBasisPoints the sales tax that a ticket's price includes, in hundredths of a percent: 2000 is 20 %, at most 5000
 * @param access what visitors with disabilities want to know, sentence by sentence
 * @param auditoria at least one, at most 50; one that screenings were proposed for can't be left out later
 */
public record VenueDetails(
        @PlainText(max = 120) String name,
        @PlainText(max = 200) String address,
        @PlainText(max = 100) String city,

        @PlainText(max = 100, optional = true) @Nullable String region,

        @PlainText(max = 20, optional = true) @Nullable String postalCode,

        @NotNull Territory country,
        @NotNull ZoneId timeZone,
        @NotNull Currency currency,

        @Min(0) @Max(5_000) int salesTaxBasisPoints,

        @NotNull @Size(max = 20) List<@PlainText(max = 200) String> access,

        @WebPage @Nullable String website,

        @NotEmpty @Size(max = 50) List<@NotNull @Valid Auditorium> auditoria) {

    /**
     * A room with a screen.
     *
     * @param id chosen by whoever writes the venue; stays with the room
     * @param name such as {@code Screen 1}
     * @param capacity seats, without wheelchair places: from 1 to 5,000
     * @param wheelchairPlaces counted apart from the seats: from 0 to 100
     * @param hire what one screening costs in rent, in the venue's currency
     */
    public record Auditorium(
            @NotNull UUID id,
            @PlainText(max = 80) String name,

            @Min(1) @Max(5_000) int capacity,

            @Min(0) @Max(100) int wheelchairPlaces,

            @NotNull @Amount Money hire) {}
}
