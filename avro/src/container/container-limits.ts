/** Bounds of what a file may cost, for files that nobody vouches for. */
export interface ContainerLimits {
  /** Bytes of a block, as stored and also decompressed. Default 64 MiB. */
  readonly maxBlockBytes: number
  /** Bytes before the first block: schema and metadata. Default 4 MiB. */
  readonly maxHeaderBytes: number
}

/** Limits of a caller; what is left out, or undefined, is the default. */
export type ContainerLimitOptions = {
  readonly [Name in keyof ContainerLimits]?: ContainerLimits[Name] | undefined
}

/** Applied where nothing else is asked for. */
const DEFAULT_CONTAINER_LIMITS: ContainerLimits = {
  maxBlockBytes: 2 ** 26,
  maxHeaderBytes: 2 ** 22,
}

/** All limits. A member that is there but undefined must not lift its limit, so no spread. */
export function containerLimitsOf({
  maxBlockBytes = DEFAULT_CONTAINER_LIMITS.maxBlockBytes,
  maxHeaderBytes = DEFAULT_CONTAINER_LIMITS.maxHeaderBytes,
}: ContainerLimitOptions = {}): ContainerLimits {
  return { maxBlockBytes, maxHeaderBytes }
}
