package dev.slipway.context;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code slipway.secrets}.
 *
 * @param keys the keys that secrets are encrypted with, each as {@code id:base64 of 32 bytes}: the first encrypts, all decrypt; best given as an
 *     environment variable
 * @param keyFile a file that holds the keys instead, one a line; it is read again when it changes
 */
@ConfigurationProperties("slipway.secrets")
record SecretsProperties(
        @DefaultValue("") String keys, @DefaultValue("") String keyFile) {

    /** Without the keys, which are in here. */
    @Override
    public String toString() {
        return "SecretsProperties[keyFile=" + keyFile + "]";
    }
}
