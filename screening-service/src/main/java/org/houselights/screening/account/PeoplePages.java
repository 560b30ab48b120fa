package org.houselights.screening.account;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.houselights.screening.catalogue.ListCompanies;
import org.houselights.web.Allow;
import org.houselights.web.FieldError;
import org.houselights.web.Ids;
import org.houselights.web.MailAddress;
import org.houselights.web.PageOf;
import org.houselights.web.Paging;
import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.houselights.web.Role;
import org.houselights.web.Who;
import org.houselights.web.page.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For operators: who may do what. */
@Controller
@RequestMapping("/operations/screening/people")
class PeoplePages {

    private final People people;
    private final EnterPerson enter;
    private final ListCompanies companies;
    private final Validator validator;

    PeoplePages(People people, EnterPerson enter, ListCompanies companies, Validator validator) {
        this.people = people;
        this.enter = enter;
        this.companies = companies;
        this.validator = validator;
    }

    /** A person as it is typed. */
    record PersonForm(
            String email,
            String name,
            String locale,
            Set<Role> roles,
            @Nullable UUID companyId) {

        PersonForm(
                @Nullable String email,
                @Nullable String name,
                @Nullable String locale,
                @Nullable Set<Role> roles,
                @Nullable UUID companyId) {
            this.email = Objects.requireNonNullElse(email, "").strip();
            this.name = Objects.requireNonNullElse(name, "").strip();
            this.locale = Objects.requireNonNullElse(locale, "en");
            this.roles = roles == null ? Set.of() : Set.copyOf(roles);
            this.companyId = companyId;
        }

        static PersonForm of(Person person) {
            return new PersonForm(person.email(), person.name(), person.locale(), person.roles(), person.companyId());
        }

        PeopleController.Entry entry() {
            return new PeopleController.Entry(email, name, locale, roles, companyId);
        }
    }

    @GetMapping
    @Allow(Who.OPERATOR)
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable String done,
            Paging paging,
            Model model) {
        String words = Objects.requireNonNullElse(q, "").strip().toLowerCase(Locale.ROOT);
        Page<Person> found = people.search(words, role, PageRequest.of(paging.page(), paging.size()));
        model.addAttribute("done", done);
        model.addAttribute("words", q);
        model.addAttribute("role", role);
        model.addAttribute("roles", Role.values());
        model.addAttribute("fresh", Ids.next());
        model.addAttribute(
                "people",
                PageOf.of(found.getContent(), paging, found.getTotalElements()).map(PersonView::of));
        return "operations/people";
    }

    /** An id that nobody has yet is that of a new person. */
    @GetMapping("/{id}")
    @Allow(Who.OPERATOR)
    String edit(@PathVariable UUID id, Model model) {
        Optional<Person> known = people.findById(id);
        PersonForm form =
                known.map(PersonForm::of).orElseGet(() -> new PersonForm(null, null, null, Set.of(Role.HOST), null));
        return form(id, known.isEmpty(), form, FormErrors.NONE, model);
    }

    @PostMapping("/{id}")
    @Allow(Who.OPERATOR)
    String enter(@PathVariable UUID id, @ModelAttribute PersonForm form, Model model, HttpServletResponse response) {
        try {
            check(form);
            enter.as(id, new MailAddress(form.email()), form.name(), form.locale(), form.roles(), form.companyId());
            return "redirect:/operations/screening/people?done=ENTERED";
        } catch (ProblemException problem) {
            response.setStatus(422);
            return form(id, people.findById(id).isEmpty(), form, FormErrors.of(problem), model);
        }
    }

    private void check(PersonForm form) {
        List<FieldError> wrong =
                validator.validate(form.entry()).stream().map(FieldError::of).toList();
        if (!wrong.isEmpty()) {
            throw Problems.invalid(wrong);
        }
    }

    private String form(UUID id, boolean fresh, PersonForm form, FormErrors errors, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("fresh", fresh);
        model.addAttribute("form", form);
        model.addAttribute("roles", Role.values());
        model.addAttribute("companies", companies.all());
        model.addAttribute("errors", errors);
        return "operations/person";
    }
}
