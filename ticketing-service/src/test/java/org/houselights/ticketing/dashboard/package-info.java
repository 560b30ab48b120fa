/** Tests of what a host sees and does. */
@NullMarked
package org.houselights.ticketing.dashboard;

import org.jspecify.annotations.NullMarked;
