/** Tests of the whole service. */
@NullMarked
package org.houselights.ticketing;

import org.jspecify.annotations.NullMarked;
