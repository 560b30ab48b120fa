/** How far each pre-sale has come, as ticketing tells it: for looking at, never for deciding. */
@NullMarked
package org.houselights.screening.progress;

import org.jspecify.annotations.NullMarked;
