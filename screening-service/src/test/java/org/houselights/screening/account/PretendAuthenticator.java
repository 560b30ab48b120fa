package org.houselights.screening.account;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device with one passkey, and the browser before it: answers as they do, or wrongly where a test wants that. */
final class PretendAuthenticator {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final KeyPair keys = newKeys();
    private final byte[] credentialId = random(16);
    private String origin = "http://localhost:8080";
    private String relyingParty = "localhost";
    private int owner = VERIFIED;
    private byte[] handle = {};
    private int signed;

    /** As if another site had led its visitor to sign for the house. */
    PretendAuthenticator lookingAt(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    PretendAuthenticator of(String otherRelyingParty) {
        relyingParty = otherRelyingParty;
        return this;
    }

    /** As if whoever touches it had not shown who they are. */
    PretendAuthenticator touchedByAnybody() {
        owner = 0;
        return this;
    }

    /** As if it had been copied before it signed for the last time. */
    PretendAuthenticator asItWasBefore() {
        signed--;
        return this;
    }

    /** What somebody can say who knows of another's passkey, but has only this one. */
    String claimsToBe(PretendAuthenticator other, JsonNode asked) {
        return answer(asked, other.credentialId, other.handle);
    }

    /** Signs with its own passkey, in the name of the other's owner. */
    String speaksFor(PretendAuthenticator other, JsonNode asked) {
        return answer(asked, credentialId, other.handle);
    }

    /** Makes the passkey. */
    String make(JsonNode asked) {
        handle = decoded(asked.path("user").path("id").asString());
        byte[] data = authenticatorData(ATTESTED, attested());
        byte[] attestation = joined(
                HexFormat.of().parseHex("a363666d74646e6f6e656761747453746d74a0686175746844617461"),
                new byte[] {0x58, (byte) data.length},
                data);
        return json(
                credentialId,
                Map.of(
                        "clientDataJSON",
                        encoded(clientData("webauthn.create", asked)),
                        "attestationObject",
                        encoded(attestation)));
    }

    /** Signs with the passkey. */
    String sign(JsonNode asked) {
        return answer(asked, credentialId, handle);
    }

    private String answer(JsonNode asked, byte[] credential, byte[] user) {
        signed++;
        byte[] data = authenticatorData(0, new byte[0]);
        byte[] client = clientData("webauthn.get", asked);
        return json(
                credential,
                Map.of(
                        "clientDataJSON",
                        encoded(client),
                        "authenticatorData",
                        encoded(data),
                        "signature",
                        encoded(signature(joined(data, sha256(client)))),
                        "userHandle",
                        encoded(user)));
    }

    private byte[] clientData(String type, JsonNode asked) {
        return JSON.writeValueAsBytes(
                Map.of("type", type, "challenge", asked.path("challenge").asString(), "origin", origin));
    }

    private byte[] authenticatorData(int flags, byte[] rest) {
        return joined(
                sha256(relyingParty.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) (PRESENT | owner | flags)},
                ByteBuffer.allocate(Integer.BYTES).putInt(signed).array(),
                rest);
    }

    /** No model, the credential and its public key as COSE writes a point on P-256. */
    private byte[] attested() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return joined(
                new byte[16],
                new byte[] {0, (byte) credentialId.length},
                credentialId,
                HexFormat.of().parseHex("a5010203262001215820"),
                coordinate(key.getW().getAffineX().toByteArray()),
                HexFormat.of().parseHex("225820"),
                coordinate(key.getW().getAffineY().toByteArray()));
    }

    private static byte[] coordinate(byte[] number) {
        byte[] exactly = new byte[32];
        int length = Math.min(number.length, exactly.length);
        System.arraycopy(number, number.length - length, exactly, exactly.length - length, length);
        return exactly;
    }

    private static String json(byte[] credential, Map<String, String> response) {
        return JSON.writeValueAsString(Map.of(
                "id",
                encoded(credential),
                "rawId",
                encoded(credential),
                "type",
                "public-key",
                "response",
                response,
                "clientExtensionResults",
                Map.of()));
    }

    private byte[] signature(byte[] over) {
        try {
            Signature signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(keys.getPrivate());
            signing.update(over);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] of) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(of);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decoded(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
