package org.houselights.ticketing.presale;

import static org.houselights.messaging.OneTrip.column;

import java.util.Collection;
import org.houselights.messaging.OneTrip;
import org.springframework.stereotype.Repository;

/**
 * Writes what pledges moved, which is all that {@link Presale#hold} changes: the counters, and what turns with the threshold. One statement,
 * however many pre-sales there are.
 */
@Repository
public class MovedPresales {

    private static final String UPDATE = """
            update presale p set status = moved.status, pledged = moved.pledged, seats_held = moved.seats_held,
                wheelchairs_held = moved.wheelchairs_held, reached_at = moved.reached_at, cure_ends_at = moved.cure_ends_at,
                sequence = moved.sequence
            from unnest(?::uuid[], ?::text[], ?::bigint[], ?::int[], ?::int[], ?::timestamptz[], ?::timestamptz[], ?::bigint[])
                as moved (screening_id, status, pledged, seats_held, wheelchairs_held, reached_at, cure_ends_at, sequence)
            where p.screening_id = moved.screening_id""";

    /** As part of a trip, which the caller makes while the rows are locked. */
    public void write(Collection<Presale> moved, OneTrip trip) {
        trip.add(
                UPDATE,
                column(moved, Presale::screeningId),
                column(moved, Presale::status),
                column(moved, Presale::pledged),
                column(moved, Presale::seatsHeld),
                column(moved, Presale::wheelchairsHeld),
                column(moved, Presale::reachedAt),
                column(moved, Presale::cureEndsAt),
                column(moved, Presale::sequence));
    }
}
