/** Proves which event leads to which mail. */
@NullMarked
package org.houselights.notification.occasion;

import org.jspecify.annotations.NullMarked;
