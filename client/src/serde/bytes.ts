/**
 * Bytes that this package makes: a Buffer for programs whose types know Node, as Kafka clients want
 * it, else a Uint8Array. At run time it is a Buffer wherever there is Node's Buffer.
 */
export type Bytes = typeof globalThis extends { Buffer: { prototype: infer Made } }
  ? Made extends Uint8Array
    ? Made
    : Uint8Array
  : Uint8Array
