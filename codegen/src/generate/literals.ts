import { isIdentifier } from './identifiers.ts'

/** A string literal in single quotes that has nothing in it but what is seen. */
export function quote(text: string): string {
  // Looking for what is plain takes a tenth of the time.
  if (/^[ !"#-&(-[\]-~]*$/.test(text)) return `'${text}'`
  return `'${text.replace(UNPRINTABLE, escaped)}'`
}

/**
 * The name of a member in an object literal or type. `__proto__` has to be computed, as it would
 * set the prototype else.
 */
export function memberKey(name: string): string {
  if (name === '__proto__') return "['__proto__']"
  return isIdentifier(name) ? name : quote(name)
}

/** How a member is taken from a value: `.name` or `['a name']`. */
export function memberAccess(name: string): string {
  return isIdentifier(name) ? `.${name}` : `[${quote(name)}]`
}

/** Half of a surrogate pair has no UTF-8; some spaces and marks of direction cannot be seen. */
const UNPRINTABLE =
  /['\\]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu

function escaped(found: string): string {
  if (found === "'" || found === '\\') return `\\${found}`
  if (found === '\n') return '\\n'
  if (found === '\r') return '\\r'
  if (found === '\t') return '\\t'
  let text = ''
  for (let at = 0; at < found.length; at++) {
    text += `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`
  }
  return text
}
