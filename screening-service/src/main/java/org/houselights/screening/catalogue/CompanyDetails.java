package org.houselights.screening.catalogue;

import jakarta.validation.constraints.NotNull;
import org.houselights.web.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A company that owns the rights of films: the body of {@code PUT /api/companies/{id}}.
 *
 * @param name as it signs, at most 120 characters
 * @param country where it has its seat
 * @param website its public page, beginning with {@code https://} or {@code http://}
 */
public record CompanyDetails(
        @PlainText(max = 120) String name,
        @NotNull Territory country,
        @WebPage @Nullable String website) {}
