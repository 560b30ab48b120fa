package org.houselights.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;

/** The keys of this house: made once, kept where only their owner can read them. */
final class Secrets {

    private static final int P256_BYTES = 32;

    private final Path directory;

    Secrets(Path directory) {
        this.directory = directory;
    }

    /** The private JWK set that sign-in tokens are signed with. */
    Path tokenKeys() {
        return kept("token-keys.json", Secrets::newTokenKeys);
    }

    /** The key behind order links and ticket codes, in base64. */
    String linkKey() {
        try {
            return Files.readString(kept("link-key", Secrets::newLinkKey)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path kept(String name, Supplier<String> content) {
        Path file = directory.resolve(name);
        try {
            Files.createDirectories(directory, only("rwx------"));
            Files.createFile(file, only("rw-------"));
            Files.writeString(file, content.get());
        } catch (FileAlreadyExistsException fromAnEarlierRun) {
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static FileAttribute<?>[] only(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static String newLinkKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static String newTokenKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            return """
                    {"keys":[{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"%s","x":"%s","y":"%s","d":"%s"}]}
                    """.formatted(
                            UUID.randomUUID(),
                            coordinate(point.getAffineX()),
                            coordinate(point.getAffineY()),
                            coordinate(((ECPrivateKey) pair.getPrivate()).getS()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    /** Big endian and of full length, as RFC 7518 wants it; BigInteger leaves zeros out and puts a sign in. */
    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] full = new byte[P256_BYTES];
        byte[] digits =
                bytes.length > P256_BYTES ? Arrays.copyOfRange(bytes, bytes.length - P256_BYTES, bytes.length) : bytes;
        System.arraycopy(digits, 0, full, P256_BYTES - digits.length, digits.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(full);
    }
}
