import { compareTexts } from '../diagnostics/diagnostic.ts'
import { fileHeader } from './file-header.ts'
import { quote } from './literals.ts'
import { importPath } from './module-paths.ts'
import type { Project } from './project.ts'

/** The module that exports those of all namespaces. */
export function printIndex({ modules, catalog, extension }: Project): string {
  const lines = [...modules.values()]
    .sort((a, b) => compareTexts(a.alias, b.alias))
    .map(({ alias, folder }) => {
      const path = importPath({ folder: '' }, { folder, stem: 'index' }, extension)
      return `export * as ${alias} from ${quote(path)};`
    })
  return [...fileHeader(catalog.inputs), ...(lines.length > 0 ? lines : ['export {};']), ''].join(
    '\n',
  )
}
