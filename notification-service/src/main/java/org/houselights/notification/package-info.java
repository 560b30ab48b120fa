/** Tells people by mail what happened, once each, and keeps the record of it. */
@NullMarked
package org.houselights.notification;

import org.jspecify.annotations.NullMarked;
