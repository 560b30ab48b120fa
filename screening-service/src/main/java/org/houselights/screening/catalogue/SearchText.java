package org.houselights.screening.catalogue;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Text as it is searched: in lower case, one line for each name that a thing has. */
final class SearchText {

    private SearchText() {}

    static String of(Stream<@Nullable String> names) {
        return names.filter(Objects::nonNull)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** The pattern for {@code like} that finds the words of a visitor wherever they stand; whatever is special to it is taken literally. */
    static String pattern(@Nullable String words) {
        return words == null
                ? "%"
                : "%" + words.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
