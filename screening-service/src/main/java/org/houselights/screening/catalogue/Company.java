package org.houselights.screening.catalogue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** A company that owns the rights of films. */
public record Company(UUID id, @JsonUnwrapped CompanyDetails details) {}
