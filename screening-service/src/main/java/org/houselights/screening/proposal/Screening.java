package org.houselights.screening.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.houselights.screening.account.Contact;
import org.houselights.screening.catalogue.LicenceKind;
import org.houselights.screening.proposal.ScreeningEvent.ScreeningCancelled;
import org.houselights.screening.proposal.ScreeningEvent.ScreeningChangesRequested;
import org.houselights.screening.proposal.ScreeningEvent.ScreeningConfirmed;
import org.houselights.screening.proposal.ScreeningEvent.ScreeningDeclined;
import org.houselights.screening.proposal.ScreeningEvent.ScreeningHeld;
import org.houselights.screening.proposal.ScreeningEvent.ScreeningLapsed;
import org.houselights.screening.proposal.ScreeningEvent.ScreeningMissed;
import org.houselights.screening.proposal.ScreeningEvent.ScreeningOnSale;
import org.houselights.screening.proposal.ScreeningEvent.ScreeningProposed;
import org.houselights.screening.proposal.ScreeningEvent.ScreeningResubmitted;
import org.houselights.screening.proposal.ScreeningEvent.ScreeningWithdrawn;
import org.houselights.web.Caller;
import org.houselights.web.Problems;
import org.houselights.web.Role;
import org.houselights.web.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A screening's life. A host proposes it; the film's distributor approves it, declines it or asks for changes, and the
 * host changes and resubmits it or withdraws it; if neither does anything in time, it lapses. Approved, it is on sale
 * until the pre-sale has collected what it takes: then it is confirmed, otherwise missed. One that needs no threshold is
 * confirmed by the approval. It can be cancelled until it is held. While it is proposed only a resubmission changes its
 * plan; from the approval on nothing does.
 *
 * <p>Every transition returns the event that tells it. Each is written before the next, so that an event's sequence is the
 * version that the row gets by it.
 */
@Entity
class Screening {

    @Id
    private UUID id;

    @Version
    @Nullable
    private Long version;

    /** Counts the plans that the host handed in. */
    private int revision;

    @Enumerated(EnumType.STRING)
    private ScreeningStatus status;

    private UUID hostId;
    private String hostName;

    @JdbcTypeCode(SqlTypes.JSON)
    private Plan plan;

    private Instant decisionDueAt;
    private Instant proposedAt;

    // Repeated from the plan, for searches and for the rules that the database watches over.
    @Column
    private UUID filmId;

    private UUID companyId;

    @Column
    private UUID auditoriumId;

    @Column
    private String city;

    @Column
    private String country;

    private Instant startsAt;
    private Instant endsAt;
    private int capacity;

    @Nullable
    private Integer threshold;

    @SuppressWarnings("NullAway.Init")
    protected Screening() {}

    /** A new proposal; {@link #proposed} tells of it. */
    @SuppressWarnings("NullAway.Init") // keep() sets the rest
    Screening(UUID id, Plan plan, Contact host, Instant now, Duration decisionTime) {
        this.id = id;
        this.revision = 1;
        this.status = ScreeningStatus.PROPOSED;
        this.hostId = host.id();
        this.hostName = host.name();
        this.proposedAt = now;
        keep(plan);
        waitForDecision(now, decisionTime);
    }

    ScreeningEvent proposed(Act act) {
        return tell(ScreeningProposed::new, act);
    }

    ScreeningEvent askForChanges(Act act, Duration decisionTime) {
        become(Move.ASK_FOR_CHANGES);
        waitForDecision(act.at(), decisionTime);
        return tell(ScreeningChangesRequested::new, act);
    }

    ScreeningEvent resubmit(Act act, Plan changed, Duration decisionTime) {
        become(Move.RESUBMIT);
        revision++;
        keep(changed);
        waitForDecision(act.at(), decisionTime);
        return tell(ScreeningResubmitted::new, act);
    }

    ScreeningEvent approve(Act act) {
        ScreeningStatus approved = expect(Move.APPROVE);
        if (!act.at().isBefore(plan.lastMoment())) {
            throw Problems.conflict("too-late", Sentence.of("too-late"));
        }
        status = approved;
        return tell(status == ScreeningStatus.ON_SALE ? ScreeningOnSale::new : ScreeningConfirmed::new, act);
    }

    ScreeningEvent decline(Act act) {
        become(Move.DECLINE);
        return tell(ScreeningDeclined::new, act);
    }

    ScreeningEvent withdraw(Act act) {
        become(Move.WITHDRAW);
        return tell(ScreeningWithdrawn::new, act);
    }

    ScreeningEvent lapse(Act act) {
        become(Move.LAPSE);
        return tell(ScreeningLapsed::new, act);
    }

    ScreeningEvent confirm(Act act) {
        become(Move.CONFIRM);
        return tell(ScreeningConfirmed::new, act);
    }

    ScreeningEvent miss(Act act) {
        become(Move.MISS);
        return tell(ScreeningMissed::new, act);
    }

    ScreeningEvent cancel(Act act) {
        become(Move.CANCEL);
        return tell(ScreeningCancelled::new, act);
    }

    ScreeningEvent hold(Act act) {
        become(Move.HOLD);
        return tell(ScreeningHeld::new, act);
    }

    boolean can(Move move) {
        return status.after(move, licence()).isPresent();
    }

    /** What the screening becomes by a move, which must be possible. */
    ScreeningStatus expect(Move move) {
        return status.after(move, licence())
                .orElseThrow(
                        () -> Problems.conflict("not-in-this-status", Sentence.of("not-in-this-status", status, move)));
    }

    private void become(Move move) {
        status = expect(move);
    }

    private void keep(Plan newPlan) {
        plan = newPlan;
        filmId = newPlan.film().id();
        companyId = newPlan.film().companyId();
        auditoriumId = newPlan.place().auditoriumId();
        city = newPlan.place().city();
        country = newPlan.place().country().code();
        startsAt = newPlan.startsAt();
        endsAt = newPlan.endsAt();
        capacity = newPlan.proposal().capacity();
        threshold = newPlan.threshold() == null ? null : newPlan.threshold().tickets();
    }

    private void waitForDecision(Instant now, Duration decisionTime) {
        Instant due = now.plus(decisionTime);
        decisionDueAt = due.isBefore(plan.lastMoment()) ? due : plan.lastMoment();
    }

    private ScreeningEvent tell(ScreeningEvent.Type type, Act act) {
        return type.of(id, sequence(), act.at(), snapshot(act), act.decision());
    }

    /** Rows are counted from 0 and by Hibernate when it writes them; events are counted from 1. */
    private long sequence() {
        return version == null ? 1 : version + 2;
    }

    private Snapshot snapshot(Act act) {
        Plan.ShownFilm film = plan.film();
        Plan.Place place = plan.place();
        return new Snapshot(
                id,
                revision,
                status,
                new Snapshot.Film(
                        film.id(),
                        film.title(),
                        film.runtimeMinutes(),
                        new Snapshot.Distributor(film.companyId(), film.companyName(), act.distributors())),
                act.host(),
                new Snapshot.Venue(
                        place.venueId(),
                        place.venue(),
                        place.auditorium(),
                        place.address(),
                        place.city(),
                        place.country(),
                        place.timeZone()),
                startsAt,
                endsAt,
                plan.deadline(),
                decisionDueAt,
                new Snapshot.Licence(plan.licence().id(), licence()),
                plan.proposal().price(),
                plan.proposal().concessionPrice(),
                plan.proposal().payWhatYouCanFloor(),
                capacity,
                plan.wheelchairPlaces(),
                threshold);
    }

    /** Whether the caller may know of it. */
    boolean isVisibleTo(@Nullable Caller caller) {
        return ScreeningStatus.PUBLIC.contains(status) || (caller != null && isOpenTo(caller));
    }

    /** Whether the caller may see what only those involved see. */
    boolean isOpenTo(Caller caller) {
        return isHostedBy(caller) || isDistributedBy(caller) || caller.is(Role.OPERATOR);
    }

    boolean isHostedBy(Caller caller) {
        return hostId.equals(caller.personId());
    }

    boolean isDistributedBy(Caller caller) {
        return caller.is(Role.DISTRIBUTOR) && caller.isOf(companyId);
    }

    UUID id() {
        return id;
    }

    int revision() {
        return revision;
    }

    ScreeningStatus status() {
        return status;
    }

    UUID hostId() {
        return hostId;
    }

    String hostName() {
        return hostName;
    }

    UUID companyId() {
        return companyId;
    }

    Plan plan() {
        return plan;
    }

    LicenceKind licence() {
        return plan.licence().kind();
    }

    Instant decisionDueAt() {
        return decisionDueAt;
    }

    Instant proposedAt() {
        return proposedAt;
    }
}
