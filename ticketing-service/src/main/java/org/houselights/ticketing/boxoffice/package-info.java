/** What a distributor's films have taken. */
@NullMarked
package org.houselights.ticketing.boxoffice;

import org.jspecify.annotations.NullMarked;
