/** The one look of all pages: layout, words, formats, and what a browser is told when something can't be. */
@NullMarked
package org.houselights.web.page;

import org.jspecify.annotations.NullMarked;
