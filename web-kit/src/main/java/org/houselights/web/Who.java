package org.houselights.web;

import org.jspecify.annotations.Nullable;

/** Who may call an endpoint. Whose object it is about is checked where the object is loaded. */
public enum Who {
    ANYONE,
    /** Whoever has the unguessable link that names the object. */
    LINK_HOLDER,
    SIGNED_IN,
    DISTRIBUTOR,
    OPERATOR;

    public boolean includes(@Nullable Caller caller) {
        return switch (this) {
            case ANYONE, LINK_HOLDER -> true;
            case SIGNED_IN -> caller != null;
            case DISTRIBUTOR -> caller != null && caller.is(Role.DISTRIBUTOR);
            case OPERATOR -> caller != null && caller.is(Role.OPERATOR);
        };
    }
}
