package org.houselights.screening.distributor;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.houselights.screening.catalogue.Catalogue;
import org.houselights.screening.catalogue.Film;
import org.houselights.screening.form.Reading;
import org.houselights.screening.proposal.ApprovalRule;
import org.houselights.screening.proposal.ApprovalRules;
import org.houselights.screening.proposal.RemoveApprovalRule;
import org.houselights.screening.proposal.SetApprovalRule;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.FieldError;
import org.houselights.web.ProblemException;
import org.houselights.web.Who;
import org.houselights.web.page.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What is approved without looking. */
@Controller
class RulePages {

    private final ApprovalRules rules;
    private final SetApprovalRule set;
    private final RemoveApprovalRule remove;
    private final Catalogue catalogue;
    private final Validator validator;

    RulePages(
            ApprovalRules rules,
            SetApprovalRule set,
            RemoveApprovalRule remove,
            Catalogue catalogue,
            Validator validator) {
        this.rules = rules;
        this.set = set;
        this.remove = remove;
        this.catalogue = catalogue;
        this.validator = validator;
    }

    @Allow(Who.DISTRIBUTOR)
    @GetMapping("/distributor/rules")
    String rules(Caller caller, Model model) {
        return page(RuleForm.EMPTY, FormErrors.NONE, caller, model);
    }

    @Allow(Who.DISTRIBUTOR)
    @PostMapping("/distributor/rules")
    String set(@ModelAttribute RuleForm form, Caller caller, Model model, HttpServletResponse response) {
        Reading reading = new Reading();
        ApprovalRule.Details details = form.read(reading);
        if (reading.isClean()) {
            reading.refused(validator.validate(details).stream()
                    .map(FieldError::of)
                    .map(error -> error.at(error.field().replace("terms.", "")))
                    .toList());
        }
        if (!reading.isClean()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(form, new FormErrors(null, reading.errors()), caller, model);
        }
        try {
            set.as(details, caller);
        } catch (ProblemException refusal) {
            response.setStatus(refusal.status().value());
            return page(form, FormErrors.of(refusal), caller, model);
        }
        return "redirect:/distributor/rules";
    }

    @Allow(Who.DISTRIBUTOR)
    @PostMapping("/distributor/rules/{id}/remove")
    String remove(@PathVariable UUID id, Caller caller) {
        remove.as(id, caller);
        return "redirect:/distributor/rules";
    }

    private String page(RuleForm form, FormErrors errors, Caller caller, Model model) {
        UUID company = caller.companyId();
        List<Film> films = company == null ? List.of() : catalogue.filmsOf(company);
        Map<UUID, String> titles = films.stream()
                .collect(Collectors.toMap(Film::id, film -> film.details().title()));
        model.addAttribute("rules", company == null ? List.of() : rules.of(company));
        model.addAttribute("films", films);
        model.addAttribute("titles", titles);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "distributor/rules";
    }
}
