/** Proves that every charge and refund gets exactly one outcome, whatever the provider does. */
@NullMarked
package org.houselights.ticketing.collection;

import org.jspecify.annotations.NullMarked;
