package org.houselights.testkit.broken.row;

import java.util.List;
import org.houselights.testkit.broken.seat.Seat;

/** Knows its seats, which know it: a cycle. */
public record Row(List<Seat> seats) {}
