import { InvalidArgumentError } from '../errors/usage-errors.ts'
import type { TlsOptions } from '../tls-options.ts'
import { definedOf, type PropertyReader } from './property-reader.ts'

/**
 * Certificates and keys in PEM, by Java's names (`schema.registry.ssl.truststore.certificates`) or
 * librdkafka's (`ssl.ca.location`).
 * @throws InvalidArgumentError for a store that is not PEM
 */
export function readTls(reader: PropertyReader): TlsOptions | undefined {
  const trust = storeFile(reader, 'truststore')
  const own = storeFile(reader, 'keystore')
  const options = definedOf({
    ca: javaText(reader, 'truststore.certificates') ?? reader.text('ssl.ca.pem'),
    caFile: trust ?? reader.text('ssl.ca.location'),
    cert: javaText(reader, 'keystore.certificate.chain') ?? reader.text('ssl.certificate.pem'),
    certFile: own ?? reader.text('ssl.certificate.location'),
    key: javaText(reader, 'keystore.key') ?? reader.text('ssl.key.pem'),
    keyFile: own ?? reader.text('ssl.key.location'),
    passphrase: javaText(reader, 'key.password') ?? reader.text('ssl.key.password'),
  })
  return Object.keys(options).length === 0 ? undefined : options
}

/** Java's names without the prefix are those of the connection to Kafka. */
function javaText(reader: PropertyReader, name: string): string | undefined {
  return reader.text(`schema.registry.ssl.${name}`)
}

function storeFile(reader: PropertyReader, store: 'truststore' | 'keystore'): string | undefined {
  const name = `schema.registry.ssl.${store}`
  const file = reader.text(`${name}.location`)
  const type = reader.text(`${name}.type`) ?? 'JKS'
  if (file === undefined || type.toUpperCase() === 'PEM') return file
  throw new InvalidArgumentError(`${name}.type is not PEM: only PEM can be read`)
}
