/** Journeys through the pages, in a real browser. */
@NullMarked
package org.houselights.journeys.browser;

import org.jspecify.annotations.NullMarked;
