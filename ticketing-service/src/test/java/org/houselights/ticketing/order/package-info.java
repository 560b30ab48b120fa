/** What buyers and invariants would miss. */
@NullMarked
package org.houselights.ticketing.order;

import org.jspecify.annotations.NullMarked;
