package org.houselights.ticketing.order;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.houselights.ticketing.order.OrderEvent.OrderAltered;
import org.houselights.ticketing.order.OrderEvent.OrderCancelled;
import org.houselights.ticketing.order.OrderEvent.OrderDropped;
import org.houselights.ticketing.order.OrderEvent.OrderMessaged;
import org.houselights.ticketing.order.OrderEvent.OrderPaid;
import org.houselights.ticketing.order.OrderEvent.OrderPaymentFailed;
import org.houselights.ticketing.order.OrderEvent.OrderRefunded;
import org.houselights.ticketing.order.OrderEvent.OrderReleased;
import org.houselights.ticketing.order.OrderEvent.TicketsIssued;
import org.houselights.ticketing.payment.SavedCard;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.Seats;
import org.houselights.web.IdempotentCalls.Call;
import org.houselights.web.Ids;
import org.houselights.web.Money;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * One buyer's tickets for one screening. A pledge is charged when its pre-sale collects; an order placed later is charged
 * at once. Charged, it gets its tickets when the screening is confirmed, or its money back when there is no screening.
 *
 * <p>Whoever calls a method that changes something holds the row of the pre-sale and then that of the order.
 */
@Entity
@Table(name = "orders")
@SuppressWarnings("UnusedVariable") // columns that only queries read
class Order {

    @Id
    private UUID id;

    private UUID screeningId;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    private boolean bought;
    private String name;
    private String email;
    private String emailHash;
    private String locale;

    @Convert(converter = TicketLines.class)
    @Column(name = "tickets")
    private Basket basket;

    private int seats;
    private int wheelchairs;
    private long amount;
    private String currency;
    private @Nullable String card;
    private @Nullable String cardBrand;

    @Column(name = "card_last4")
    private @Nullable String cardLast4;

    private String requestKey;
    private @Nullable String requestFingerprint;
    private int attempt;
    private int failures;
    private @Nullable String failure;
    private @Nullable Instant dueAt;
    private int linkVersion;
    private long revision;
    private Instant placedAt;
    private Instant changedAt;

    /** For the database. */
    @SuppressWarnings("NullAway.Init")
    protected Order() {}

    @SuppressWarnings("NullAway.Init") // filled by fill and take
    private Order(UUID screeningId, Buyer buyer, Call request, Instant now) {
        this.id = Ids.next();
        this.screeningId = screeningId;
        this.name = buyer.name();
        this.email = buyer.email().value();
        this.emailHash = buyer.emailHash();
        this.locale = buyer.locale();
        this.requestKey = request.key();
        this.requestFingerprint = request.fingerprint();
        this.linkVersion = 1;
        this.placedAt = now;
        this.changedAt = now;
    }

    /** A promise: its card is charged when enough others promise too. */
    static Order pledge(
            UUID screeningId, Buyer buyer, Basket basket, @Nullable SavedCard card, Call request, Instant now) {
        Order order = new Order(screeningId, buyer, request, now);
        order.status = OrderStatus.PLEDGED;
        order.fill(basket);
        order.take(card);
        return order;
    }

    /** A purchase: its card is charged right away. */
    static Order buy(
            UUID screeningId,
            Buyer buyer,
            Basket basket,
            @Nullable SavedCard card,
            Call request,
            Instant leaseEnd,
            Instant now) {
        Order order = pledge(screeningId, buyer, basket, card, request, now);
        order.bought = true;
        order.startCharging(leaseEnd, now);
        return order;
    }

    private void fill(Basket wanted) {
        basket = wanted;
        seats = wanted.seats().house();
        wheelchairs = wanted.seats().wheelchairs();
        amount = wanted.amount().minorUnits();
        currency = wanted.amount().currency().getCurrencyCode();
    }

    private void take(@Nullable SavedCard saved) {
        card = saved == null ? null : saved.reference();
        cardBrand = saved == null ? null : saved.brand();
        cardLast4 = saved == null ? null : saved.last4();
    }

    /** @return what is told of it, with others that were pledged together or by itself */
    OrderFacts pledged(UnguessableCodes codes, Instant now) {
        return change(List.of(), codes, now);
    }

    OrderAltered alter(Basket wanted, Presale presale, UnguessableCodes codes, Instant now) {
        requireUncharged();
        fill(wanted);
        return new OrderAltered(news(presale, codes, now));
    }

    OrderCancelled cancel(Presale presale, UnguessableCodes codes, Instant now) {
        requireUncharged();
        become(OrderStatus.CANCELLED);
        return new OrderCancelled(news(presale, codes, now));
    }

    void requireUncharged() {
        if (!status.isUncharged()) {
            throw Problems.conflict("order-not-changeable", Sentence.of("order-not-changeable"));
        }
    }

    /** @return the card that nothing will be charged to any more */
    Optional<String> replaceCard(SavedCard other) {
        requireUncharged();
        Optional<String> old = Optional.ofNullable(card);
        take(other);
        return old;
    }

    /** The next attempt begins, or the one whose answer was lost goes on. */
    void startCharging(Instant leaseEnd, Instant now) {
        if (status != OrderStatus.CHARGING) {
            become(OrderStatus.CHARGING);
            attempt++;
        }
        dueAt = leaseEnd;
        changedAt = now;
    }

    /** The answer was lost: it is asked for again when the time has come. */
    void askAgain(Instant at) {
        dueAt = at;
    }

    OrderPaid pay(Presale presale, UnguessableCodes codes, Instant now) {
        become(OrderStatus.PAID);
        failure = null;
        dueAt = null;
        return new OrderPaid(news(presale, codes, now));
    }

    /** @param retryAt when the same card is tried again; null if only another card helps */
    OrderPaymentFailed fail(
            String reason, @Nullable Instant retryAt, Presale presale, UnguessableCodes codes, Instant now) {
        become(OrderStatus.PAYMENT_FAILED);
        failures++;
        failure = reason;
        dueAt = retryAt;
        return new OrderPaymentFailed(news(presale, codes, now));
    }

    /** A purchase whose card was declined ends with it. */
    OrderCancelled declinePurchase(String reason, Presale presale, UnguessableCodes codes, Instant now) {
        become(OrderStatus.CANCELLED);
        failure = reason;
        dueAt = null;
        return new OrderCancelled(news(presale, codes, now));
    }

    OrderDropped drop(Presale presale, UnguessableCodes codes, Instant now) {
        become(OrderStatus.DROPPED);
        dueAt = null;
        return new OrderDropped(news(presale, codes, now));
    }

    OrderReleased release(Presale presale, UnguessableCodes codes, Instant now) {
        become(OrderStatus.RELEASED);
        dueAt = null;
        return new OrderReleased(news(presale, codes, now));
    }

    void startRefund(Instant now) {
        become(OrderStatus.REFUNDING);
        dueAt = null;
        changedAt = now;
    }

    OrderRefunded refunded(Presale presale, UnguessableCodes codes, Instant now) {
        become(OrderStatus.REFUNDED);
        return new OrderRefunded(news(presale, codes, now));
    }

    TicketsIssued ticket(List<Ticket> tickets, Presale presale, UnguessableCodes codes, Instant now) {
        become(OrderStatus.TICKETED);
        return new TicketsIssued(news(tickets, presale, codes, now));
    }

    /** The host wrote to its buyer. */
    OrderMessaged message(HostMessage message, Presale presale, UnguessableCodes codes, Instant now) {
        return new OrderMessaged(news(presale, codes, now), message);
    }

    private void become(OrderStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("an order that is %s never becomes %s".formatted(status, next));
        }
        status = next;
    }

    private OrderEvent.News news(Presale presale, UnguessableCodes codes, Instant now) {
        return news(List.of(), presale, codes, now);
    }

    private OrderEvent.News news(List<Ticket> tickets, Presale presale, UnguessableCodes codes, Instant now) {
        OrderFacts facts = change(tickets, codes, now);
        return new OrderEvent.News(screeningId, revision, now, presale.screening(), presale.facts(), facts);
    }

    private OrderFacts change(List<Ticket> tickets, UnguessableCodes codes, Instant now) {
        revision++;
        changedAt = now;
        return facts(tickets, codes);
    }

    OrderFacts facts(List<Ticket> tickets, UnguessableCodes codes) {
        return new OrderFacts(
                id,
                revision,
                status,
                name,
                email,
                locale,
                basket.lines(),
                basket.tickets(),
                amount(),
                cardBrand == null || cardLast4 == null ? null : new OrderFacts.Card(cardBrand, cardLast4),
                codes.orderLink(id, linkVersion),
                failure == null
                        ? null
                        : new OrderFacts.Failure(failure, status == OrderStatus.PAYMENT_FAILED ? dueAt : null),
                tickets.stream()
                        .map(ticket -> new OrderFacts.Issued(ticket.id(), ticket.type(), codes.ticketCode(ticket.id())))
                        .toList());
    }

    /**
     * How long to wait after the next failure before the same card is tried again; empty when it has been tried often enough.
     *
     * @param retryAfter how long after the first failure each of the retries is made
     */
    Optional<Duration> nextPause(List<Duration> retryAfter) {
        if (failures >= retryAfter.size()) {
            return Optional.empty();
        }
        Duration waited = failures == 0 ? Duration.ZERO : retryAfter.get(failures - 1);
        return Optional.of(retryAfter.get(failures).minus(waited));
    }

    boolean isBeingCharged(int expectedAttempt) {
        return status == OrderStatus.CHARGING && attempt == expectedAttempt;
    }

    UUID id() {
        return id;
    }

    UUID screeningId() {
        return screeningId;
    }

    OrderStatus status() {
        return status;
    }

    boolean wasBought() {
        return bought;
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    String emailHash() {
        return emailHash;
    }

    String locale() {
        return locale;
    }

    Seats places() {
        return new Seats(seats, wheelchairs);
    }

    Basket basket() {
        return basket;
    }

    Money amount() {
        return new Money(amount, Currency.getInstance(currency));
    }

    @Nullable
    String card() {
        return card;
    }

    @Nullable
    String cardBrand() {
        return cardBrand;
    }

    @Nullable
    String cardLast4() {
        return cardLast4;
    }

    String requestKey() {
        return requestKey;
    }

    @Nullable
    String requestFingerprint() {
        return requestFingerprint;
    }

    int attempt() {
        return attempt;
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    int linkVersion() {
        return linkVersion;
    }

    long revision() {
        return revision;
    }

    Instant placedAt() {
        return placedAt;
    }

    Instant changedAt() {
        return changedAt;
    }
}
