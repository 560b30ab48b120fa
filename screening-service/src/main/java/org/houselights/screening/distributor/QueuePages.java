package org.houselights.screening.distributor;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.houselights.screening.form.Reading;
import org.houselights.screening.proposal.ApproveScreening;
import org.houselights.screening.proposal.AskForChanges;
import org.houselights.screening.proposal.DeclineScreening;
import org.houselights.screening.proposal.InvolvedScreenings;
import org.houselights.screening.proposal.InvolvedScreenings.Involved;
import org.houselights.screening.proposal.ProposalQueue;
import org.houselights.screening.proposal.ScreeningView;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.houselights.web.Who;
import org.houselights.web.page.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Deciding: one proposal after the other, the most urgent first. */
@Controller
class QueuePages {

    /** The longest reason that a history keeps. */
    private static final int REASON = 2_000;

    private final ProposalQueue queue;
    private final InvolvedScreenings screenings;
    private final ApproveScreening approve;
    private final DeclineScreening decline;
    private final AskForChanges askForChanges;

    QueuePages(
            ProposalQueue queue,
            InvolvedScreenings screenings,
            ApproveScreening approve,
            DeclineScreening decline,
            AskForChanges askForChanges) {
        this.queue = queue;
        this.screenings = screenings;
        this.approve = approve;
        this.decline = decline;
        this.askForChanges = askForChanges;
    }

    /** What a distributor answers; the button that was pressed. */
    enum Answer {
        APPROVE,
        ASK_FOR_CHANGES,
        DECLINE
    }

    /** @param decided the proposal that was just decided, to say what became of it */
    @Allow(Who.DISTRIBUTOR)
    @GetMapping("/distributor")
    String queue(@RequestParam(required = false) @Nullable UUID decided, Caller caller, Model model) {
        UUID company = caller.companyId();
        model.addAttribute("waiting", company == null ? List.of() : queue.of(company, caller));
        model.addAttribute("counts", company == null ? Map.of() : queue.counts(company));
        model.addAttribute("decided", decided(decided, caller));
        return "distributor/queue";
    }

    @Allow(Who.DISTRIBUTOR)
    @GetMapping("/distributor/screenings/{id}")
    String screening(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID decided, Caller caller, Model model) {
        model.addAttribute("decided", decided(decided, caller));
        return page(id, null, FormErrors.NONE, caller, model);
    }

    /** Decides, and goes on to the next that waits. */
    @Allow(Who.DISTRIBUTOR)
    @PostMapping("/distributor/screenings/{id}")
    String decide(
            @PathVariable UUID id,
            @RequestParam(name = "answer", required = false) @Nullable Answer answer,
            @RequestParam(name = "revision", required = false) @Nullable Integer revision,
            @RequestParam(name = "reason", required = false) @Nullable String typed,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        distributed(id, caller);
        Reading reading = new Reading();
        String reason = reading.text("reason", typed, REASON);
        reading.require("answer", answer);
        if (answer != Answer.APPROVE) {
            reading.require("reason", reason);
        }
        if (!reading.isClean() || answer == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, typed, new FormErrors(null, reading.errors()), caller, model);
        }
        try {
            move(id, answer, revision, caller).accept(reason);
        } catch (ProblemException refusal) {
            response.setStatus(refusal.status().value());
            return page(id, typed, FormErrors.of(refusal), caller, model);
        }
        return queue.first(Objects.requireNonNull(caller.companyId()))
                .map(next -> "redirect:/distributor/screenings/%s?decided=%s".formatted(next, id))
                .orElse("redirect:/distributor?decided=" + id);
    }

    private Consumer<@Nullable String> move(UUID id, Answer answer, @Nullable Integer revision, Caller caller) {
        return switch (answer) {
            case APPROVE -> note -> approve.as(id, revision, note, caller);
            case DECLINE -> reason -> decline.as(id, Objects.requireNonNull(reason), caller);
            case ASK_FOR_CHANGES -> wishes -> askForChanges.as(id, Objects.requireNonNull(wishes), caller);
        };
    }

    private Involved distributed(UUID id, Caller caller) {
        Involved involved = screenings.show(id, caller);
        if (!caller.isOf(involved.screening().film().distributor().id())) {
            throw Problems.forbidden(Sentence.of("only.distributor"));
        }
        return involved;
    }

    private @Nullable ScreeningView decided(@Nullable UUID id, Caller caller) {
        return id == null ? null : distributed(id, caller).screening();
    }

    private String page(UUID id, @Nullable String reason, FormErrors errors, Caller caller, Model model) {
        Involved involved = distributed(id, caller);
        ScreeningView screening = involved.screening();
        List<ScreeningView> waiting = queue.of(screening.film().distributor().id(), caller);
        model.addAttribute("involved", involved);
        model.addAttribute("screening", screening);
        model.addAttribute("around", queue.around(screening, caller));
        model.addAttribute("known", queue.isHostKnown(screening));
        model.addAttribute("waiting", waiting.size());
        model.addAttribute(
                "next",
                waiting.stream()
                        .map(ScreeningView::id)
                        .filter(other -> !other.equals(id))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("reason", reason);
        model.addAttribute("errors", errors);
        return "distributor/screening";
    }
}
