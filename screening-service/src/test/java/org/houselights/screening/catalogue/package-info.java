/** Tests of the catalogue. */
@NullMarked
package org.houselights.screening.catalogue;

import org.jspecify.annotations.NullMarked;
