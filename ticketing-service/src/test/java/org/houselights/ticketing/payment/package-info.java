/** Proves that payment adapters keep to their contract. */
@NullMarked
package org.houselights.ticketing.payment;

import org.jspecify.annotations.NullMarked;
