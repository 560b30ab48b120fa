/** The attendee's pages: the pledge, and the order behind its link. */
@NullMarked
package org.houselights.ticketing.order.web;

import org.jspecify.annotations.NullMarked;
