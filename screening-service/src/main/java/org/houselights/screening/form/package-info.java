/** What people type into forms, read as what it means. */
@NullMarked
package org.houselights.screening.form;

import org.jspecify.annotations.NullMarked;
