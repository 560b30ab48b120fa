/** Proves that people are told what happened, once each. */
@NullMarked
package org.houselights.notification;

import org.jspecify.annotations.NullMarked;
