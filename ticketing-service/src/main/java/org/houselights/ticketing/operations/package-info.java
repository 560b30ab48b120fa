/** What an operator sees and mends of the money. */
@NullMarked
package org.houselights.ticketing.operations;

import org.jspecify.annotations.NullMarked;
