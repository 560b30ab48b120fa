package org.houselights.screening.catalogue;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.houselights.screening.form.TypedForm;
import org.houselights.web.Allow;
import org.houselights.web.Ids;
import org.houselights.web.Paging;
import org.houselights.web.PlainText;
import org.houselights.web.ProblemException;
import org.houselights.web.Who;
import org.houselights.web.page.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For operators: the cinemas and halls where films are shown. */
@Controller
@RequestMapping("/operations/screening/venues")
class VenuePages {

    private final Venues venues;
    private final EnterVenue enter;
    private final ReadVenue read;

    VenuePages(Venues venues, EnterVenue enter, ReadVenue read) {
        this.venues = venues;
        this.enter = enter;
        this.read = read;
    }

    @GetMapping
    @Allow(Who.OPERATOR)
    String list(
            @RequestParam(name = "q", required = false) @PlainText(max = 100, optional = true) @Nullable String words,
            @RequestParam(required = false) @Nullable String done,
            Paging paging,
            Model model) {
        model.addAttribute("done", done);
        model.addAttribute("words", words);
        model.addAttribute("venues", venues.list(words, null, null, paging));
        model.addAttribute("fresh", Ids.next());
        return "operations/venues";
    }

    /** An id that nobody has yet is that of a new venue, which begins with one auditorium. */
    @GetMapping("/{id}")
    @Allow(Who.OPERATOR)
    String edit(@PathVariable UUID id, Model model) {
        Venue known = venues.find(id).orElse(null);
        TypedForm form = known == null ? VenueForm.empty() : VenueForm.of(known.details());
        if (known == null) {
            form.addEmptyRow(VenueForm.AUDITORIA);
        }
        return page(id, known, form, FormErrors.NONE, model);
    }

    /** @param add the list that gets one more row; nothing is saved then */
    @PostMapping("/{id}")
    @Allow(Who.OPERATOR)
    String enter(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable String add,
            Model model,
            HttpServletResponse response) {
        Venue before = venues.find(id).orElse(null);
        TypedForm form = VenueForm.empty().read(sent);
        if (add != null) {
            model.addAttribute("added", form.addEmptyRow(add));
            return page(id, before, form, FormErrors.NONE, model);
        }
        ReadVenue.Read typed = read.of(form.withoutEmptyRows());
        VenueDetails details = typed.details();
        if (details == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, before, form, new FormErrors(null, typed.errors()), model);
        }
        try {
            enter.as(id, details);
        } catch (ProblemException refusal) {
            response.setStatus(refusal.status().value());
            return page(id, before, form, FormErrors.of(refusal), model);
        }
        return "redirect:/operations/screening/venues?done=ENTERED";
    }

    private static String page(UUID id, @Nullable Venue known, TypedForm form, FormErrors errors, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("venue", known);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "operations/venue";
    }
}
