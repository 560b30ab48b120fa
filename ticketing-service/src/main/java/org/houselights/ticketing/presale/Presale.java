package org.houselights.ticketing.presale;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.houselights.ticketing.presale.PresaleEvent.PresaleCancelled;
import org.houselights.ticketing.presale.PresaleEvent.PresaleClosed;
import org.houselights.ticketing.presale.PresaleEvent.PresaleMissed;
import org.houselights.ticketing.presale.PresaleEvent.PresaleOpened;
import org.houselights.ticketing.presale.PresaleEvent.PresaleSecured;
import org.houselights.ticketing.presale.PresaleEvent.PresaleShort;
import org.houselights.ticketing.presale.PresaleEvent.ThresholdReached;
import org.houselights.web.Money;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * The pre-sale of one screening. It opens with the screening, takes pledges until the threshold is reached, then collects
 * the money, and ends secured, missed or cancelled. Money counts, not heads: the goal is the threshold in tickets at
 * full price, and an order counts by what it pays.
 *
 * <p>Whoever calls a method that changes something holds the row's lock; see {@link Presales#lock}.
 */
@Entity
@DynamicUpdate // of counters mostly, and the snapshot is most of the row
@SuppressWarnings("UnusedVariable") // columns that only queries read
public class Presale {

    @Id
    private UUID screeningId;

    @Enumerated(EnumType.STRING)
    private PresaleStatus status;

    private String screening;
    private long screeningSequence;
    private UUID hostId;
    private String currency;
    private long price;
    private @Nullable Long concessionPrice;
    private @Nullable Long payFloor;
    private int capacity;
    private int wheelchairPlaces;
    private @Nullable Integer threshold;
    private long goal;
    private long pledged;
    private long collected;
    private int seatsHeld;
    private int seatsSold;
    private int wheelchairsHeld;
    private int wheelchairsSold;
    private Instant startsAt;
    private @Nullable Instant deadline;
    private Instant openedAt;
    private @Nullable Instant reachedAt;

    @Column(name = "cure_ends_at")
    private @Nullable Instant cureEndsAt;

    private boolean confirmed;
    private boolean windingUp;
    private long sequence;

    /** Read from the snapshot when it is first asked for: hundreds of orders are answered with it. */
    @Transient
    private @Nullable Show show;

    /** For the database. */
    @SuppressWarnings("NullAway.Init")
    protected Presale() {}

    @SuppressWarnings("NullAway.Init") // filled by retell
    private Presale(UUID screeningId, PresaleStatus status, Instant now) {
        this.screeningId = screeningId;
        this.status = status;
        this.openedAt = now;
    }

    /** As {@link MovedPresales} reads it, where JPA would look at all of it again and again. */
    @SuppressWarnings("NullAway") // the columns that may be null are those of the fields
    static Presale read(ResultSet row) throws SQLException {
        Presale presale = new Presale();
        presale.screeningId = row.getObject("screening_id", UUID.class);
        presale.status = PresaleStatus.valueOf(row.getString("status"));
        presale.screening = row.getString("screening");
        presale.screeningSequence = row.getLong("screening_sequence");
        presale.hostId = row.getObject("host_id", UUID.class);
        presale.currency = row.getString("currency");
        presale.price = row.getLong("price");
        presale.concessionPrice = row.getObject("concession_price", Long.class);
        presale.payFloor = row.getObject("pay_floor", Long.class);
        presale.capacity = row.getInt("capacity");
        presale.wheelchairPlaces = row.getInt("wheelchair_places");
        presale.threshold = row.getObject("threshold", Integer.class);
        presale.goal = row.getLong("goal");
        presale.pledged = row.getLong("pledged");
        presale.collected = row.getLong("collected");
        presale.seatsHeld = row.getInt("seats_held");
        presale.seatsSold = row.getInt("seats_sold");
        presale.wheelchairsHeld = row.getInt("wheelchairs_held");
        presale.wheelchairsSold = row.getInt("wheelchairs_sold");
        presale.startsAt = instant(row, "starts_at");
        presale.deadline = instant(row, "deadline");
        presale.openedAt = instant(row, "opened_at");
        presale.reachedAt = instant(row, "reached_at");
        presale.cureEndsAt = instant(row, "cure_ends_at");
        presale.confirmed = row.getBoolean("confirmed");
        presale.windingUp = row.getBoolean("winding_up");
        presale.sequence = row.getLong("sequence");
        return presale;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** A pre-sale for a screening with a threshold is open; one without is secured from the start. */
    static Presale open(UUID screeningId, String screening, Terms terms, long screeningSequence, Instant now) {
        Presale presale =
                new Presale(screeningId, terms.threshold() == null ? PresaleStatus.SECURED : PresaleStatus.OPEN, now);
        presale.confirmed = terms.threshold() == null;
        presale.retell(screening, terms, screeningSequence);
        return presale;
    }

    PresaleOpened opened(Instant now) {
        return new PresaleOpened(news(now));
    }

    private void retell(String told, Terms terms, long toldSequence) {
        snapshot(told, toldSequence);
        hostId = terms.host().id();
        currency = terms.price().currency().getCurrencyCode();
        price = terms.price().minorUnits();
        concessionPrice = minorUnits(terms.concessionPrice());
        payFloor = minorUnits(terms.payWhatYouCanFloor());
        capacity = terms.capacity();
        wheelchairPlaces = terms.wheelchairPlaces();
        threshold = terms.threshold();
        goal = threshold == null ? 0 : Math.multiplyExact(price, threshold);
        startsAt = terms.startsAt();
        deadline = terms.deadline();
    }

    private static @Nullable Long minorUnits(@Nullable Money money) {
        return money == null ? null : money.minorUnits();
    }

    /** What the screening's service tells later changes the snapshot that is passed on, never the frozen terms. */
    void tell(String told, long toldSequence) {
        if (toldSequence > screeningSequence) {
            snapshot(told, toldSequence);
        }
    }

    private void snapshot(String told, long toldSequence) {
        screening = told;
        screeningSequence = toldSequence;
        show = null;
    }

    /**
     * Takes places and promises money for them.
     *
     * @return the threshold is reached by this promise
     * @throws org.houselights.web.ProblemException 409 when nothing is sold any more or not enough places are left
     */
    public Optional<ThresholdReached> hold(Seats seats, Money amount, Instant now, CureSettings cure) {
        requireSelling(now);
        requireRoom(seats);
        seatsHeld += seats.house();
        wheelchairsHeld += seats.wheelchairs();
        pledged = Math.addExact(pledged, amount.minorUnits());
        return reach(now, cure);
    }

    /** Whether somebody may pledge or buy now, as long as there are places. */
    boolean sells(Instant now) {
        boolean late = status == PresaleStatus.OPEN && deadline != null && !now.isBefore(deadline);
        return status.sells() && !late && now.isBefore(startsAt);
    }

    private void requireSelling(Instant now) {
        if (!sells(now)) {
            throw Problems.conflict("sale-over", Sentence.of("sale-over"));
        }
    }

    private void requireRoom(Seats seats) {
        int left = capacity - seatsHeld - seatsSold;
        if (seats.house() > left) {
            throw PresaleConstraints.soldOut(Sentence.of("sold-out.left", left));
        }
        if (seats.wheelchairs() > wheelchairPlaces - wheelchairsHeld - wheelchairsSold) {
            throw PresaleConstraints.wheelchairPlacesTaken();
        }
    }

    private Optional<ThresholdReached> reach(Instant now, CureSettings cure) {
        if (status != PresaleStatus.OPEN || pledged < goal) {
            return Optional.empty();
        }
        become(PresaleStatus.COLLECTING);
        reachedAt = now;
        cureEndsAt = cure.endFor(now, deadline);
        return Optional.of(new ThresholdReached(news(now)));
    }

    /** An order changed before it was charged: other places, other money. */
    public Optional<ThresholdReached> exchange(
            Seats given, Money givenAmount, Seats taken, Money takenAmount, Instant now, CureSettings cure) {
        letGo(given, givenAmount);
        return hold(taken, takenAmount, now, cure);
    }

    /** Held places were paid for. @return the money collected reaches the goal by this payment */
    public Optional<PresaleSecured> collect(Seats seats, Money amount, Instant now) {
        seatsHeld -= seats.house();
        wheelchairsHeld -= seats.wheelchairs();
        seatsSold += seats.house();
        wheelchairsSold += seats.wheelchairs();
        collected = Math.addExact(collected, amount.minorUnits());
        if (status != PresaleStatus.COLLECTING || collected < goal) {
            return Optional.empty();
        }
        become(PresaleStatus.SECURED);
        return Optional.of(new PresaleSecured(news(now)));
    }

    /** Held places are free again. */
    public void letGo(Seats seats, Money amount) {
        seatsHeld -= seats.house();
        wheelchairsHeld -= seats.wheelchairs();
        pledged -= amount.minorUnits();
    }

    /** Sold places are free again, because their money goes back. */
    public void giveBack(Seats seats, Money amount) {
        seatsSold -= seats.house();
        wheelchairsSold -= seats.wheelchairs();
        pledged -= amount.minorUnits();
        collected -= amount.minorUnits();
    }

    Optional<PresaleMissed> endAtDeadline(Instant now) {
        if (status != PresaleStatus.OPEN || deadline == null || now.isBefore(deadline)) {
            return Optional.empty();
        }
        become(PresaleStatus.MISSED);
        return Optional.of(new PresaleMissed(news(now)));
    }

    Optional<PresaleShort> endCure(Instant now) {
        if (status != PresaleStatus.COLLECTING || cureEndsAt == null || now.isBefore(cureEndsAt)) {
            return Optional.empty();
        }
        become(PresaleStatus.SHORT);
        return Optional.of(new PresaleShort(news(now)));
    }

    /** Everyone has their money back, as far as the provider gives it. */
    public PresaleMissed refunded(Instant now) {
        become(PresaleStatus.MISSED);
        return new PresaleMissed(news(now));
    }

    Optional<PresaleCancelled> cancel(Instant now) {
        if (!status.mayBecome(PresaleStatus.CANCELLED)) {
            return Optional.empty();
        }
        become(PresaleStatus.CANCELLED);
        return Optional.of(new PresaleCancelled(news(now)));
    }

    /** The screening takes place for certain: tickets may be given out. @return whether that was news */
    boolean confirm() {
        boolean news = status == PresaleStatus.SECURED && !confirmed;
        confirmed |= news;
        return news;
    }

    Optional<PresaleClosed> close(Instant now) {
        if (!status.mayBecome(PresaleStatus.CLOSED)) {
            return Optional.empty();
        }
        become(PresaleStatus.CLOSED);
        // A show that took place was certain, also where that news comes late.
        confirmed = true;
        return Optional.of(new PresaleClosed(news(now)));
    }

    private void become(PresaleStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("a pre-sale that is %s never becomes %s".formatted(status, next));
        }
        status = next;
        windingUp = next == PresaleStatus.MISSED || next == PresaleStatus.SHORT || next == PresaleStatus.CANCELLED;
    }

    /** Every order has ended as well. */
    public void woundUp() {
        windingUp = false;
    }

    private PresaleEvent.News news(Instant now) {
        sequence++;
        return new PresaleEvent.News(screeningId, sequence, now, screening, facts());
    }

    /** What every event of this pre-sale and of its orders tells of it. */
    public PresaleFacts facts() {
        return new PresaleFacts(
                status,
                money(goal),
                money(pledged),
                money(collected),
                threshold,
                capacity,
                seatsHeld + seatsSold,
                wheelchairPlaces,
                wheelchairsHeld + wheelchairsSold,
                deadline,
                reachedAt,
                cureEndsAt);
    }

    private Money money(long minorUnits) {
        return new Money(minorUnits, Currency.getInstance(currency));
    }

    public UUID screeningId() {
        return screeningId;
    }

    public UUID hostId() {
        return hostId;
    }

    public PresaleStatus status() {
        return status;
    }

    long pledged() {
        return pledged;
    }

    int seatsHeld() {
        return seatsHeld;
    }

    int wheelchairsHeld() {
        return wheelchairsHeld;
    }

    @Nullable
    Instant reachedAt() {
        return reachedAt;
    }

    @Nullable
    Instant cureEndsAt() {
        return cureEndsAt;
    }

    long sequence() {
        return sequence;
    }

    /** The screening's snapshot as JSON, for our own services: it has people's mail addresses. */
    public String screening() {
        return screening;
    }

    /** What everybody may know of it. */
    public Show show() {
        if (show == null) {
            show = Show.of(screening);
        }
        return show;
    }

    public boolean ticketsMayBeIssued() {
        return confirmed && status.succeeded();
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Prices prices() {
        return new Prices(
                money(price),
                concessionPrice == null ? null : money(concessionPrice),
                payFloor == null ? null : money(payFloor));
    }
}
