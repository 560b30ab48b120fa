/** Proves that mails are well written and get out. */
@NullMarked
package org.houselights.notification.mail;

import org.jspecify.annotations.NullMarked;
