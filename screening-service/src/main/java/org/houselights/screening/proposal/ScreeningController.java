package org.houselights.screening.proposal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.houselights.screening.catalogue.Territory;
import org.houselights.screening.proposal.Decisions.PastMove;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.Ids;
import org.houselights.web.PageOf;
import org.houselights.web.Paging;
import org.houselights.web.PlainText;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.houselights.web.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposing screenings and finding them. */
@Tag(name = "screenings")
@RestController
@RequestMapping("/api/screenings")
class ScreeningController {

    private final Screenings screenings;
    private final Decisions decisions;
    private final ProposeScreening propose;
    private final AssessProposal assess;

    ScreeningController(Screenings screenings, Decisions decisions, ProposeScreening propose, AssessProposal assess) {
        this.screenings = screenings;
        this.decisions = decisions;
        this.propose = propose;
        this.assess = assess;
    }

    @Operation(summary = "Proposes a screening", description = "To be safe to repeat, use PUT with an id of your own.")
    @Allow(Who.SIGNED_IN)
    @PostMapping
    ResponseEntity<ScreeningView> propose(@Valid @RequestBody Proposal proposal, Caller caller) {
        Screening screening = propose.as(Ids.next(), proposal, caller);
        return ResponseEntity.created(URI.create("/api/screenings/" + screening.id()))
                .body(ScreeningView.of(screening, caller));
    }

    @Operation(
            summary = "Proposes a screening under an id of your own, a UUID",
            description = "The same proposal again changes nothing, whatever became of the screening.")
    @Allow(Who.SIGNED_IN)
    @PutMapping("/{id}")
    ScreeningView propose(@PathVariable UUID id, @Valid @RequestBody Proposal proposal, Caller caller) {
        return ScreeningView.of(propose.as(id, proposal, caller), caller);
    }

    @Operation(
            summary = "Measures a proposal by all the rules without sending it",
            description = "Answers with every rule that it breaks and what to change, and with what it would come to.")
    @Allow(Who.SIGNED_IN)
    @PostMapping("/check")
    Assessment check(@Valid @RequestBody Proposal proposal) {
        return assess.of(proposal, Ids.next());
    }

    @Operation(
            summary = "Screenings by their start",
            description =
                    "The public sees those that went on sale; hosts, distributors and operators see theirs besides. "
                            + "from and to are moments; mine leaves those that one hosts or that are of one's company's films.")
    @Allow(Who.ANYONE)
    @GetMapping
    PageOf<ScreeningView> list(
            @RequestParam(defaultValue = "") Set<ScreeningStatus> status,
            @RequestParam(required = false) @Nullable UUID filmId,
            @RequestParam(required = false) @PlainText(max = 100, optional = true) @Nullable String city,
            @RequestParam(required = false) @Nullable Territory country,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "false") boolean mine,
            Paging paging,
            Optional<Caller> caller) {
        if (mine && caller.isEmpty()) {
            throw Problems.notSignedIn(Sentence.of("sign-in.first"));
        }
        Page<Screening> page = screenings.findAll(
                new ScreeningFilter(status, filmId, city, country, from, to, mine).seenBy(caller.orElse(null)),
                PageRequest.of(paging.page(), paging.size(), Sort.by("startsAt", "id")));
        return PageOf.of(page.getContent(), paging, page.getTotalElements())
                .map(screening -> ScreeningView.of(screening, caller.orElse(null)));
    }

    @Operation(summary = "One screening")
    @Allow(Who.ANYONE)
    @GetMapping("/{id}")
    ScreeningView one(@PathVariable UUID id, Optional<Caller> caller) {
        return ScreeningView.of(screenings.show(id, caller.orElse(null)), caller.orElse(null));
    }

    @Operation(
            summary = "What was done with a screening: who, when and why",
            description = "For its host, the film's distributor and operators.")
    @Allow(Who.SIGNED_IN)
    @GetMapping("/{id}/decisions")
    List<PastMove> decisions(@PathVariable UUID id, Caller caller) {
        if (!screenings.show(id, caller).isOpenTo(caller)) {
            throw Problems.forbidden(Sentence.of("only.involved"));
        }
        return decisions.of(id);
    }
}
