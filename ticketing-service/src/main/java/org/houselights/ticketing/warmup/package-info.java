/** Readies the way of an order before anybody orders. */
@NullMarked
package org.houselights.ticketing.warmup;

import org.jspecify.annotations.NullMarked;
