@NullMarked
package org.houselights.screening.host;

import org.jspecify.annotations.NullMarked;
