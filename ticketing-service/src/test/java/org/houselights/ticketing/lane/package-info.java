@NullMarked
package org.houselights.ticketing.lane;

import org.jspecify.annotations.NullMarked;
