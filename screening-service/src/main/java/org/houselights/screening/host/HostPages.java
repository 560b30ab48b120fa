package org.houselights.screening.host;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.houselights.screening.catalogue.Catalogue;
import org.houselights.screening.form.Reading;
import org.houselights.screening.progress.Progresses;
import org.houselights.screening.proposal.CancelScreening;
import org.houselights.screening.proposal.InvolvedScreenings;
import org.houselights.screening.proposal.InvolvedScreenings.Involved;
import org.houselights.screening.proposal.ScreeningStatus;
import org.houselights.screening.proposal.ScreeningView;
import org.houselights.screening.proposal.WithdrawScreening;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.Paging;
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

/** What a host has going on, and each screening of it with what can be done. */
@Controller
class HostPages {

    private static final int LIVE = Paging.LARGEST;

    /** The longest reason that a history keeps. */
    private static final int REASON = 2_000;

    private final InvolvedScreenings screenings;
    private final Drafts drafts;
    private final Catalogue catalogue;
    private final WithdrawScreening withdraw;
    private final CancelScreening cancel;
    private final Progresses progresses;

    HostPages(
            InvolvedScreenings screenings,
            Drafts drafts,
            Catalogue catalogue,
            WithdrawScreening withdraw,
            CancelScreening cancel,
            Progresses progresses) {
        this.screenings = screenings;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.withdraw = withdraw;
        this.cancel = cancel;
        this.progresses = progresses;
    }

    /**
     * A draft in a list.
     *
     * @param film its title, where one is chosen
     * @param venue its name, where one is chosen
     */
    record DraftCard(
            UUID id, @Nullable String film, @Nullable String venue) {}

    @Allow(Who.SIGNED_IN)
    @GetMapping("/host")
    String desk(@RequestParam(defaultValue = "0") int page, Caller caller, Model model) {
        model.addAttribute("drafts", cards(drafts.of(caller)));
        List<ScreeningView> live =
                screenings.liveOf(caller, new Paging(0, LIVE)).items();
        model.addAttribute("live", live);
        model.addAttribute(
                "progress", progresses.of(live.stream().map(ScreeningView::id).toList()));
        model.addAttribute("over", screenings.overOf(caller, new Paging(page, Paging.USUAL)));
        return "host/desk";
    }

    private List<DraftCard> cards(List<Drafts.Kept> kept) {
        record Chosen(UUID draft, Optional<UUID> film, Optional<UUID> auditorium) {}
        Reading ids = new Reading();
        List<Chosen> chosen = kept.stream()
                .map(draft -> new Chosen(
                        draft.id(),
                        Optional.ofNullable(ids.id("filmId", draft.form().filmId())),
                        Optional.ofNullable(ids.id("auditoriumId", draft.form().auditoriumId()))))
                .toList();
        Map<UUID, String> titles = catalogue.titles(
                chosen.stream().flatMap(draft -> draft.film().stream()).toList());
        Map<UUID, String> venues = catalogue.venueNames(
                chosen.stream().flatMap(draft -> draft.auditorium().stream()).toList());
        return chosen.stream()
                .map(draft -> new DraftCard(
                        draft.draft(),
                        draft.film().map(titles::get).orElse(null),
                        draft.auditorium().map(venues::get).orElse(null)))
                .toList();
    }

    @Allow(Who.SIGNED_IN)
    @GetMapping("/host/screenings/{id}")
    String screening(@PathVariable UUID id, Caller caller, Model model) {
        return page(hosted(id, caller), null, FormErrors.NONE, model);
    }

    @Allow(Who.SIGNED_IN)
    @PostMapping("/host/screenings/{id}/withdraw")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        return move(id, reason, false, why -> withdraw.as(id, why, caller), caller, model, response);
    }

    @Allow(Who.SIGNED_IN)
    @PostMapping("/host/screenings/{id}/cancel")
    String cancel(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        return move(
                id, reason, true, why -> cancel.as(id, Objects.requireNonNull(why), caller), caller, model, response);
    }

    private String move(
            UUID id,
            @Nullable String typed,
            boolean reasonNeeded,
            Consumer<@Nullable String> move,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        hosted(id, caller);
        Reading reading = new Reading();
        String reason = reading.text("reason", typed, REASON);
        if (reasonNeeded) {
            reading.require("reason", reason);
        }
        if (!reading.isClean()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(hosted(id, caller), typed, new FormErrors(null, reading.errors()), model);
        }
        try {
            move.accept(reason);
        } catch (ProblemException refusal) {
            response.setStatus(refusal.status().value());
            return page(hosted(id, caller), typed, FormErrors.of(refusal), model);
        }
        return "redirect:/host/screenings/" + id;
    }

    private Involved hosted(UUID id, Caller caller) {
        Involved involved = screenings.show(id, caller);
        if (!involved.screening().host().id().equals(caller.personId())) {
            throw Problems.forbidden(Sentence.of("only.host-sees"));
        }
        return involved;
    }

    private String page(Involved involved, @Nullable String reason, FormErrors errors, Model model) {
        model.addAttribute("involved", involved);
        model.addAttribute("screening", involved.screening());
        model.addAttribute(
                "public", ScreeningStatus.isPublic(involved.screening().status()));
        model.addAttribute("sold", !neverWasOnSale(involved.screening()));
        model.addAttribute("reason", reason);
        model.addAttribute("errors", errors);
        return "host/screening";
    }

    /** A pre-sale that has yet to open will in a moment; one of a screening that was cancelled first never does. */
    private boolean neverWasOnSale(ScreeningView screening) {
        return screening.status() == ScreeningStatus.CANCELLED
                && progresses.of(screening.id()).isEmpty();
    }
}
