/** Serves callers who wait at the same time together, where being served together costs hardly more than being served alone. */
@NullMarked
package org.houselights.ticketing.lane;

import org.jspecify.annotations.NullMarked;
