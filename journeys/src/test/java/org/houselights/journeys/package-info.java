/** The product's stories, told by its people, on the whole house as production runs it. */
@NullMarked
package org.houselights.journeys;

import org.jspecify.annotations.NullMarked;
