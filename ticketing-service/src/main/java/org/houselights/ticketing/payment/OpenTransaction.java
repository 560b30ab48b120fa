package org.houselights.ticketing.payment;

import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A provider takes its time, and a rollback would forget what it did: no transaction may be open while one is called. */
final class OpenTransaction {

    private OpenTransaction() {}

    static void refuse() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException("The payment provider was called inside a database transaction");
        }
    }
}
