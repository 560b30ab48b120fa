package org.houselights.screening.proposal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Optional;

/** What a proposal's times have to keep to. */
final class TimeRules {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private TimeRules() {}

    static Optional<String> startIsOnTheClock(Draft draft) {
        return refuseSkipped(draft.proposal().startsAt(), draft.zone());
    }

    static Optional<String> startLeavesTime(Draft draft) {
        Integer agreed = draft.licence().leadTimeDays();
        int days = agreed == null ? draft.settings().leadTimeDays() : agreed;
        Instant earliest = earliestIn(days, draft);
        return Refusal.unless(
                draft.startsAt().isAfter(earliest),
                "A show under this licence is proposed at least %d days ahead. Choose a start after %s."
                        .formatted(days, words(earliest, draft.zone())));
    }

    static Optional<String> startIsWithinReach(Draft draft) {
        Instant latest = earliestIn(draft.settings().furthestDays(), draft);
        return Refusal.unless(
                draft.startsAt().isBefore(latest),
                "A show is proposed at most %d days ahead. Choose a start before %s."
                        .formatted(draft.settings().furthestDays(), words(latest, draft.zone())));
    }

    static Optional<String> filmFits(Draft draft) {
        int runtime = draft.film().details().runtimeMinutes();
        return Refusal.unless(
                draft.minutes() >= runtime,
                "The film runs for %d minutes. Take the auditorium for at least as long.".formatted(runtime));
    }

    static Optional<String> deadlineFits(Draft draft) {
        LocalDateTime chosen = draft.proposal().deadline();
        Instant deadline = draft.deadline();
        if (deadline == null) {
            return Refusal.unless(chosen == null, "A screening without a threshold has no deadline. Leave it out.");
        }
        if (chosen != null && VenueClock.skips(chosen, draft.zone())) {
            return refuseSkipped(chosen, draft.zone());
        }
        return Refusal.unless(
                deadline.isAfter(draft.now()) && deadline.isBefore(draft.startsAt()),
                "The deadline, %s, must lie between now and the show. Choose another deadline or a later show."
                        .formatted(words(deadline, draft.zone())));
    }

    static Optional<String> auditoriumIsFree(Draft draft) {
        return Refusal.unless(
                !draft.occupied(),
                "%s of %s is taken by another screening between %s and %s. Choose another time or auditorium."
                        .formatted(
                                draft.auditorium().name(),
                                draft.venue().details().name(),
                                words(draft.startsAt(), draft.zone()),
                                words(draft.endsAt(), draft.zone())));
    }

    private static Optional<String> refuseSkipped(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition gap = zone.getRules().getTransition(local);
        return gap == null || !gap.isGap()
                ? Optional.empty()
                : Optional.of("Clocks in %s go from %s straight to %s. Choose a time that exists."
                        .formatted(
                                zone,
                                gap.getDateTimeBefore().format(WORDS),
                                gap.getDateTimeAfter().format(WORDS)));
    }

    private static Instant earliestIn(int days, Draft draft) {
        return ZonedDateTime.ofInstant(draft.now(), draft.zone()).plusDays(days).toInstant();
    }

    private static String words(Instant moment, ZoneId zone) {
        return VenueClock.local(moment, zone).format(WORDS);
    }
}
