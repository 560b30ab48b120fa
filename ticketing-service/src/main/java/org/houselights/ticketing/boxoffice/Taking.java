package org.houselights.ticketing.boxoffice;

import java.time.YearMonth;
import java.util.UUID;
import org.houselights.web.Money;

/**
 * What one film took in one territory in one month.
 *
 * @param territory ISO 3166-1 code of the country
 * @param month of the charges, on the clocks of the venue
 * @param tickets paid for and not refunded, free ones of free screenings included
 * @param charged all of it, whatever became of it
 * @param refunded of that, at whatever time it went or goes back
 */
record Taking(UUID filmId, String film, String territory, YearMonth month, int tickets, Money charged, Money refunded) {

    public Money kept() {
        return charged.minus(refunded);
    }
}
