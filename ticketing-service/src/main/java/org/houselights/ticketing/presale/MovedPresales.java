package org.houselights.ticketing.presale;

import static org.houselights.messaging.OneTrip.column;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.houselights.messaging.OneTrip;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pre-sales that pledges move, read and written on one trip each, however many there are. What is written is all that {@link Presale#hold}
 * changes: the counters, and what turns with the threshold.
 */
@Repository
public class MovedPresales {

    private static final String LOCK =
            "select * from presale where screening_id = any (?::uuid[]) order by screening_id for update";

    private static final String UPDATE = """
            update presale p set status = moved.status, pledged = moved.pledged, seats_held = moved.seats_held,
                wheelchairs_held = moved.wheelchairs_held, reached_at = moved.reached_at, cure_ends_at = moved.cure_ends_at,
                sequence = moved.sequence
            from unnest(?::uuid[], ?::text[], ?::bigint[], ?::int[], ?::int[], ?::timestamptz[], ?::timestamptz[], ?::bigint[])
                as moved (screening_id, status, pledged, seats_held, wheelchairs_held, reached_at, cure_ends_at, sequence)
            where p.screening_id = moved.screening_id""";

    /**
     * Those of these that there are, locked until the transaction ends, in the order of their ids, so that nobody waits in a circle.
     *
     * @return filled when the trip is made
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, Presale> lock(Collection<UUID> screeningIds, OneTrip trip) {
        Map<UUID, Presale> locked = new HashMap<>();
        trip.ask(
                LOCK,
                row -> {
                    Presale presale = Presale.read(row);
                    locked.put(presale.screeningId(), presale);
                },
                (Object) column(screeningIds, UUID::toString));
        return locked;
    }

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
