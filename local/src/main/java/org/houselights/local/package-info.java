/** The whole house on one machine without Docker: real PostgreSQL, Kafka, an SMTP inbox, an edge, and the services. */
@NullMarked
package org.houselights.local;

import org.jspecify.annotations.NullMarked;
