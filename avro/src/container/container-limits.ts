/** Bounds of what a file may cost, for files that nobody vouches for. */
export interface ContainerLimits {
  /** Bytes of a block, as stored and also decompressed. Default 64 MiB. */
  readonly maxBlockBytes: number
  /** Bytes before the first block: schema and metadata. Default 4 MiB. */
  readonly maxHeaderBytes: number
}

/** Applied where nothing else is asked for. */
export const DEFAULT_CONTAINER_LIMITS: ContainerLimits = {
  maxBlockBytes: 2 ** 26,
  maxHeaderBytes: 2 ** 22,
}
