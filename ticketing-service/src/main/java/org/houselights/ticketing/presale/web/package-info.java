/** What everyone may see of a pre-sale: its progress as it happens, a picture of it, and a window of it for other sites. */
@NullMarked
package org.houselights.ticketing.presale.web;

import org.jspecify.annotations.NullMarked;
