package org.houselights.screening.proposal;

import java.util.List;
import org.houselights.screening.catalogue.Film;
import org.houselights.screening.catalogue.Venue;
import org.houselights.screening.catalogue.VenueDetails.Auditorium;
import org.houselights.screening.proposal.ProposalRule.Violation;
import org.houselights.web.FieldError;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What came of measuring a proposal.
 *
 * @param violations of rules, each with what to change
 * @param plan what the proposal comes to; none where something that it names doesn't exist
 */
public record Assessment(
        List<Violation> violations, @Nullable Plan plan) {

    public Assessment {
        violations = List.copyOf(violations);
    }

    static Assessment of(Draft draft) {
        return new Assessment(ProposalRule.brokenBy(draft), plan(draft));
    }

    /** How many tickets it takes, and why; none where the audience doesn't have to pay for it, or can't. */
    public @Nullable ThresholdExplanation threshold() {
        return plan == null ? null : plan.threshold();
    }

    /** @throws ProblemException that names every violation */
    Plan accepted() {
        if (violations.isEmpty() && plan != null) {
            return plan;
        }
        if (violations.stream()
                .allMatch(violation -> violation.rule().equals(ProposalRule.AUDITORIUM_IS_FREE.name()))) {
            throw auditoriumTaken();
        }
        throw Problems.unprocessable(
                "against-the-rules",
                violations.size() == 1
                        ? violations.getFirst().sentence()
                        : Sentence.of("against-the-rules", violations.size()),
                violations.stream()
                        .map(violation -> new FieldError(violation.field(), violation.sentence()))
                        .toList());
    }

    /** The one thing that only time can tell: somebody else was faster. */
    static ProblemException auditoriumTaken() {
        return Problems.conflict("auditorium-taken", Sentence.of("auditorium-taken"));
    }

    private static Plan plan(Draft draft) {
        Film film = draft.film();
        Venue venue = draft.venue();
        Auditorium auditorium = draft.auditorium();
        return new Plan(
                draft.proposal(),
                new Plan.ShownFilm(
                        film.id(),
                        film.details().title(),
                        film.details().runtimeMinutes(),
                        film.details().companyId(),
                        film.companyName()),
                new Plan.Place(
                        venue.id(),
                        venue.details().name(),
                        auditorium.id(),
                        auditorium.name(),
                        venue.details().address(),
                        venue.details().city(),
                        venue.details().region(),
                        venue.details().country(),
                        venue.details().timeZone(),
                        venue.details().access()),
                draft.licence(),
                draft.startsAt(),
                draft.endsAt(),
                draft.deadline(),
                draft.wheelchairPlaces(),
                draft.threshold().orElse(null));
    }
}
