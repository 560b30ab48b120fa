/** A clock that tests hold in their hands, put beside the jars that production runs. */
@NullMarked
package org.houselights.journeys.clock;

import org.jspecify.annotations.NullMarked;
