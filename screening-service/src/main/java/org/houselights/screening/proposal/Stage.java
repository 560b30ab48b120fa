package org.houselights.screening.proposal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import org.houselights.messaging.Outbox;
import org.houselights.screening.account.Contacts;
import org.houselights.screening.proposal.Decisions.PastMove;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where screenings are moved: gathers the circumstances of a move, and keeps its event and the record of who did it and why
 * in the transaction of the move.
 */
@Component
class Stage {

    private final Screenings screenings;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Decisions decisions;
    private final Clock clock;

    Stage(Screenings screenings, Contacts contacts, Outbox outbox, Decisions decisions, Clock clock) {
        this.screenings = screenings;
        this.contacts = contacts;
        this.outbox = outbox;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** To the microsecond, as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Screening move(
            Screening screening,
            Move move,
            @Nullable Actor by,
            @Nullable String reason,
            Function<Act, ScreeningEvent> transition) {
        Act act = tell(screening, by, reason, null, transition);
        decisions.record(screening.id(), new PastMove(move, true, by, act.at(), reason, null));
        return screening;
    }

    /** Moves what a rule covers, and approves it as somebody wished in advance. */
    Screening moveAndApprove(
            Screening screening,
            Move move,
            Actor by,
            @Nullable String reason,
            ApprovalRule rule,
            Function<Act, ScreeningEvent> transition) {
        Act act = tell(screening, by, reason, rule, transition);
        decisions.record(screening.id(), new PastMove(move, true, by, act.at(), reason, null));
        Act approval = tell(screening, rule.by(), null, rule, screening::approve);
        decisions.record(screening.id(), new PastMove(Move.APPROVE, true, rule.by(), approval.at(), null, rule.name()));
        return screening;
    }

    private Act tell(
            Screening screening,
            @Nullable Actor by,
            @Nullable String reason,
            @Nullable ApprovalRule rule,
            Function<Act, ScreeningEvent> transition) {
        Act act = new Act(
                by,
                reason,
                rule,
                now(),
                contacts.of(screening.hostId()),
                contacts.ofCompany(screening.plan().film().companyId()));
        ScreeningEvent event = transition.apply(act);
        screenings.saveAndFlush(screening);
        outbox.append(event);
        return act;
    }

    /** Keeps that something came too late to change anything. */
    void ignore(UUID screening, Move move, String why) {
        decisions.record(screening, new PastMove(move, false, null, now(), why, null));
    }
}
