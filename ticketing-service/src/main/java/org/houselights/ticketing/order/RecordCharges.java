package org.houselights.ticketing.order;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.houselights.messaging.Event;
import org.houselights.messaging.Outbox;
import org.houselights.ticketing.payment.ChargeOutcome;
import org.houselights.ticketing.payment.PaymentsDue;
import org.houselights.ticketing.presale.DecideOnPresale;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.WorkWaits;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Records what became of charges, those of one pre-sale in one transaction that holds its row. Money that arrives after the
 * pre-sale ended goes back. One that can't be recorded keeps no other from it.
 */
@Component
class RecordCharges {

    private final DecideOnPresale presales;
    private final Orders orders;
    private final Charges charges;
    private final Refunds refunds;
    private final CardsToForget cards;
    private final Outbox outbox;
    private final UnguessableCodes codes;
    private final OrderSettings settings;
    private final ApplicationEventPublisher doorbell;
    private final Clock clock;

    RecordCharges(
            DecideOnPresale presales,
            Orders orders,
            Charges charges,
            Refunds refunds,
            CardsToForget cards,
            Outbox outbox,
            UnguessableCodes codes,
            OrderSettings settings,
            ApplicationEventPublisher doorbell,
            Clock clock) {
        this.presales = presales;
        this.orders = orders;
        this.charges = charges;
        this.refunds = refunds;
        this.cards = cards;
        this.outbox = outbox;
        this.codes = codes;
        this.settings = settings;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    /** @return what kept each of them from being recorded, in their order */
    List<Optional<RuntimeException>> record(List<ChargeMade> made) {
        Map<ChargeMade, Optional<RuntimeException>> failures = new HashMap<>();
        made.stream().collect(groupingBy(ChargeMade::screeningId)).values().forEach(together -> {
            List<Optional<RuntimeException>> answers = InHalves.decide(together, this::recordTogether, Optional::of);
            IntStream.range(0, together.size()).forEach(i -> failures.put(together.get(i), answers.get(i)));
        });
        return made.stream().map(failures::get).toList();
    }

    private List<Optional<RuntimeException>> recordTogether(List<ChargeMade> made) {
        presales.carryOut(made.getFirst().screeningId(), presale -> new Group(presale, made).record());
        return Collections.nCopies(made.size(), Optional.empty());
    }

    /** One try at a group: what it learns is forgotten if its transaction is undone. */
    private final class Group {

        private final Presale presale;
        private final List<ChargeMade> made;
        private final Map<UUID, Order> ordersById;
        private final Instant now = clock.instant();
        private final List<ChargeMade> decided = new ArrayList<>();
        private final List<String> doneWith = new ArrayList<>();
        private final List<Event> events = new ArrayList<>();
        private final List<UUID> refundsDue = new ArrayList<>();
        private boolean ticketsDue;

        private Group(Presale presale, List<ChargeMade> made) {
            this.presale = presale;
            this.made = made;
            this.ordersById = orders
                    .lockAll(made.stream().map(ChargeMade::orderId).toArray(UUID[]::new))
                    .stream()
                    .collect(Collectors.toMap(Order::id, identity()));
        }

        private void record() {
            made.forEach(this::record);
            charges.decided(decided, now);
            cards.addAll(doneWith, now);
            outbox.append(events);
            refundsDue.forEach(order -> refunds.intend(order, now));
            if (!refundsDue.isEmpty()) {
                doorbell.publishEvent(new PaymentsDue());
            }
            if (ticketsDue) {
                doorbell.publishEvent(new WorkWaits());
            }
        }

        private void record(ChargeMade charge) {
            Order order = ordersById.get(charge.orderId());
            if (order == null || !order.isBeingCharged(charge.attempt())) {
                return;
            }
            switch (charge.outcome()) {
                case ChargeOutcome.Succeeded _ -> {
                    decided.add(charge);
                    succeed(order);
                }
                case ChargeOutcome.Declined declined -> {
                    decided.add(charge);
                    decline(order, declined);
                }
                case ChargeOutcome.Unknown _ -> order.askAgain(now.plus(settings.askAgainAfter()));
            }
        }

        private void succeed(Order order) {
            isDoneWith(order.card());
            if (presale.status().collects()) {
                var secured = presale.collect(order.places(), order.amount(), now);
                events.add(order.pay(presale, codes, now));
                secured.ifPresent(events::add);
                ticketsDue |= presale.ticketsMayBeIssued();
            } else {
                presale.letGo(order.places(), order.amount());
                order.startRefund(now);
                refundsDue.add(order.id());
            }
        }

        private void decline(Order order, ChargeOutcome.Declined declined) {
            if (presale.status().collects() && !order.wasBought()) {
                Instant retryAt = declined.needsAction()
                        ? null
                        : order.nextPause(settings.retryAfter()).map(now::plus).orElse(null);
                events.add(order.fail(declined.reason(), retryAt, presale, codes, now));
            } else {
                presale.letGo(order.places(), order.amount());
                isDoneWith(order.card());
                events.add(
                        presale.status().collects()
                                ? order.declinePurchase(declined.reason(), presale, codes, now)
                                : order.release(presale, codes, now));
            }
        }

        private void isDoneWith(@Nullable String card) {
            if (card != null) {
                doneWith.add(card);
            }
        }
    }
}
