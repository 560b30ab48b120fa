package org.houselights.web;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the house is, and whose tokens it trusts.
 *
 * @param publicUrl the address under which people reach the house, without a slash at the end; every link begins with it,
 *     tokens are issued in its name, and cookies are bound to TLS when it is https
 * @param tokenJwkSetUri where the public keys are that sign-in tokens are checked with; a service that brings its own keys has none
 */
@Validated
@ConfigurationProperties("houselights")
public record HouseSettings(
        @NotNull URI publicUrl, @Nullable URI tokenJwkSetUri) {

    /** The address of something in the house; the path begins with a slash. */
    public String link(String path) {
        return publicUrl + path;
    }

    public boolean overTls() {
        return "https".equalsIgnoreCase(publicUrl.getScheme());
    }

    /** The cookie that carries the sign-in token. Over TLS its prefix makes the browser refuse it from anywhere but this host. */
    public String sessionCookie() {
        return overTls() ? "__Host-houselights" : "houselights";
    }
}
