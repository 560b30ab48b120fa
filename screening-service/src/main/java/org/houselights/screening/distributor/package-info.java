/** The distributor's desk: what waits for a decision, what is approved by rule, and the films. */
@NullMarked
package org.houselights.screening.distributor;

import org.jspecify.annotations.NullMarked;
