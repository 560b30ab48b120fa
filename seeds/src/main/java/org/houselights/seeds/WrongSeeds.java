package org.houselights.seeds;

import java.util.List;

/** Files that can't be loaded; nothing of them was. */
public final class WrongSeeds extends RuntimeException {

    @SuppressWarnings("serial") // an immutable list, which is serializable
    private final List<String> errors;

    WrongSeeds(List<String> errors) {
        super(String.join(System.lineSeparator(), errors));
        this.errors = List.copyOf(errors);
    }

    /** Each as {@code file:line: what is wrong}. */
    public List<String> errors() {
        return errors;
    }
}
