/** The pre-sale of a screening: what is for sale, what is pledged and collected, and how it ends. */
@NullMarked
package org.houselights.ticketing.presale;

import org.jspecify.annotations.NullMarked;
