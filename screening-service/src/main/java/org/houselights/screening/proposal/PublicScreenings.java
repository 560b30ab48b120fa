package org.houselights.screening.proposal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.houselights.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Screenings as pages show them. */
@Component
public class PublicScreenings {

    private final Screenings screenings;

    PublicScreenings(Screenings screenings) {
        this.screenings = screenings;
    }

    /** One that the caller may know of. */
    public ScreeningView show(UUID id, @Nullable Caller caller) {
        return ScreeningView.of(screenings.show(id, caller), caller);
    }

    /** Those that went on sale, in the order of the ids. */
    public List<ScreeningView> of(Collection<UUID> ids) {
        Map<UUID, ScreeningView> found = screenings.findByIdIn(ids).stream()
                .filter(screening -> screening.isVisibleTo(null))
                .map(screening -> ScreeningView.of(screening, null))
                .collect(Collectors.toMap(ScreeningView::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
