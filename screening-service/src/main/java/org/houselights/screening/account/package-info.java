/** People, their sign-in by a link in a mail or with a passkey, their sessions and what they may do. */
@NullMarked
package org.houselights.screening.account;

import org.jspecify.annotations.NullMarked;
