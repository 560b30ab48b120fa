/** Tests of what everyone may see of a pre-sale. */
@NullMarked
package org.houselights.ticketing.presale.web;

import org.jspecify.annotations.NullMarked;
