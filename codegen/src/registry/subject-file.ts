/**
 * The name of the file for a subject, or for one version of it: `orders-value.avsc`,
 * `orders-value@3.avsc`. Whatever is no letter, digit, `-`, `_` or `.` is percent-encoded, so that
 * the name is one file in one folder on every system and says which subject it is.
 */
export function subjectFileName(subject: string, version?: number): string {
  const suffix = version === undefined ? '' : `@${version}`
  return `${encodeSubject(subject)}${suffix}.avsc`
}

/** Names that mean devices on Windows, whatever their extension. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

function encodeSubject(subject: string): string {
  const encoded = encodeURIComponent(subject.toWellFormed()).replace(/[!'()*~]/g, percent)
  const isHidden = encoded.startsWith('.')
  return isHidden || DEVICES.test(encoded) ? encoded.replace(/^./, percent) : encoded
}

function percent(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
