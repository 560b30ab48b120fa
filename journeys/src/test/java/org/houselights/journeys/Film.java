package org.houselights.journeys;

import java.util.UUID;

/** A film, and the licence that is crowd-funded. */
public record Film(UUID id, UUID licence) {}
