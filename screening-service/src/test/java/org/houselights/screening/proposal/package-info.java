/** Tests of the life of a screening. */
@NullMarked
package org.houselights.screening.proposal;

import org.jspecify.annotations.NullMarked;
