package org.houselights.ticketing.order;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Many in one transaction. If one of them undoes it, the halves are tried apart, until the spoilt one stands alone. */
final class InHalves {

    private InHalves() {}

    /**
     * @param transaction does all it is given or nothing, and answers each in order
     * @param spoilt answers the one that stands alone; what it throws undoes nothing that was done for others
     */
    static <Q, A> List<A> decide(
            List<Q> all, Function<List<Q>, List<A>> transaction, Function<RuntimeException, A> spoilt) {
        try {
            return transaction.apply(all);
        } catch (TransactionException | TransientDataAccessException | NonTransientDataAccessResourceException away) {
            // The database, not one of them: smaller groups would fare no better.
            return all.stream().map(each -> spoilt.apply(away)).toList();
        } catch (RuntimeException failure) {
            if (all.size() == 1) {
                return List.of(spoilt.apply(failure));
            }
            int half = all.size() / 2;
            return Stream.of(all.subList(0, half), all.subList(half, all.size()))
                    .flatMap(part -> decide(part, transaction, spoilt).stream())
                    .toList();
        }
    }
}
