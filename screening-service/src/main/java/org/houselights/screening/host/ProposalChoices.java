package org.houselights.screening.host;

import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.houselights.screening.catalogue.Film;
import org.houselights.screening.catalogue.LicenceKind;
import org.houselights.screening.catalogue.LicenceOffer;
import org.houselights.screening.catalogue.Venue;
import org.houselights.screening.catalogue.VenueDetails.Auditorium;
import org.houselights.screening.form.Typed;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the host can choose from, and what is chosen so far.
 *
 * @param films that can be proposed
 * @param venues that the search found, without the chosen one
 */
record ProposalChoices(
        List<Film> films,
        @Nullable Film film,
        @Nullable LicenceOffer licence,
        List<Venue> venues,
        @Nullable Venue venue,
        @Nullable Auditorium auditorium) {

    /** None until a venue is chosen. */
    public @Nullable Currency currency() {
        return venue == null ? null : venue.details().currency();
    }

    public List<LicenceOffer> licences() {
        return film == null ? List.of() : film.details().licences();
    }

    /** Whether the offer is for the country of the chosen venue, as far as one is chosen. */
    public boolean covers(LicenceOffer offer) {
        return venue == null || offer.territories().contains(venue.details().country());
    }

    /** The ends of a slider and how far apart its stops are, in major units. */
    record Range(String lowest, String highest, String step) {}

    /** Prices worth trying: those that the licence allows, or else up to the one at which a sixth of the house pays the rent. */
    public @Nullable Range prices() {
        if (licence == null || auditorium == null || licence.kind() == LicenceKind.EDUCATIONAL) {
            return null;
        }
        Money hire = auditorium.hire();
        Money step = new Money(hire.currency().getDefaultFractionDigits() == 0 ? 500 : 50, hire.currency());
        Money lowest = Objects.requireNonNullElse(licence.priceFloor(), step);
        Money highest = Objects.requireNonNullElse(
                licence.priceCeiling(),
                new Money(Math.ceilDiv(6 * hire.minorUnits(), auditorium.capacity()), hire.currency()));
        boolean usable = lowest.currency().equals(highest.currency()) && lowest.compareTo(highest) < 0;
        return usable ? new Range(Typed.major(lowest), Typed.major(highest), Typed.major(step)) : null;
    }

    static Optional<Auditorium> auditorium(@Nullable Venue venue, @Nullable UUID id) {
        return venue == null || id == null ? Optional.empty() : venue.auditorium(id);
    }
}
