package org.houselights.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * What a page asks the database for, which must not depend on how much it shows. Only statements that are made while a request is answered
 * count: what sweeps and relays ask meanwhile is theirs.
 */
public final class Questions {

    private final Runnable page;

    private Questions(Runnable page) {
        this.page = page;
    }

    /** @param opening has the service answer a request */
    public static Questions of(Runnable opening) {
        return new Questions(opening);
    }

    /**
     * Asserts that the page asks this many times, and not once more when there is more to show.
     *
     * @param more adds rows to what the page shows
     */
    public void are(int number, Runnable more) {
        assertThat(asked()).as("statements for few rows").hasSize(number);
        more.run();
        assertThat(asked()).as("statements for more rows").hasSize(number);
    }

    private List<String> asked() {
        return SeenStatements.askedForPages(page);
    }
}
