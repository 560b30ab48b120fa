package org.houselights.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

class OutboxTest extends MessagingTest {

    @Test
    void an_append_outside_a_transaction_fails() {
        assertThatThrownBy(() -> outbox.append(Noted.note(newKey(), 1)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void a_committed_event_is_delivered_with_its_cloud_event_headers() {
        String key = newKey();
        commit(Noted.note(key, 7));

        assertThat(delivered(key, 1)).containsExactly(7L);
    }

    @Test
    void an_event_that_was_rolled_back_is_never_delivered() {
        String key = newKey();
        transaction.executeWithoutResult(status -> {
            outbox.append(Noted.note(key, 1));
            status.setRollbackOnly();
        });
        commit(Noted.note(key, 2));

        assertThat(delivered(key, 1)).containsExactly(2L);
    }

    @Test
    void events_of_one_key_arrive_in_the_order_of_their_commits() {
        String key = newKey();
        IntStream.rangeClosed(1, 3_000).forEach(n -> commit(Noted.note(key, n)));

        assertThat(delivered(key, 3_000)).isEqualTo(sequences(3_000));
    }
}
