@NullMarked
package org.houselights.ticketing.warmup;

import org.jspecify.annotations.NullMarked;
