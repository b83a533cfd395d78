/** The certificate of the made-up mail server, for localhost; its key is public and guards nothing. */
export const madeUpCertificate = `-----BEGIN CERTIFICATE-----
MIIByDCCAW+gAwIBAgIUOH3UZYtN+XTjGueVfBYRuzMHrVkwCgYIKoZIzj0EAwIw
HzEdMBsGA1UEAwwUaW1hcC5tYWRlLXVwLmV4YW1wbGUwIBcNMjYxMTI2MDIxNDI4
WhgPMjEyNjExMDIwMjE0MjhaMB8xHTAbBgNVBAMMFGltYXAubWFkZS11cC5leGFt
cGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEhFTiYgRQ3XzKI87XOKO6SMBd
I/qFgt3jM8qSal0qbbB4A4nkecu0/pXswldEbW1uLajzXqb8Kg5acjKnnLiPPKOB
hjCBgzAdBgNVHQ4EFgQUGXMfWgn6eYcPeMii+pLoHrpKoCowHwYDVR0jBBgwFoAU
GXMfWgn6eYcPeMii+pLoHrpKoCowDwYDVR0TAQH/BAUwAwEB/zAwBgNVHREEKTAn
gglsb2NhbGhvc3SCFGltYXAubWFkZS11cC5leGFtcGxlhwR/AAABMAoGCCqGSM49
BAMCA0cAMEQCIAxULRqdVmw6H6NO4XdLwZB6ViUP+z7VJ/YAYo1iqNt6AiB6Yivm
XOS0HtgATiJqRbLcwrf746URf0o5ebVv/2OqUg==
-----END CERTIFICATE-----
`;

/** The key of that certificate. */
export const madeUpKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgVu71O/Qbv31kapcz
ueZwga5umTIAxm0LGZE70FH+AtehRANCAASEVOJiBFDdfMojztc4o7pIwF0j+oWC
3eMzypJqXSptsHgDieR5y7T+lezCV0RtbW4tqPNepvwqDlpyMqecuI88
-----END PRIVATE KEY-----
`;
