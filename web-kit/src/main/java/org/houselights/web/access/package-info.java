/** Who is calling, whether they still may, and whether this endpoint is for them: denied unless allowed. */
@NullMarked
package org.houselights.web.access;

import org.jspecify.annotations.NullMarked;
