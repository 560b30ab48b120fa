/** What can be shown and where: films with their licences, the companies that own them, and venues with their auditoria. */
@NullMarked
package org.houselights.screening.catalogue;

import org.jspecify.annotations.NullMarked;
