/** What a host sees of their campaign: how it goes, whether it will get there, who comes, and what to share. */
@NullMarked
package org.houselights.ticketing.dashboard;

import org.jspecify.annotations.NullMarked;
