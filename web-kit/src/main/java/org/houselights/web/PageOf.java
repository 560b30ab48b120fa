package org.houselights.web;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a longer list.
 *
 * @param page which page this is, counted from 0
 * @param size how many items a full page has
 * @param total how many items there are on all pages together
 */
public record PageOf<T>(List<T> items, int page, int size, long total) {

    public PageOf {
        items = List.copyOf(items);
    }

    public static <T> PageOf<T> of(List<T> items, Paging paging, long total) {
        return new PageOf<>(items, paging.page(), paging.size(), total);
    }

    public <R> PageOf<R> map(Function<? super T, ? extends R> change) {
        return new PageOf<>(items.stream().<R>map(change).toList(), page, size, total);
    }
}
