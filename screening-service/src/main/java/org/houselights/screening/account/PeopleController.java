package org.houselights.screening.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.houselights.web.Allow;
import org.houselights.web.Caller;
import org.houselights.web.EmailAddress;
import org.houselights.web.MailAddress;
import org.houselights.web.PageOf;
import org.houselights.web.Paging;
import org.houselights.web.PlainText;
import org.houselights.web.Problems;
import org.houselights.web.Role;
import org.houselights.web.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People: oneself, and for operators everybody. */
@Tag(name = "account")
@RestController
class PeopleController {

    private final People people;
    private final DescribeOneself describe;
    private final EnterPerson enter;

    PeopleController(People people, DescribeOneself describe, EnterPerson enter) {
        this.people = people;
        this.describe = describe;
        this.enter = enter;
    }

    record Description(
            @PlainText(max = 100, optional = true) @Nullable String name,
            @LanguageTag @Nullable String locale) {}

    record Entry(
            @EmailAddress String email,
            @PlainText(max = 100) String name,
            @NotNull @LanguageTag String locale,
            @NotEmpty Set<@NotNull Role> roles,
            @Nullable UUID companyId) {}

    @Operation(summary = "Who one is")
    @Allow(Who.SIGNED_IN)
    @GetMapping("/api/me")
    PersonView me(Caller caller) {
        return people.findById(caller.personId()).map(PersonView::of).orElseThrow(() -> Problems.notFound("person"));
    }

    @Operation(summary = "Changes what one is called and which language one reads")
    @Allow(Who.SIGNED_IN)
    @PatchMapping("/api/me")
    PersonView describe(@Valid @RequestBody Description body, Caller caller) {
        return PersonView.of(describe.as(caller.personId(), body.name(), body.locale()));
    }

    @Operation(summary = "People by mail address", description = "email and role leave those who have them.")
    @Allow(Who.OPERATOR)
    @GetMapping("/api/people")
    PageOf<PersonView> list(
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable Role role,
            Paging paging) {
        Page<Person> page = people.list(
                email == null ? null : email.toLowerCase(Locale.ROOT),
                role,
                PageRequest.of(paging.page(), paging.size()));
        return PageOf.of(page.getContent(), paging, page.getTotalElements()).map(PersonView::of);
    }

    @Operation(
            summary = "Enters a person or changes one; the same body again changes nothing",
            description = "Whose rights or address change is signed out at once.")
    @Allow(Who.OPERATOR)
    @PutMapping("/api/people/{id}")
    PersonView enter(@PathVariable UUID id, @Valid @RequestBody Entry body) {
        return PersonView.of(enter.as(
                id,
                new MailAddress(body.email()),
                body.name(),
                body.locale(),
                Set.copyOf(body.roles()),
                body.companyId()));
    }
}
