/** Tests of what distributors read. */
@NullMarked
package org.houselights.ticketing.boxoffice;

import org.jspecify.annotations.NullMarked;
