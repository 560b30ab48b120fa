package org.houselights.screening.catalogue;

/** Who pays for a screening. */
public enum LicenceKind {
    /** The audience, when enough of it comes. */
    CROWD_FUNDED,
    /** The host, by the size of the audience. */
    FLAT_FEE,
    /** Nobody: a showing for learning, with free admission. */
    EDUCATIONAL
}
