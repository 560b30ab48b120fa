package org.houselights.local.audit;

import java.util.List;
import java.util.stream.Stream;

/** The orders, our ledger and the payment provider's memory tell the same about every cent. */
record Money(Database ticketing) {

    private static final List<String> QUESTIONS = List.of("""
            select format('The pre-sale %s counts %s pledged and %s collected, and its orders come to %s and %s.',
                          screening_id, pledged, collected, promised, paid)
            from presale p cross join lateral (
                select coalesce(sum(amount), 0) as promised,
                       coalesce(sum(amount) filter (where status in ('PAID', 'TICKETED')), 0) as paid
                from orders o where o.screening_id = p.screening_id
                  and status in ('PLEDGED', 'CHARGING', 'PAYMENT_FAILED', 'PAID', 'TICKETED')) made
            where (pledged, collected) is distinct from (promised, paid)
            """, """
            select format('The order %s of %s is %s, was charged %s and given back %s.', id, amount, status, taken, given)
            from orders o
            cross join lateral (select coalesce(sum(amount), 0) as taken from charge
                                where order_id = o.id and outcome = 'SUCCEEDED') c
            cross join lateral (select coalesce(sum(amount), 0) as given from refund
                                where order_id = o.id and outcome in ('SUCCEEDED', 'BY_HAND')) r
            where taken <> case when status in ('PAID', 'TICKETED', 'REFUNDING', 'REFUNDED') then amount else 0 end
               or given <> case status when 'REFUNDED' then amount else 0 end
            """, """
            select format('The order %s was charged %s times by the provider.', order_id, count(*))
            from sandbox_charge where reference is not null group by order_id having count(*) > 1
            """, """
            select format('Under %s the provider took %s, and the ledger says %s.', idempotency_key,
                          coalesce(theirs.minor_units, 0), coalesce(ours.amount, 0))
            from (select * from sandbox_charge where reference is not null) theirs
            full join (select * from charge where outcome = 'SUCCEEDED') ours using (idempotency_key)
            where (theirs.reference, theirs.minor_units) is distinct from (ours.reference, ours.amount)
            """, """
            select format('Under %s the provider gave %s back, and the ledger says %s.', idempotency_key,
                          coalesce(theirs.minor_units, 0), coalesce(ours.amount, 0))
            from sandbox_refund theirs
            full join (select * from refund where outcome = 'SUCCEEDED') ours using (idempotency_key)
            where (theirs.reference, theirs.minor_units) is distinct from (ours.reference, ours.amount)
            """, """
            select format('The charge %s is undecided.', idempotency_key) from charge where outcome = 'UNDECIDED'
            union all
            select format('The refund %s of %s is due.', idempotency_key, amount) from refund where outcome = 'DUE'
            union all
            select format('The refund %s of %s was refused by the provider; an operator has to give it another way.',
                          idempotency_key, amount)
            from refund where outcome = 'REFUSED'
            """, """
            select format('The order %s was charged at %s, and its threshold was reached at %s.', order_id, intended_at,
                          coalesce(reached_at::text, 'no time'))
            from charge join orders on orders.id = order_id join presale using (screening_id)
            where goal > 0 and (reached_at is null or intended_at < reached_at)
            """, """
            select format('The order %s is %s, though its pre-sale is %s.', id, o.status, p.status)
            from orders o join presale p using (screening_id)
            where p.status in ('MISSED', 'CANCELLED') and o.status not in ('CANCELLED', 'RELEASED', 'DROPPED', 'REFUNDED')
               or p.status = 'CLOSED' and o.status not in ('TICKETED', 'CANCELLED', 'RELEASED', 'DROPPED', 'REFUNDED')
               or p.status = 'SECURED' and p.confirmed and o.status = 'PAID'
            """, """
            select format('The order %s is %s, and its card is not forgotten.', id, status)
            from orders where status not in ('PLEDGED', 'CHARGING', 'PAYMENT_FAILED') and card is not null
              and not exists (select from sandbox_forgotten_card where reference = card)
            """);

    Stream<String> disagreements() {
        return ticketing.sentences(QUESTIONS);
    }
}
