/** A mail: the row that says it is owed, its words and its sending. */
@NullMarked
package org.houselights.notification.mail;

import org.jspecify.annotations.NullMarked;
