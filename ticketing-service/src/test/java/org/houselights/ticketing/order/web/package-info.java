/** Tests of the attendee's pages. */
@NullMarked
package org.houselights.ticketing.order.web;

import org.jspecify.annotations.NullMarked;
