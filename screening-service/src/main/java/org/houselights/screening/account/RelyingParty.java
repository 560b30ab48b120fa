package org.houselights.screening.account;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.houselights.web.HouseSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The house as authenticators know it: what it asks of them and how it checks what they answer, after WebAuthn Level 3. A passkey
 * stands for its owner alone, without a name or a mail, so the authenticator has to make sure that it is them: by finger, face or PIN.
 */
@Component
class RelyingParty {

    private static final Logger log = LoggerFactory.getLogger(RelyingParty.class);
    private static final boolean OWNER_IS_VERIFIED = true;
    private static final List<PublicKeyCredentialParameters> KEYS = Stream.of(
                    COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private final ObjectConverter formats = new ObjectConverter();
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(formats);
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(formats);
    private final Origin origin;
    private final String id;

    RelyingParty(HouseSettings house) {
        this.origin = new Origin(house.publicUrl().toString());
        this.id = Objects.requireNonNull(house.publicUrl().getHost());
    }

    /** Any passkey of the house that the browser has. */
    String asksForPasskey(String challenge) {
        return formats.getJsonMapper()
                .writeValueAsString(new PublicKeyCredentialRequestOptions(
                        new DefaultChallenge(challenge),
                        PasskeyChallenge.LIFE.toMillis(),
                        id,
                        List.of(),
                        UserVerificationRequirement.REQUIRED,
                        null));
    }

    /** A new one, by an authenticator that has none of these. */
    String asksForNewPasskey(String challenge, Person person, List<Passkey> known) {
        return formats.getJsonMapper()
                .writeValueAsString(new PublicKeyCredentialCreationOptions(
                        new PublicKeyCredentialRpEntity(id, "Houselights"),
                        new PublicKeyCredentialUserEntity(handle(person.id()), person.email(), person.name()),
                        new DefaultChallenge(challenge),
                        KEYS,
                        PasskeyChallenge.LIFE.toMillis(),
                        known.stream().map(RelyingParty::descriptor).toList(),
                        new AuthenticatorSelectionCriteria(
                                null, true, ResidentKeyRequirement.REQUIRED, UserVerificationRequirement.REQUIRED),
                        null,
                        AttestationConveyancePreference.NONE,
                        null));
    }

    /** The new credential, if the answer is what was asked for. */
    Optional<Credential> readNew(String challenge, String answer) {
        return trying(() -> {
            var data = webAuthn.verifyRegistrationResponseJSON(
                    answer, new RegistrationParameters(asked(challenge), KEYS, OWNER_IS_VERIFIED));
            AuthenticatorData<?> authenticator =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            AttestedCredentialData attested = Objects.requireNonNull(authenticator.getAttestedCredentialData());
            return new Credential(
                    base64(attested.getCredentialId()),
                    base64(keys.convert(attested)),
                    authenticator.getSignCount(),
                    authenticator.isFlagBE(),
                    authenticator.isFlagBS());
        });
    }

    /** By which credential an answer says it was signed. */
    Optional<String> credentialOf(String answer) {
        return trying(
                () -> base64(webAuthn.parseAuthenticationResponseJSON(answer).getCredentialId()));
    }

    /** The credential as it is after it signed, if it did sign what was asked for, in the name of its owner. */
    Optional<Credential> check(String challenge, String answer, Passkey passkey) {
        Credential known = passkey.credential();
        return trying(() -> {
                    AuthenticationData data = webAuthn.parseAuthenticationResponseJSON(answer);
                    webAuthn.verify(
                            data,
                            new AuthenticationParameters(
                                    asked(challenge),
                                    record(known),
                                    List.of(bytes(known.credentialId())),
                                    OWNER_IS_VERIFIED));
                    return data;
                })
                .filter(data -> Arrays.equals(data.getUserHandle(), handle(passkey.personId())))
                .map(data -> Objects.requireNonNull(data.getAuthenticatorData()))
                .map(signed -> known.signed(signed.getSignCount(), signed.isFlagBS()));
    }

    private ServerProperty asked(String challenge) {
        return ServerProperty.builder()
                .origin(origin)
                .rpId(id)
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private CredentialRecordImpl record(Credential known) {
        return new CredentialRecordImpl(
                null,
                OWNER_IS_VERIFIED,
                known.backupEligible(),
                known.backedUp(),
                known.signCount(),
                keys.convert(bytes(known.publicKey())),
                null,
                null,
                null,
                null);
    }

    /** The library answers nonsense with exceptions of many kinds; what they say may be the stranger's words, so it isn't logged. */
    private static <T> Optional<T> trying(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (RuntimeException nonsense) {
            log.info("A passkey was refused: {}", nonsense.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static PublicKeyCredentialDescriptor descriptor(Passkey passkey) {
        return new PublicKeyCredentialDescriptor(
                PublicKeyCredentialType.PUBLIC_KEY, bytes(passkey.credential().credentialId()), null);
    }

    /** By which authenticators know a person; it says nothing about them. */
    private static byte[] handle(UUID person) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
