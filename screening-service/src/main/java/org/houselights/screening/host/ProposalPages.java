package org.houselights.screening.host;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.houselights.screening.host.ReadProposal.Read;
import org.houselights.screening.proposal.InvolvedScreenings;
import org.houselights.screening.proposal.InvolvedScreenings.Involved;
import org.houselights.screening.proposal.Move;
import org.houselights.screening.proposal.Proposal;
import org.houselights.screening.proposal.ProposeScreening;
import org.houselights.screening.proposal.ResubmitScreening;
import org.houselights.screening.proposal.ScreeningView;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.Ids;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Proposing a screening, and changing a proposal when the distributor asks for it: the same form with the same check. */
@Controller
class ProposalPages {

    private static final String FORM = "host/propose";

    private final ReadProposal read;
    private final Drafts drafts;
    private final ProposeScreening propose;
    private final ResubmitScreening resubmit;
    private final InvolvedScreenings screenings;

    ProposalPages(
            ReadProposal read,
            Drafts drafts,
            ProposeScreening propose,
            ResubmitScreening resubmit,
            InvolvedScreenings screenings) {
        this.read = read;
        this.drafts = drafts;
        this.propose = propose;
        this.resubmit = resubmit;
        this.screenings = screenings;
    }

    /** What the host wants done with the form; the button that was pressed. */
    enum Wish {
        /** Shows what can be chosen next. */
        LOOK,
        CHECK,
        KEEP,
        SEND
    }

    /** A form that becomes the screening of a new id, or a draft that was kept. */
    @Allow(Who.SIGNED_IN)
    @GetMapping("/host/propose")
    String propose(
            @RequestParam(required = false) @Nullable UUID film,
            @RequestParam(required = false) @Nullable UUID draft,
            Caller caller,
            Model model) {
        if (draft == null) {
            return form(Ids.next(), ProposalForm.about(film), FormErrors.NONE, null, model);
        }
        Drafts.Kept kept = drafts.find(draft, caller).orElseThrow(() -> Problems.notFound("draft"));
        return form(kept.id(), kept.form(), FormErrors.NONE, null, model);
    }

    @Allow(Who.SIGNED_IN)
    @PostMapping("/host/drafts/{id}")
    String proceed(
            @PathVariable UUID id,
            @RequestParam(name = "do", defaultValue = "CHECK") Wish wish,
            @ModelAttribute ProposalForm form,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        return switch (wish) {
            case LOOK, CHECK -> form(id, form, FormErrors.NONE, null, model);
            case KEEP -> {
                if (drafts.keep(id, form, caller)) {
                    yield "redirect:/host";
                }
                ProblemException full = Problems.conflict("draft-not-kept", Sentence.of("draft-not-kept"));
                yield refused(id, form, FormErrors.of(full), null, full.status(), model, response);
            }
            case SEND -> send(id, form, caller, model, response);
        };
    }

    private String send(UUID id, ProposalForm form, Caller caller, Model model, HttpServletResponse response) {
        Read typed = read.of(form, read.choices(form));
        Proposal proposal = typed.proposal();
        if (proposal == null) {
            return unreadable(id, form, typed, null, model, response);
        }
        try {
            propose.as(id, proposal, caller);
        } catch (ProblemException refusal) {
            return refused(id, form, FormErrors.of(refusal), null, refusal.status(), model, response);
        }
        drafts.drop(id, caller);
        return "redirect:/host/screenings/" + id;
    }

    /** What it would come to, while the host is typing; what was typed is kept on the way. */
    @Allow(Who.SIGNED_IN)
    @PostMapping("/host/drafts/{id}/preview")
    String preview(@PathVariable UUID id, @ModelAttribute ProposalForm form, Caller caller, Model model) {
        model.addAttribute("preview", read.preview(form, read.choices(form), id));
        model.addAttribute("kept", form.isBegun() && drafts.keep(id, form, caller));
        return "host/preview :: preview";
    }

    @Allow(Who.SIGNED_IN)
    @PostMapping("/host/drafts/{id}/delete")
    String drop(@PathVariable UUID id, Caller caller) {
        drafts.drop(id, caller);
        return "redirect:/host";
    }

    @Allow(Who.SIGNED_IN)
    @GetMapping("/host/screenings/{id}/change")
    String change(@PathVariable UUID id, Caller caller, Model model) {
        Involved involved = changeable(id, caller);
        return form(id, ProposalForm.of(proposal(involved.screening())), FormErrors.NONE, involved, model);
    }

    @Allow(Who.SIGNED_IN)
    @PostMapping("/host/screenings/{id}/change")
    String change(
            @PathVariable UUID id,
            @RequestParam(name = "do", defaultValue = "CHECK") Wish wish,
            @ModelAttribute ProposalForm form,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        Involved involved = changeable(id, caller);
        if (wish != Wish.SEND) {
            return form(id, form, FormErrors.NONE, involved, model);
        }
        Read typed = read.of(form, read.choices(form));
        Proposal changed = typed.proposal();
        if (changed == null) {
            return unreadable(id, form, typed, involved, model, response);
        }
        try {
            resubmit.as(id, changed, caller);
        } catch (ProblemException refusal) {
            return refused(id, form, FormErrors.of(refusal), involved, refusal.status(), model, response);
        }
        return "redirect:/host/screenings/" + id;
    }

    private Involved changeable(UUID id, Caller caller) {
        Involved involved = screenings.show(id, caller);
        if (!involved.screening().host().id().equals(caller.personId())) {
            throw Problems.forbidden(Sentence.of("only.host"));
        }
        if (!involved.can(Move.RESUBMIT)) {
            throw Problems.conflict("not-in-this-status", Sentence.of("no-changes-asked"));
        }
        return involved;
    }

    private static Proposal proposal(ScreeningView screening) {
        ScreeningView.Inside inside = screening.inside();
        if (inside == null) {
            throw Problems.notFound("screening");
        }
        return inside.proposal();
    }

    private String unreadable(
            UUID id,
            ProposalForm form,
            Read typed,
            @Nullable Involved changing,
            Model model,
            HttpServletResponse response) {
        return refused(
                id,
                form,
                new FormErrors(null, typed.errors()),
                changing,
                HttpStatus.UNPROCESSABLE_CONTENT,
                model,
                response);
    }

    private String refused(
            UUID id,
            ProposalForm form,
            FormErrors errors,
            @Nullable Involved changing,
            HttpStatus status,
            Model model,
            HttpServletResponse response) {
        response.setStatus(status.value());
        return form(id, form, errors, changing, model);
    }

    /** @param changing the proposal that is to be changed; null for a new one */
    private String form(UUID id, ProposalForm form, FormErrors errors, @Nullable Involved changing, Model model) {
        ProposalChoices choices = read.choices(form);
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("choices", choices);
        model.addAttribute("errors", errors);
        model.addAttribute("changing", changing);
        model.addAttribute("address", changing == null ? "/host/drafts/" + id : "/host/screenings/" + id + "/change");
        model.addAttribute("preview", read.preview(form, choices, id));
        model.addAttribute("kept", false);
        return FORM;
    }
}
