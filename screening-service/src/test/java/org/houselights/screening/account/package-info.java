/** Proofs of sign-in, sessions and rights. */
@NullMarked
package org.houselights.screening.account;

import org.jspecify.annotations.NullMarked;
