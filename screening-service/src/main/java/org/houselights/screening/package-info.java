/** Films, venues, proposals and the life of a screening; accounts and sign-in. */
@NullMarked
package org.houselights.screening;

import org.jspecify.annotations.NullMarked;
