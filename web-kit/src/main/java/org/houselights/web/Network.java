package org.houselights.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, as far as rate limits tell callers apart: a controller argument. An IPv4 address, or the
 * first 64 bits of an IPv6 address, because one household has all addresses behind those.
 */
public record Network(String value) {

    private static final int IPV6_BYTES = 16;

    /** All that hide behind a forged address are one network. */
    private static final Network UNKNOWN = new Network("unknown");

    public static Network of(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return new Network(HexFormat.of()
                    .formatHex(bytes.length == IPV6_BYTES ? Arrays.copyOf(bytes, IPV6_BYTES / 2) : bytes));
        } catch (IllegalArgumentException forged) {
            return UNKNOWN;
        }
    }
}
