export async function docsResponse(
  _path: string,
): Promise<
  { status: 200; headers: Record<string, string>; body: string | Uint8Array } | undefined
> {
  return undefined
}
