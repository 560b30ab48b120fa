/** What everybody sees without signing in: what needs people most, the films, and each screening. */
@NullMarked
package org.houselights.screening.foyer;

import org.jspecify.annotations.NullMarked;
