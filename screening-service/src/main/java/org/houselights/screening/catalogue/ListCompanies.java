package org.houselights.screening.catalogue;

import java.util.List;
import org.houselights.web.Paging;
import org.springframework.stereotype.Component;

/** The companies by name, for whoever has to choose one; at most {@value Paging#LARGEST}. */
@Component
public class ListCompanies {

    private final Companies companies;

    ListCompanies(Companies companies) {
        this.companies = companies;
    }

    public List<Company> all() {
        return companies.list(new Paging(0, Paging.LARGEST)).items();
    }
}
