package org.houselights.ticketing.order;

import static org.houselights.messaging.OneTrip.column;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.houselights.messaging.OneTrip;
import org.springframework.stereotype.Repository;

/** What has been ordered already: there is one live order for an address and screening, and a request places one order. */
@Repository
class EarlierOrders {

    private static final String QUESTION = """
            select o.screening_id, o.email_hash, o.request_key, o.id, o.status, o.request_fingerprint
            from unnest(?::uuid[], ?::text[]) as asked (screening_id, email_hash)
            cross join lateral (
                select * from orders o
                where o.screening_id = asked.screening_id and o.email_hash = asked.email_hash
                  and not (o.status = 'CANCELLED' and o.bought)
                offset 0) o""";

    /**
     * Looks for whatever the addresses of these pledges have ordered. A purchase whose card was declined counts as never placed. With its
     * {@code offset} each is looked up by itself, whatever the statistics say.
     *
     * @return filled when the trip is made
     */
    Found of(Collection<Pledge> pledges, OneTrip trip) {
        Found found = new Found();
        trip.ask(
                QUESTION,
                row -> found.add(
                        new Owner(row.getObject("screening_id", UUID.class), row.getString("email_hash")),
                        row.getString("request_key"),
                        new PlacedOrder(
                                row.getObject("id", UUID.class),
                                OrderStatus.valueOf(row.getString("status")),
                                row.getString("request_fingerprint"))),
                column(pledges, Pledge::screeningId),
                column(pledges, pledge -> pledge.buyer().emailHash()));
        return found;
    }

    /** Those that were found, and those that are placed meanwhile. */
    static final class Found {

        private final Map<Request, PlacedOrder> byRequest = new HashMap<>();
        private final Set<Owner> live = new HashSet<>();

        private Found() {}

        /** The order that this very request placed. */
        Optional<PlacedOrder> samePlaced(Pledge pledge) {
            return Optional.ofNullable(
                    byRequest.get(new Request(owner(pledge), pledge.call().key())));
        }

        boolean hasLiveOne(Pledge pledge) {
            return live.contains(owner(pledge));
        }

        void placed(Pledge pledge, Order order) {
            add(
                    owner(pledge),
                    pledge.call().key(),
                    new PlacedOrder(order.id(), order.status(), pledge.call().fingerprint()));
        }

        private void add(Owner owner, String key, PlacedOrder order) {
            byRequest.put(new Request(owner, key), order);
            if (OrderStatus.LIVE.contains(order.status())) {
                live.add(owner);
            }
        }

        private static Owner owner(Pledge pledge) {
            return new Owner(pledge.screeningId(), pledge.buyer().emailHash());
        }
    }

    private record Owner(UUID screeningId, String emailHash) {}

    private record Request(Owner owner, String key) {}
}
