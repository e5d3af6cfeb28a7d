/**
 * A server of a test's own certificate, signed by itself, for localhost and 127.0.0.1 until 2126. Its key protects nothing, for it stands here:
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 36500 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1`
 */
export const localhostCert = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUEfA6akBYoOjwoDYJjAse/TVFl04wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEzMDIzMDQyM1oYDzIxMjYxMTA2
MjMwNDIzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQjjVxdOiW5K0MZM6kgYUOK4UASZxHQ5IxAe9pWHO9zSYqdeC7pnhPx
OfsatUwEXwpoPU3ci+o71ANLK1i+tLtqo28wbTAdBgNVHQ4EFgQU4iOqXby0ai3U
d7LN2WXS4U863q8wHwYDVR0jBBgwFoAU4iOqXby0ai3Ud7LN2WXS4U863q8wDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgDe1Ec9PNtW7cydGIrhFcx/oAFEawCdbszqmhO2oG+uwCIA0y
irlOysia8dc8LYv7kddUIKhVf2jQjQTPwVs07ZJh
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgz8I51OrtWy6mQXbp
TaVziKxtKtm3974FdSXmumVTPkuhRANCAAQjjVxdOiW5K0MZM6kgYUOK4UASZxHQ
5IxAe9pWHO9zSYqdeC7pnhPxOfsatUwEXwpoPU3ci+o71ANLK1i+tLtq
-----END PRIVATE KEY-----
`,
};
