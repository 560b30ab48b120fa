/** The one port to whoever moves the money, its built-in sandbox, and the loops that collect charges and give refunds. */
@NullMarked
package org.houselights.ticketing.payment;

import org.jspecify.annotations.NullMarked;
