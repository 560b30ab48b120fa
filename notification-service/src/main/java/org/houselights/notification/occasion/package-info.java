/** Which event is an occasion for which mail, and to whom. */
@NullMarked
package org.houselights.notification.occasion;

import org.jspecify.annotations.NullMarked;
