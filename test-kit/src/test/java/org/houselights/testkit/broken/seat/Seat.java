package org.houselights.testkit.broken.seat;

import org.houselights.testkit.broken.row.Row;

/** Knows its row, which knows it: a cycle. */
public record Seat(Row row) {}
