package org.houselights.ticketing.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import io.micrometer.observation.Observation.Context;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationView;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.houselights.testkit.MovableClock;
import org.houselights.ticketing.TicketingTest;
import org.houselights.ticketing.presale.ScreeningDesk;
import org.houselights.ticketing.presale.ScreeningTold;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@TicketingTest
@Import({BoxOffice.class, ScreeningDesk.class})
class PledgeLanesTest {

    @Autowired
    private PledgeLanes lanes;

    @Autowired
    private ScreeningDesk desk;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ObservationRegistry observations;

    @Test
    void a_pledge_is_told_in_the_trace_of_its_request_though_another_thread_decides_it() {
        ScreeningTold screening = ScreeningTold.at(clock.instant());
        desk.onSale(screening);
        Appending appending = new Appending();
        observations.observationConfig().observationHandler(appending);

        Observation.createNotStarted("request of this test", observations)
                .observe(() -> lanes.decide(BoxOffice.pledge(screening, "ann", 1)));

        assertThat(appending.within).containsOnlyOnce("request of this test");
    }

    /** Within what events are appended. */
    private static final class Appending implements ObservationHandler<Context> {

        private final List<String> within = new CopyOnWriteArrayList<>();

        @Override
        public void onStop(Context appending) {
            ObservationView parent = appending.getParentObservation();
            within.add(parent == null ? "nothing" : parent.getContextView().getName());
        }

        @Override
        public boolean supportsContext(Context context) {
            return "outbox.append".equals(context.getName());
        }
    }
}
