/** The host's desk: drafts, proposals and what to do next with each. */
@NullMarked
package org.houselights.screening.host;

import org.jspecify.annotations.NullMarked;
