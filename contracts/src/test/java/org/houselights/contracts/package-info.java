/** Proves that the contracts are sound, and that a change to them breaks nobody. */
@NullMarked
package org.houselights.contracts;

import org.jspecify.annotations.NullMarked;
