@NullMarked
package org.houselights.screening.distributor;

import org.jspecify.annotations.NullMarked;
