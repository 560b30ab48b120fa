package org.houselights.screening.catalogue;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.houselights.web.Allow;
import org.houselights.web.FieldError;
import org.houselights.web.Ids;
import org.houselights.web.InvalidValue;
import org.houselights.web.Paging;
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

/** For operators: the companies that own the rights of films. */
@Controller
@RequestMapping("/operations/screening/companies")
class CompanyPages {

    private final Companies companies;
    private final EnterCompany enter;
    private final Validator validator;

    CompanyPages(Companies companies, EnterCompany enter, Validator validator) {
        this.companies = companies;
        this.enter = enter;
        this.validator = validator;
    }

    /** A company as it is typed. */
    record CompanyForm(String name, String country, String website) {

        CompanyForm(@Nullable String name, @Nullable String country, @Nullable String website) {
            this.name = typed(name);
            this.country = typed(country).toUpperCase(Locale.ROOT);
            this.website = typed(website);
        }

        private static String typed(@Nullable String text) {
            return Objects.requireNonNullElse(text, "").strip();
        }

        static CompanyForm of(CompanyDetails details) {
            return new CompanyForm(details.name(), details.country().code(), details.website());
        }

        CompanyDetails details() {
            return new CompanyDetails(name, new Territory(country), website.isEmpty() ? null : website);
        }
    }

    @GetMapping
    @Allow(Who.OPERATOR)
    String list(@RequestParam(required = false) @Nullable String done, Paging paging, Model model) {
        model.addAttribute("done", done);
        model.addAttribute("companies", companies.list(paging));
        model.addAttribute("fresh", Ids.next());
        return "operations/companies";
    }

    /** An id that nobody has yet is that of a new company. */
    @GetMapping("/{id}")
    @Allow(Who.OPERATOR)
    String edit(@PathVariable UUID id, Model model) {
        Optional<Company> known = companies.find(id);
        CompanyForm form = known.map(company -> CompanyForm.of(company.details()))
                .orElseGet(() -> new CompanyForm(null, null, null));
        return form(id, known.isEmpty(), form, FormErrors.NONE, model);
    }

    @PostMapping("/{id}")
    @Allow(Who.OPERATOR)
    String enter(@PathVariable UUID id, @ModelAttribute CompanyForm form, Model model, HttpServletResponse response) {
        List<FieldError> wrong = wrong(form);
        if (!wrong.isEmpty()) {
            response.setStatus(422);
            return form(id, companies.find(id).isEmpty(), form, new FormErrors(null, wrong), model);
        }
        enter.as(id, form.details());
        return "redirect:/operations/screening/companies?done=ENTERED";
    }

    private List<FieldError> wrong(CompanyForm form) {
        try {
            return validator.validate(form.details()).stream()
                    .map(FieldError::of)
                    .toList();
        } catch (InvalidValue country) {
            return List.of(new FieldError("country", country.sentence()));
        }
    }

    private static String form(UUID id, boolean fresh, CompanyForm form, FormErrors errors, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("fresh", fresh);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "operations/company";
    }
}
