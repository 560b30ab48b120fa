package org.houselights.screening.proposal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import org.houselights.web.Sentence;

/** What a proposal's times have to keep to. */
final class TimeRules {

    private TimeRules() {}

    static Optional<Sentence> startIsOnTheClock(Draft draft) {
        return refuseSkipped(draft.proposal().startsAt(), draft.zone());
    }

    static Optional<Sentence> startLeavesTime(Draft draft) {
        Integer agreed = draft.licence().leadTimeDays();
        int days = agreed == null ? draft.settings().leadTimeDays() : agreed;
        Instant earliest = earliestIn(days, draft);
        return Refusal.unless(
                draft.startsAt().isAfter(earliest),
                Sentence.of("rule.start.too-soon", days, VenueClock.local(earliest, draft.zone())));
    }

    static Optional<Sentence> startIsWithinReach(Draft draft) {
        Instant latest = earliestIn(draft.settings().furthestDays(), draft);
        return Refusal.unless(
                draft.startsAt().isBefore(latest),
                Sentence.of(
                        "rule.start.too-far", draft.settings().furthestDays(), VenueClock.local(latest, draft.zone())));
    }

    static Optional<Sentence> filmFits(Draft draft) {
        int runtime = draft.film().details().runtimeMinutes();
        return Refusal.unless(draft.minutes() >= runtime, Sentence.of("rule.film-fits", runtime));
    }

    static Optional<Sentence> deadlineFits(Draft draft) {
        LocalDateTime chosen = draft.proposal().deadline();
        Instant deadline = draft.deadline();
        if (deadline == null) {
            return Refusal.unless(chosen == null, Sentence.of("rule.deadline.none"));
        }
        if (chosen != null && VenueClock.skips(chosen, draft.zone())) {
            return refuseSkipped(chosen, draft.zone());
        }
        return Refusal.unless(
                deadline.isAfter(draft.now()) && deadline.isBefore(draft.startsAt()),
                Sentence.of("rule.deadline.outside", VenueClock.local(deadline, draft.zone())));
    }

    static Optional<Sentence> auditoriumIsFree(Draft draft) {
        return Refusal.unless(
                !draft.occupied(),
                Sentence.of(
                        "rule.auditorium-taken",
                        draft.auditorium().name(),
                        draft.venue().details().name(),
                        VenueClock.local(draft.startsAt(), draft.zone()),
                        VenueClock.local(draft.endsAt(), draft.zone())));
    }

    private static Optional<Sentence> refuseSkipped(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition gap = zone.getRules().getTransition(local);
        return gap == null || !gap.isGap()
                ? Optional.empty()
                : Optional.of(Sentence.of("rule.clocks-skip", zone, gap.getDateTimeBefore(), gap.getDateTimeAfter()));
    }

    private static Instant earliestIn(int days, Draft draft) {
        return ZonedDateTime.ofInstant(draft.now(), draft.zone()).plusDays(days).toInstant();
    }
}
