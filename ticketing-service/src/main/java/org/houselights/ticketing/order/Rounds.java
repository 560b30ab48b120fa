package org.houselights.ticketing.order;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.houselights.ticketing.order.Orders.ToTicket;
import org.houselights.ticketing.presale.EndOverduePresales;
import org.houselights.ticketing.presale.WorkWaits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Goes round and does what is due: ends pre-sales, winds them up, drops who didn't pay, issues tickets.
 * Every instance goes its rounds; rows are locked, so that each piece is done once. What fails is due again next time.
 */
@Component
class Rounds implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final int AT_ONCE = 200;

    private final EndOverduePresales endOverdue;
    private final WindUpPresale windUp;
    private final DropUnpaid drop;
    private final IssueTickets issue;
    private final Orders orders;
    private final Clock clock;
    private final AtomicBoolean called = new AtomicBoolean();
    private final ExecutorService walker =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("rounds").factory());

    Rounds(
            EndOverduePresales endOverdue,
            WindUpPresale windUp,
            DropUnpaid drop,
            IssueTickets issue,
            Orders orders,
            Clock clock) {
        this.endOverdue = endOverdue;
        this.windUp = windUp;
        this.drop = drop;
        this.issue = issue;
        this.orders = orders;
        this.clock = clock;
    }

    /** However many commits leave work meanwhile, one more round finds all of it. */
    @TransactionalEventListener
    void atOnce(WorkWaits waits) {
        if (called.compareAndSet(false, true)) {
            try {
                walker.execute(this::answer);
            } catch (RejectedExecutionException e) {
                log.debug("No more rounds: the service stops");
            }
        }
    }

    private void answer() {
        called.set(false);
        go();
    }

    @Scheduled(fixedDelayString = "${houselights.order.rounds:1s}")
    void go() {
        quietly(endOverdue::end);
        quietly(this::issueTickets);
        quietly(() -> each(orders.screeningsToWindUp(AT_ONCE), this::windUpWholly));
        quietly(() -> each(orders.screeningsToDropFrom(clock.instant(), AT_ONCE), drop::drop));
    }

    private void issueTickets() {
        boolean more = true;
        while (more) {
            List<ToTicket> due = orders.toTicket(AT_ONCE);
            boolean allIssued = due.stream()
                    .collect(groupingBy(
                            ToTicket::getScreeningId, LinkedHashMap::new, mapping(ToTicket::getId, toList())))
                    .entrySet()
                    .stream()
                    .map(screening -> issue(screening.getKey(), screening.getValue()))
                    .reduce(true, Boolean::logicalAnd);
            more = allIssued && due.size() == AT_ONCE;
        }
    }

    /** @return whether every order has its tickets; what is wrong with one keeps no other from them */
    private boolean issue(UUID screeningId, List<UUID> orderIds) {
        return InHalves.decide(
                        orderIds,
                        ids -> {
                            issue.issue(screeningId, ids);
                            return Collections.nCopies(ids.size(), true);
                        },
                        failure -> {
                            log.warn("An order was left for the next round", failure);
                            return false;
                        })
                .stream()
                .allMatch(issued -> issued);
    }

    private void windUpWholly(UUID screeningId) {
        while (windUp.windUp(screeningId)) {
            // the next hundred, in a transaction of their own
        }
    }

    @Override
    public void close() {
        walker.close();
    }

    private static void each(List<UUID> ids, Consumer<UUID> work) {
        ids.forEach(id -> quietly(() -> work.accept(id)));
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("Something was left for the next round", e);
        }
    }
}
