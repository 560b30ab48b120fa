package org.houselights.local.audit;

import java.util.List;
import java.util.stream.Stream;

/** Sold and held seats are within the capacity, and whoever has tickets has all that were paid for. */
record Seats(Database ticketing) {

    private static final List<String> QUESTIONS = List.of("""
            with counted as (
                select screening_id,
                       coalesce(sum(seats) filter (where status in ('PLEDGED', 'CHARGING', 'PAYMENT_FAILED')), 0) as seats_held,
                       coalesce(sum(seats) filter (where status in ('PAID', 'TICKETED')), 0) as seats_sold,
                       coalesce(sum(wheelchairs) filter (where status in ('PLEDGED', 'CHARGING', 'PAYMENT_FAILED')), 0)
                           as wheelchairs_held,
                       coalesce(sum(wheelchairs) filter (where status in ('PAID', 'TICKETED')), 0) as wheelchairs_sold
                from orders group by screening_id),
            compared as (
                select screening_id, capacity, wheelchair_places,
                       array[seats_held, seats_sold, wheelchairs_held, wheelchairs_sold]::bigint[] as said,
                       coalesce((select array[c.seats_held, c.seats_sold, c.wheelchairs_held, c.wheelchairs_sold]
                                 from counted c where c.screening_id = presale.screening_id), '{0,0,0,0}')::bigint[] as made
                from presale)
            select format('The pre-sale %s counts %s seats held and %s sold, %s wheelchair places held and %s sold; '
                              || 'its orders come to %s, %s, %s and %s.',
                          screening_id, said[1], said[2], said[3], said[4], made[1], made[2], made[3], made[4])
            from compared where said <> made
            union all
            select format('The pre-sale %s has %s seats and %s wheelchair places, and its orders take %s and %s.',
                          screening_id, capacity, wheelchair_places, made[1] + made[2], made[3] + made[4])
            from compared where made[1] + made[2] > capacity or made[3] + made[4] > wheelchair_places
            """, """
            with issued as (
                select o.id, o.status, (select count(*) from ticket t where t.order_id = o.id) as tickets,
                       (select sum((line ->> 'quantity')::int) from jsonb_array_elements(o.tickets::jsonb -> 'lines') line)
                           as places
                from orders o)
            select format('The order %s is %s, for %s tickets, and has %s.', id, status, places, tickets)
            from issued
            where (status = 'TICKETED' and tickets <> places)
               or (status not in ('TICKETED', 'RELEASED', 'REFUNDING', 'REFUNDED') and tickets > 0)
            """);

    Stream<String> disagreements() {
        return ticketing.sentences(QUESTIONS);
    }
}
