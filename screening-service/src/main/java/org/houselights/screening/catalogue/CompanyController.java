package org.houselights.screening.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.houselights.web.Allow;
import org.houselights.web.PageOf;
import org.houselights.web.Paging;
import org.houselights.web.Problems;
import org.houselights.web.Who;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Companies that own the rights of films. */
@Tag(name = "catalogue")
@RestController
@RequestMapping("/api/companies")
class CompanyController {

    private final Companies companies;
    private final EnterCompany enter;

    CompanyController(Companies companies, EnterCompany enter) {
        this.companies = companies;
        this.enter = enter;
    }

    @Operation(summary = "Enters a company or replaces it; the same body again changes nothing")
    @Allow(Who.OPERATOR)
    @PutMapping("/{id}")
    Company enter(@PathVariable UUID id, @Valid @RequestBody CompanyDetails body) {
        return enter.as(id, body);
    }

    @Operation(summary = "One company")
    @Allow(Who.ANYONE)
    @GetMapping("/{id}")
    Company one(@PathVariable UUID id) {
        return companies.find(id).orElseThrow(() -> Problems.notFound("company"));
    }

    @Operation(summary = "All companies, by name")
    @Allow(Who.ANYONE)
    @GetMapping
    PageOf<Company> list(Paging paging) {
        return companies.list(paging);
    }
}
