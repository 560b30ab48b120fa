/** The life of a screening, from the proposal of a host to the evening it is held. */
@NullMarked
package org.houselights.screening.proposal;

import org.jspecify.annotations.NullMarked;
