package org.houselights.ticketing.dashboard;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import java.util.List;
import java.util.UUID;
import org.houselights.ticketing.order.Audience;
import org.houselights.ticketing.order.MessageBuyers;
import org.houselights.ticketing.order.NewMessage;
import org.houselights.ticketing.order.ShowMessages;
import org.houselights.ticketing.presale.Presale;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.FieldError;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Who;
import org.houselights.web.page.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a host writes to their people, reads it first as they will, and sees what went out. */
@Controller
@RequestMapping("/presales/{screeningId}/messages")
class MessagePages {

    private final HostsPresale presales;
    private final MessageBuyers message;
    private final ShowMessages show;
    private final Validator validator;

    MessagePages(HostsPresale presales, MessageBuyers message, ShowMessages show, Validator validator) {
        this.presales = presales;
        this.message = message;
        this.show = show;
        this.validator = validator;
    }

    @GetMapping
    @Allow(Who.SIGNED_IN)
    String messages(
            @PathVariable UUID screeningId,
            @RequestParam(required = false) @Nullable String sent,
            Caller caller,
            Model model) {
        Presale presale = presales.open(screeningId, caller);
        model.addAttribute("sent", sent != null);
        return page(presale, MessageForm.empty(), null, FormErrors.NONE, model);
    }

    /** Shows it as its readers will see it; nothing is sent. */
    @PostMapping("/preview")
    @Allow(Who.SIGNED_IN)
    String preview(
            @PathVariable UUID screeningId,
            @ModelAttribute MessageForm form,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        Presale presale = presales.open(screeningId, caller);
        try {
            NewMessage written = checked(form);
            return page(presale, form, written, FormErrors.NONE, model);
        } catch (ProblemException problem) {
            return again(presale, form, problem, model, response);
        }
    }

    @PostMapping
    @Allow(Who.SIGNED_IN)
    String send(
            @PathVariable UUID screeningId,
            @ModelAttribute MessageForm form,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        Presale presale = presales.open(screeningId, caller);
        try {
            message.message(screeningId, checked(form), form.key());
            return "redirect:/presales/%s/messages?sent".formatted(screeningId);
        } catch (ProblemException problem) {
            return again(presale, form, problem, model, response);
        }
    }

    private NewMessage checked(MessageForm form) {
        NewMessage written = form.message();
        List<FieldError> wrong =
                validator.validate(written).stream().map(FieldError::of).toList();
        if (!wrong.isEmpty()) {
            throw Problems.invalid(wrong);
        }
        return written;
    }

    private String again(
            Presale presale, MessageForm form, ProblemException problem, Model model, HttpServletResponse response) {
        response.setStatus(problem.status().value());
        return page(presale, form, null, FormErrors.of(problem), model);
    }

    private String page(
            Presale presale, MessageForm form, @Nullable NewMessage preview, FormErrors errors, Model model) {
        UUID id = presale.screeningId();
        model.addAttribute("screeningId", id);
        model.addAttribute("show", presale.show());
        model.addAttribute("form", form.shownAgain());
        model.addAttribute("preview", preview);
        model.addAttribute("errors", errors);
        model.addAttribute("pledged", show.readers(id, Audience.PLEDGED));
        model.addAttribute("ticketed", show.readers(id, Audience.TICKETED));
        model.addAttribute("messages", show.show(id));
        model.addAttribute("most", MessageBuyers.MOST_A_DAY);
        return "dashboard/messages";
    }
}
