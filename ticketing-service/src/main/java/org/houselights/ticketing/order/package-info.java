/** The orders of a pre-sale: pledged or bought, charged, ticketed, given back. */
@NullMarked
package org.houselights.ticketing.order;

import org.jspecify.annotations.NullMarked;
