/** How a version that is read straight from a registry is called where files have a path. */
export function registryPath(subject: string, version: number): string {
  return `registry:${subject}@${version}.avsc`
}

/** The subject of a path that {@link registryPath} made; undefined for the path of a file. */
export function subjectOfRegistryPath(path: string): string | undefined {
  return /^registry:(.+)@\d+\.avsc$/s.exec(path)?.[1]
}
