package org.houselights.ticketing.boxoffice;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of the takings somebody wants to see.
 *
 * @param film null for all
 * @param from the first day; null for the beginning
 * @param to the last day; null for today
 */
record TakingsWanted(
        @Nullable UUID film,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
