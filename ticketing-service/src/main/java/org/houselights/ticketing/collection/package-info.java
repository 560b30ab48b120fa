/** Collects the money: charges every order that is due, and gives back what has to be refunded. */
@NullMarked
package org.houselights.ticketing.collection;

import org.jspecify.annotations.NullMarked;
