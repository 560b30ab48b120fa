package org.houselights.ticketing.order;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All orders. */
interface Orders extends Repository<Order, UUID> {

    /** For what decides nothing: an order that is read first and locked later keeps what was read. */
    Optional<Order> findById(UUID id);

    @Query("select o.screeningId from Order o where o.id = :id")
    Optional<UUID> screeningOf(UUID id);

    /** The order that a request has placed. A purchase whose card was declined counts as never placed. */
    @Query("select new org.houselights.ticketing.order.PlacedOrder(o.id, o.status, o.requestFingerprint) from Order o"
            + " where o.screeningId = :screeningId and o.emailHash = :emailHash and o.requestKey = :requestKey"
            + " and not (o.status = CANCELLED and o.bought)")
    Optional<PlacedOrder> placedBefore(UUID screeningId, String emailHash, String requestKey);

    boolean existsByScreeningIdAndEmailHashAndStatusIn(
            UUID screeningId, String emailHash, Collection<OrderStatus> statuses);

    Page<Order> findByScreeningIdOrderByPlacedAtAscIdAsc(UUID screeningId, Pageable page);

    /** The order, with its row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Order o where o.id = :id")
    Optional<Order> lock(UUID id);

    /** Likewise several, in the order of their ids. */
    @Query(nativeQuery = true, value = "select * from orders where id = any (:ids) order by id for update")
    List<Order> lockAll(UUID[] ids);

    /**
     * Orders whose charge has to go on, or may be tried again, locked, with their pre-sales kept from ending meanwhile. The
     * pre-sale is locked first, as everywhere.
     */
    @Query(nativeQuery = true, value = """
            select o.* from orders o join presale p on p.screening_id = o.screening_id
            where o.status in ('CHARGING', 'PAYMENT_FAILED') and o.due_at <= :now
              and (o.status = 'CHARGING' or p.status in ('COLLECTING', 'SECURED'))
            order by o.due_at limit :atMost
            for share of p for update of o skip locked""")
    List<Order> lockToChargeAgain(Instant now, int atMost);

    /**
     * Pledges whose charge may begin, likewise locked: those of the pre-sale that began to collect first, in the order in which
     * they were made. Each row is looked for where the one before it was found, so that thousands cost no more than one by one.
     */
    @Query(nativeQuery = true, value = """
            select o.* from (
                select screening_id from presale
                where awaits_money and status in ('COLLECTING', 'SECURED')
                  and exists (select from orders where orders.screening_id = presale.screening_id and orders.status = 'PLEDGED')
                order by reached_at, screening_id for share) p
            cross join lateral (
                select * from orders where screening_id = p.screening_id and status = 'PLEDGED'
                order by placed_at, id limit :atMost for update skip locked) o
            limit :atMost""")
    List<Order> lockPledged(int atMost);

    @Query("select o.id from Order o where o.screeningId = :screeningId and o.status in :statuses order by o.id")
    List<UUID> idsIn(UUID screeningId, Collection<OrderStatus> statuses, Pageable page);

    /** These orders of a screening, with their rows locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Order o where o.screeningId = :screeningId and o.status in :statuses order by o.id")
    List<Order> lockAll(UUID screeningId, Collection<OrderStatus> statuses);

    long countByScreeningIdAndStatusIn(UUID screeningId, Collection<OrderStatus> statuses);

    boolean existsByScreeningIdAndStatus(UUID screeningId, OrderStatus status);

    /** Pre-sales that ended and have orders which have not. */
    @Query(nativeQuery = true, value = """
            select screening_id from presale where winding_up order by screening_id limit :atMost""")
    List<UUID> screeningsToWindUp(int atMost);

    /** Pre-sales whose cure period is over and that have orders still waiting for a better card. */
    @Query(nativeQuery = true, value = """
            select p.screening_id from presale p
            where p.awaits_money and p.status in ('SECURED', 'CLOSED') and p.cure_ends_at <= :now
              and exists (select from orders o where o.screening_id = p.screening_id and o.status = 'PAYMENT_FAILED')
            order by p.reached_at limit :atMost""")
    List<UUID> screeningsToDropFrom(Instant now, int atMost);

    /** Paid orders whose screening is certain, and so its pre-sale. */
    @Query(nativeQuery = true, value = """
            select o.id, o.screening_id as screeningId from orders o join presale p on p.screening_id = o.screening_id
            where o.status = 'PAID' and p.status in ('SECURED', 'CLOSED') and p.confirmed order by o.placed_at limit :atMost""")
    List<ToTicket> toTicket(int atMost);

    interface ToTicket {
        UUID getId();

        UUID getScreeningId();
    }
}
