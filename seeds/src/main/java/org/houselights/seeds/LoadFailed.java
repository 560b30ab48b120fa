package org.houselights.seeds;

/** The house did not take the seeds. Loading again goes on where this ended. */
public final class LoadFailed extends RuntimeException {

    LoadFailed(String message) {
        super(message);
    }

    LoadFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
