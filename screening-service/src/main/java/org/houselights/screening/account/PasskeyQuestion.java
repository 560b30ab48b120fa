package org.houselights.screening.account;

/**
 * What a browser is asked to do with a passkey.
 *
 * @param challenge which the browser hands in together with the answer
 * @param options for {@code navigator.credentials}, in the JSON of WebAuthn
 */
record PasskeyQuestion(String challenge, String options) {}
