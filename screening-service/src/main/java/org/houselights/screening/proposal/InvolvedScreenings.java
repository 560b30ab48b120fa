package org.houselights.screening.proposal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.houselights.screening.proposal.Decisions.PastMove;
import org.houselights.web.Caller;
import org.houselights.web.PageOf;
import org.houselights.web.Paging;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Screenings as those see them who have a part in them: hosts, the distributors of the films, operators. */
@Component
public class InvolvedScreenings {

    /** Where somebody still has to do something or to wait for something. */
    private static final Set<ScreeningStatus> LIVE = EnumSet.of(
            ScreeningStatus.PROPOSED,
            ScreeningStatus.CHANGES_REQUESTED,
            ScreeningStatus.ON_SALE,
            ScreeningStatus.CONFIRMED);

    private final Screenings screenings;
    private final Decisions decisions;

    InvolvedScreenings(Screenings screenings, Decisions decisions) {
        this.screenings = screenings;
        this.decisions = decisions;
    }

    /**
     * A screening with what can be done with it and what was.
     *
     * @param possible moves in this status, whoever may make them
     */
    public record Involved(ScreeningView screening, Set<Move> possible, List<PastMove> history) {

        public Involved {
            possible = Set.copyOf(possible);
            history = List.copyOf(history);
        }

        public boolean can(Move move) {
            return possible.contains(move);
        }
    }

    /** One that the caller has a part in; it doesn't exist for others, unless it went on sale. */
    public Involved show(UUID id, Caller caller) {
        Screening screening = screenings.show(id, caller);
        if (!screening.isOpenTo(caller)) {
            throw Problems.forbidden(Sentence.of("only.involved"));
        }
        EnumSet<Move> possible = EnumSet.allOf(Move.class);
        possible.removeIf(move -> !screening.can(move));
        return new Involved(ScreeningView.of(screening, caller), possible, decisions.of(id));
    }

    /** What the host still has to do with, the nearest show first. */
    public PageOf<ScreeningView> liveOf(Caller host, Paging paging) {
        return page(
                screenings.findByHostIdAndStatusInOrderByStartsAtAscIdAsc(host.personId(), LIVE, request(paging)),
                paging,
                host);
    }

    /** What is over for the host, the latest show first. */
    public PageOf<ScreeningView> overOf(Caller host, Paging paging) {
        return page(
                screenings.findByHostIdAndStatusInOrderByStartsAtDescIdDesc(
                        host.personId(), EnumSet.complementOf(EnumSet.copyOf(LIVE)), request(paging)),
                paging,
                host);
    }

    private static PageRequest request(Paging paging) {
        return PageRequest.of(paging.page(), paging.size());
    }

    private static PageOf<ScreeningView> page(Page<Screening> page, Paging paging, Caller caller) {
        return PageOf.of(page.getContent(), paging, page.getTotalElements())
                .map(screening -> ScreeningView.of(screening, caller));
    }
}
