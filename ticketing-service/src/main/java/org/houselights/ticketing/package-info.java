/** Sells tickets before a screening is certain, collects the money once it is wanted, and gives it back when it is not. */
@NullMarked
package org.houselights.ticketing;

import org.jspecify.annotations.NullMarked;
