import { delimiter } from 'node:path'
import { compileJava } from './compile-java.ts'
import { findJava } from './java-home.ts'
import { type LineProcess, startLineProcess } from './line-process.ts'
import { fetchJars } from './maven.ts'

/** A schema as JSON text, and the texts of those that it names types of, each before its users. */
export interface PeerSchema {
  schema: string
  references?: readonly string[]
}

/** A writer's schema, and the schema to read as; the same unless given. */
export interface PeerSchemas extends PeerSchema {
  reader?: string
}

/** A datum in both encodings of Avro. */
export interface PeerDatum {
  bytes: Uint8Array
  json: string
}

/** What decoding gives: the datum as the reader sees it, and how many bytes were read. */
export interface PeerDecoded extends PeerDatum {
  consumed: number
}

/** An object container file that was read. */
export interface PeerContainer {
  schema: string
  codec: string
  jsons: string[]
}

/** Where a reader's schema can't read what a writer's wrote. */
export interface PeerIncompatibility {
  type: string
  location: string
  message: string
}

/** An Avro IDL file that was read: the JSON of its protocol or main schema, and of named schemas. */
export interface PeerIdl {
  protocol?: string
  schema?: string
  namedSchemas: string[]
}

/**
 * Apache Avro for Java, in a process of its own. JSON is Avro's JSON encoding, as text. What it
 * refuses is an AvroPeerError; what takes longer than 5 seconds is one too. Requests may be made
 * without waiting for earlier ones.
 */
export interface AvroPeer {
  /** The schema as Java prints it, its Parsing Canonical Form, its CRC-64-AVRO as 16 digits. */
  parse(from: PeerSchema): Promise<{ schema: string; canonical: string; fingerprint: string }>
  /** All that keeps `reader` from reading what `schema` wrote; empty if it can. */
  compatibility(from: PeerSchema & { reader: string }): Promise<PeerIncompatibility[]>
  /** Reads a datum; gives it in the reader's schema. Bytes after the datum are not looked at. */
  decode(from: PeerSchemas & { bytes: Uint8Array }): Promise<PeerDecoded>
  encode(from: PeerSchema & { json: string }): Promise<Uint8Array>
  /** `count` valid data, many of them edge cases; the same for the same seed (a safe integer). */
  random(from: PeerSchema & { count: number; seed: number }): Promise<PeerDatum[]>
  /** An object container file: codec `null`, `deflate`, `bzip2`, `zstandard` or `snappy`. */
  containerWrite(
    from: PeerSchema & { jsons: readonly string[]; codec: string; perBlock?: number },
  ): Promise<Uint8Array>
  containerRead(from: { bytes: Uint8Array; reader?: string }): Promise<PeerContainer>
  singleObjectEncode(from: PeerSchema & { json: string }): Promise<Uint8Array>
  singleObjectDecode(from: PeerSchemas & { bytes: Uint8Array }): Promise<string>
  /** Reads an IDL file (.avdl) and what it imports. */
  parseIdl(from: { file: string }): Promise<PeerIdl>
  /** Ends the process once it has answered. */
  close(): Promise<void>
}

/** What Java refused: its exception's class and message. */
export class AvroPeerError extends Error {
  override readonly name = 'AvroPeerError'
}

/** Little memory, so that data which asks for a lot is refused soon; compiled fast. */
const javaOptions = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']

/** Starts Apache Avro for Java. The first time downloads it, and compiles the Java files here. */
export async function startAvroPeer(): Promise<AvroPeer> {
  const [{ java }, classPath] = await Promise.all([findJava(), fetchJars('avro')])
  const classes = await compileJava(classPath)
  const path = [classes, classPath].join(delimiter)
  return peerOf(startLineProcess(java, [...javaOptions, '-cp', path, 'AvroPeer']))
}

function peerOf(process: LineProcess): AvroPeer {
  const ask = async <Answer>(op: string, request: object): Promise<Answer> => {
    const answer = await process.ask({ op, ...request })
    if (typeof answer.error === 'string') throw new AvroPeerError(answer.error)
    return answer as Answer
  }
  const askBytes = async (op: string, request: object) =>
    fromHex((await ask<{ hex: string }>(op, request)).hex)
  return {
    parse: (from) => ask('parse', from),
    async compatibility(from) {
      const answer = await ask<{ incompatibilities: PeerIncompatibility[] }>('compatibility', from)
      return answer.incompatibilities
    },
    async decode({ bytes, ...from }) {
      const { hex, ...answer } = await ask<{ hex: string; json: string; consumed: number }>(
        'decode',
        { ...from, hex: toHex(bytes) },
      )
      return { ...answer, bytes: fromHex(hex) }
    },
    encode: (from) => askBytes('encode', from),
    async random(from) {
      const { data } = await ask<{ data: { hex: string; json: string }[] }>('random', from)
      return data.map(({ hex, json }) => ({ bytes: fromHex(hex), json }))
    },
    containerWrite: (from) => askBytes('container-write', from),
    containerRead: ({ bytes, ...from }) => ask('container-read', { ...from, hex: toHex(bytes) }),
    singleObjectEncode: (from) => askBytes('single-object-encode', from),
    async singleObjectDecode({ bytes, ...from }) {
      const request = { ...from, hex: toHex(bytes) }
      return (await ask<{ json: string }>('single-object-decode', request)).json
    },
    parseIdl: (from) => ask('parse-idl', from),
    close: () => process.close(),
  }
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}

function fromHex(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'))
}
