/** What tests of all modules share: real PostgreSQL, Kafka and SMTP, a clock to move, the contracts and the architecture rules. */
@NullMarked
package org.houselights.testkit;

import org.jspecify.annotations.NullMarked;
