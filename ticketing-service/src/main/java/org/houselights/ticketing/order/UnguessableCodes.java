package org.houselights.ticketing.order;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.houselights.web.HouseSettings;
import org.springframework.stereotype.Component;

/**
 * Links of orders and codes of tickets: the id, and 128 bits of an HMAC-SHA-256 that nobody computes without our key. So
 * nothing secret is kept, every mail can name the link again, and raising an order's link version voids the old one.
 */
@Component
class UnguessableCodes {

    private static final int ID_BYTES = 16;
    private static final int MAC_BYTES = 16;
    private static final int LEAST_KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    /** A copy of it makes one code: to look the algorithm up and give it the key takes longer than that. */
    private final Mac keyed;

    private final HouseSettings house;

    UnguessableCodes(LinkSettings settings, HouseSettings house) {
        this.house = house;
        byte[] bytes = decoded(settings.linkKey());
        if (bytes.length < LEAST_KEY_BYTES) {
            throw new IllegalStateException(
                    "HOUSELIGHTS_LINK_KEY must be at least %d random bytes in base 64".formatted(LEAST_KEY_BYTES));
        }
        this.keyed = keyed(bytes);
    }

    private static Mac keyed(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("HOUSELIGHTS_LINK_KEY is not base 64", e);
        }
    }

    /** The address of the order's page. */
    String orderLink(UUID orderId, int linkVersion) {
        return house.link("/orders/" + orderToken(orderId, linkVersion));
    }

    String orderToken(UUID orderId, int linkVersion) {
        return code("order", orderId, linkVersion);
    }

    String ticketCode(UUID ticketId) {
        return code("ticket", ticketId, 1);
    }

    /** Whose order the token claims to open; {@link #opens} tells whether it does. */
    static Optional<UUID> claimedOrder(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length != ID_BYTES + MAC_BYTES) {
                return Optional.empty();
            }
            ByteBuffer id = ByteBuffer.wrap(bytes);
            return Optional.of(new UUID(id.getLong(), id.getLong()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Compared in a time that tells nothing. */
    boolean opens(String token, UUID orderId, int linkVersion) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8),
                orderToken(orderId, linkVersion).getBytes(StandardCharsets.UTF_8));
    }

    private String code(String purpose, UUID id, int version) {
        byte[] idBytes = ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        byte[] mac = mac(purpose + " " + id + " " + version);
        byte[] code = Arrays.copyOf(idBytes, ID_BYTES + MAC_BYTES);
        System.arraycopy(mac, 0, code, ID_BYTES, MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    }

    private byte[] mac(String text) {
        try {
            return ((Mac) keyed.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own " + ALGORITHM + " can be copied", e);
        }
    }
}
