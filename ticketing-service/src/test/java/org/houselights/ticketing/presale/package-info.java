/** What tests begin with: screenings as their service tells of them. */
@NullMarked
package org.houselights.ticketing.presale;

import org.jspecify.annotations.NullMarked;
