/** Carries events from one service's database to another's, in order and at least once, and lets each take effect once. */
@NullMarked
package org.houselights.messaging;

import org.jspecify.annotations.NullMarked;
