/** How to check the registry's certificate, and which one to show. All texts are PEM. */
export interface TlsOptions {
  /** Certificates of the authorities to trust instead of the usual ones. */
  readonly ca?: string | undefined
  /** Where the same is in a file. */
  readonly caFile?: string | undefined
  /** The client's certificate, followed by those between it and the authority's. */
  readonly cert?: string | undefined
  readonly certFile?: string | undefined
  /** The client's private key. */
  readonly key?: string | undefined
  readonly keyFile?: string | undefined
  /** Opens the private key. */
  readonly passphrase?: string | undefined
  /** Accept any certificate if false; for trying things out only. */
  readonly rejectUnauthorized?: boolean | undefined
  /** The name to ask for and to check, if it is not the one in the URL. */
  readonly servername?: string | undefined
}
