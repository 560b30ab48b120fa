package org.houselights.screening.account;

import jakarta.persistence.Embeddable;

/**
 * The half of a pair of keys that the house keeps; the other half never leaves its owner's devices.
 *
 * @param credentialId by which authenticators know the pair, in base64url
 * @param publicKey as it was attested, in base64url
 * @param signCount how often the authenticator says it signed; 0 if it doesn't count
 * @param backupEligible whether the pair may be copied to other devices of its owner
 * @param backedUp whether it has been
 */
@Embeddable
record Credential(String credentialId, String publicKey, long signCount, boolean backupEligible, boolean backedUp) {

    Credential signed(long newCount, boolean backedUpNow) {
        return new Credential(credentialId, publicKey, newCount, backupEligible, backedUpNow);
    }
}
