package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.houselights.messaging.Event;
import org.houselights.messaging.OneTrip;
import org.houselights.messaging.Outbox;
import org.houselights.ticketing.order.Pledge.Outcome;
import org.houselights.ticketing.order.Pledge.Outcome.Accepted;
import org.houselights.ticketing.order.Pledge.Outcome.Failed;
import org.houselights.ticketing.order.Pledge.Outcome.PledgesOver;
import org.houselights.ticketing.order.Pledge.Outcome.Refused;
import org.houselights.ticketing.order.Pledge.Outcome.Repeated;
import org.houselights.ticketing.payment.PaymentsDue;
import org.houselights.ticketing.presale.CureSettings;
import org.houselights.ticketing.presale.DecideOnPresale;
import org.houselights.ticketing.presale.MovedPresales;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.PresaleStatus;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Decides pledges that wait together, in the order in which they came, in one transaction that holds the rows of their
 * pre-sales. A pledge that is refused leaves the others as they are; one that fails keeps no other from being taken.
 */
@Component
class TakePledges {

    private final DecideOnPresale presales;
    private final NewOrders newOrders;
    private final MovedPresales movedPresales;
    private final EarlierOrders earlierOrders;
    private final Outbox outbox;
    private final UnguessableCodes codes;
    private final CureSettings cure;
    private final ApplicationEventPublisher doorbell;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    TakePledges(
            DecideOnPresale presales,
            NewOrders newOrders,
            MovedPresales movedPresales,
            EarlierOrders earlierOrders,
            Outbox outbox,
            UnguessableCodes codes,
            CureSettings cure,
            ApplicationEventPublisher doorbell,
            JdbcTemplate jdbc,
            Clock clock) {
        this.presales = presales;
        this.newOrders = newOrders;
        this.movedPresales = movedPresales;
        this.earlierOrders = earlierOrders;
        this.outbox = outbox;
        this.codes = codes;
        this.cure = cure;
        this.doorbell = doorbell;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return what became of each, in their order */
    List<Outcome> take(List<Pledge> pledges) {
        return InHalves.decide(pledges, this::takeTogether, Failed::new);
    }

    private List<Outcome> takeTogether(List<Pledge> pledges) {
        return presales.decideTogether(() -> new Group(pledges).decide());
    }

    /** One try at a group: what it learns is forgotten if its transaction is undone. */
    private final class Group {

        private final List<Pledge> pledges;
        private final Map<UUID, Presale> locked;
        private final EarlierOrders.Found earlier;
        private final Instant now;
        private final List<Order> accepted = new ArrayList<>();
        private final Map<Presale, List<OrderFacts>> pledged = new LinkedHashMap<>();
        private final List<Event> reached = new ArrayList<>();

        private Group(List<Pledge> pledges) {
            OneTrip trip = OneTrip.plannedOnce();
            this.pledges = pledges;
            this.locked = movedPresales.lock(screenings(), trip);
            this.earlier = earlierOrders.of(pledges, trip);
            trip.make(jdbc);
            this.now = clock.instant();
        }

        private Set<UUID> screenings() {
            return pledges.stream().map(Pledge::screeningId).collect(Collectors.toSet());
        }

        private List<Outcome> decide() {
            List<Outcome> outcomes = pledges.stream().map(this::decide).toList();
            if (!accepted.isEmpty()) {
                OneTrip trip = new OneTrip();
                newOrders.write(accepted, trip);
                movedPresales.write(pledged.keySet(), trip);
                outbox.append(events(), trip);
                trip.makeAndCommit(jdbc);
            }
            return outcomes;
        }

        private Outcome decide(Pledge pledge) {
            try {
                return earlier.samePlaced(pledge)
                        .<Outcome>map(before -> new Repeated(before.answer(pledge.call())))
                        .orElseGet(() -> hold(pledge));
            } catch (ProblemException refused) {
                return new Refused(refused);
            }
        }

        private Outcome hold(Pledge pledge) {
            Presale presale = locked.get(pledge.screeningId());
            if (presale == null) {
                throw Problems.notFound("pre-sale");
            }
            if (presale.status() != PresaleStatus.OPEN) {
                return new PledgesOver();
            }
            if (earlier.hasLiveOne(pledge)) {
                throw OrderConstraints.alreadyOrdered();
            }
            Basket basket = pledge.basket();
            var threshold = presale.hold(basket.seats(), basket.amount(), now, cure);
            Order order = Order.pledge(pledge.screeningId(), pledge.buyer(), basket, pledge.card(), pledge.call(), now);
            OrderFacts facts = order.pledged(codes, now);
            pledged.computeIfAbsent(presale, _ -> new ArrayList<>()).add(facts);
            threshold.ifPresent(event -> {
                reached.add(event);
                doorbell.publishEvent(new PaymentsDue());
            });
            accepted.add(order);
            earlier.placed(pledge, order);
            return new Accepted(OrderView.of(order, facts, presale, codes));
        }

        /** A threshold comes after the pledges for its pre-sale: with the last of them it was reached. */
        private List<Event> events() {
            List<Event> events = new ArrayList<>();
            pledged.forEach((presale, orders) -> events.addAll(OrdersPledged.of(orders, presale, now)));
            events.addAll(reached);
            return events;
        }
    }
}
