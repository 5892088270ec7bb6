/** Bytes in the letters that addresses allow (RFC 4648, section 5), without padding. For servers and browsers alike. */
export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
