package org.houselights.web;

/** What a signed-in person is to the house. */
public enum Role {
    HOST,
    DISTRIBUTOR,
    OPERATOR
}
