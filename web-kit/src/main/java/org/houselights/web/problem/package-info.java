/** Turns every failure into one kind of answer, RFC 9457 problem details, that says what the caller can do and nothing else. */
@NullMarked
package org.houselights.web.problem;

import org.jspecify.annotations.NullMarked;
