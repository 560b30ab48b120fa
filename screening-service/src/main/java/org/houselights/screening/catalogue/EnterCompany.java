package org.houselights.screening.catalogue;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Enters a company under an id of the operator's choice, or replaces what is known of one. */
@Component
class EnterCompany {

    private final Companies companies;
    private final Clock clock;

    EnterCompany(Companies companies, Clock clock) {
        this.companies = companies;
        this.clock = clock;
    }

    Company as(UUID id, CompanyDetails details) {
        Company company = new Company(id, details);
        companies.put(company, clock.instant());
        return company;
    }
}
