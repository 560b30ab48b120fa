package org.houselights.web;

/**
 * Which page of a list the caller wants: a controller argument read from the query parameters {@code page} and {@code size}.
 *
 * @param page counted from 0, at most {@value #LAST_PAGE}
 * @param size from 1 to {@value #LARGEST} rows, {@value #USUAL} unless told
 */
public record Paging(int page, int size) {

    public static final int LAST_PAGE = 100_000;
    public static final int LARGEST = 100;
    public static final int USUAL = 20;

    public Paging {
        if (page < 0 || page > LAST_PAGE) {
            throw Problems.invalid("page", Sentence.of("between", 0, LAST_PAGE));
        }
        if (size < 1 || size > LARGEST) {
            throw Problems.invalid("size", Sentence.of("between", 1, LARGEST));
        }
    }

    /** How many rows come before this page. */
    public long offset() {
        return (long) page * size;
    }
}
