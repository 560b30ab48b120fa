/** What a request may look like before a controller sees it: size, characters, JSON, paging. */
@NullMarked
package org.houselights.web.input;

import org.jspecify.annotations.NullMarked;
