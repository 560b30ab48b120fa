/** Proofs of the shared web face. */
@NullMarked
package org.houselights.web;

import org.jspecify.annotations.NullMarked;
